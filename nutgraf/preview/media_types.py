"""Media types by suffix, as GitHub Pages sends them. The machine’s own table differs from one to the next."""

_TEXT = "; charset=utf-8"
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css" + _TEXT,
    ".csv": "text/csv" + _TEXT,
    ".gif": "image/gif",
    ".html": "text/html" + _TEXT,
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript" + _TEXT,
    ".json": "application/json" + _TEXT,
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain" + _TEXT,
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def media_type(name: str) -> str:
    """The media type of a file of that name."""
    _, dot, suffix = name.rpartition(".")
    return _TYPES.get(f"{dot}{suffix.lower()}", "application/octet-stream")
