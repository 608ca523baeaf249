"""Writing a layout."""

from pathlib import Path


def write(path: Path, text: str) -> None:
    """Writes a file and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
