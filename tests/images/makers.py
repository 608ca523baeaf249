"""Small pictures of every kind, made for one test: photos with a camera’s notes in them, drawings, films."""

import struct
from io import BytesIO
from zlib import crc32

from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

SECRET = b"51.5N 0.1W J. Doe"  # stands in every place where a camera or a program writes about itself
_ORIENTATION, _ARTIST, _GPS = 0x0112, 0x013B, 0x8825


def scene(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture whose corners differ: red, green, blue and white, from the top left clockwise."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    half_x, half_y = width // 2, height // 2
    draw.rectangle((0, 0, half_x, half_y), "red")
    draw.rectangle((half_x, 0, width, half_y), "lime")
    draw.rectangle((half_x, half_y, width, height), "blue")
    return image.convert(mode)


def texture(width: int, height: int) -> Image.Image:
    """A picture with as much in it as a photo."""
    across, down = Image.linear_gradient("L"), Image.radial_gradient("L")
    parts = (across, down, across.rotate(90))
    noise = Image.effect_noise((width, height), 40)
    return Image.merge("RGB", [Image.blend(part.resize((width, height)), noise, 0.3) for part in parts])


def exif(orientation: int = 1) -> Image.Exif:
    """What a camera writes: who, where, and which side is up."""
    notes = Image.Exif()
    notes[_ORIENTATION] = orientation
    notes[_ARTIST] = SECRET.decode()
    notes[_GPS] = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 6.0, 0.0)}
    return notes


def saved(image: Image.Image, format_: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


def photo(width: int = 1600, height: int = 1000, orientation: int = 1, mode: str = "RGB", **options: object) -> bytes:
    """A JPEG as a camera gives it."""
    notes = {"exif": exif(orientation), "comment": SECRET, "xmp": b"<x:xmpmeta>" + SECRET}
    return saved(scene(width, height, mode), "JPEG", quality=90, **notes, **options)


def chart(width: int = 800, height: int = 500, *, orientation: int = 1, mode: str = "RGBA") -> bytes:
    """A PNG with transparency, and with a program’s notes."""
    image = scene(width, height, mode)
    if mode == "RGBA":
        image.putpixel((0, 0), (0, 0, 0, 0))
        image.paste((0, 0, 0, 0), (0, 0, width // 4, height // 4))
    notes = PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return saved(image, "PNG", pnginfo=notes, exif=exif(orientation))


def film(format_: str = "GIF", frames: int = 3) -> bytes:
    """A moving picture."""
    shots = [Image.new("RGB", (32, 24), (80 * number, 0, 255)) for number in range(frames)]
    options = {"comment": SECRET} if format_ == "GIF" else {}
    return saved(shots[0], format_, save_all=True, append_images=shots[1:], duration=80, loop=0, **options)


def webp(width: int = 800, height: int = 500, orientation: int = 1) -> bytes:
    """A WebP with a camera’s notes."""
    return saved(scene(width, height), "WEBP", exif=exif(orientation).tobytes(), xmp=SECRET, quality=80)


def lying(kind: str, width: int, height: int, orientation: int) -> bytes:
    """A picture of that suffix, as a camera stores it that is held another way."""
    made = {"jpg": photo, "webp": webp}
    return made[kind](width, height, orientation) if kind in made else chart(width, height, orientation=orientation)


def wide_profile() -> bytes:
    """A colour profile of a screen that is not sRGB: with red and green exchanged, so that it cannot be overlooked."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = made.index(b"rXYZ", 128), made.index(b"gXYZ", 128)
    made[red : red + 4], made[green : green + 4] = b"gXYZ", b"rXYZ"
    for name in (b"sRGB", "sRGB".encode("utf-16-be")):
        made = made.replace(name, name.replace(b"s", b"x"))
    return bytes(made)


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has that size: a decompression bomb."""
    parts = [b"\x89PNG\r\n\x1a\n"]
    for kind, body in (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", b""),
        (b"IEND", b""),
    ):
        parts.append(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc32(kind + body)))
    return b"".join(parts)


def svg(inside: str = "", attributes: str = 'viewBox="0 0 1200 600"') -> bytes:
    """A drawing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>\n{inside}\n</svg>\n'.encode()
