"""The markup of a picture: WebP and its own format in every size, with room kept for it."""

from collections.abc import Iterable

from markupsafe import Markup

from nutgraf.body import Image
from nutgraf.plan.pictures import Clean, Picture, Variant
from nutgraf.plan.sheet import Sheet

# How wide a picture is shown: the measure, or the window without its edges (assets/css/tokens.css).
_SIZES = "(min-width: 41em) 37rem, calc(100vw - 2.5rem)"
_IMG = Markup('<img src="{src}"{srcset} width="{width}" height="{height}" alt="{alt}"{loading}>')
_PICTURE = Markup('<picture><source type="image/webp"{srcset}>{img}</picture>')


def picture_markup(image: Image, picture: Picture, sheet: Sheet) -> Markup:
    """The image as a page shows it; what lies below the first window is loaded when it comes near."""
    own = sheet.site.pictured.get(image.place.path)
    is_first = own is not None and own.first == image.place
    img = _IMG.format(
        src=sheet.href(picture.files[-1].address),
        srcset=_srcset(picture.files, sheet) if len(picture.files) > 1 else "",
        width=picture.width,
        height=picture.height,
        alt=image.alt,
        loading="" if is_first else Markup(' loading="lazy"'),
    )
    return _PICTURE.format(srcset=_srcset(picture.webp, sheet), img=img) if picture.webp else img


def _srcset(files: Iterable[Variant | Clean], sheet: Sheet) -> Markup:
    found = [(sheet.href(file.address), file.width) for file in files if isinstance(file, Variant)]
    if len(found) == 1:
        return Markup(' srcset="{}"').format(found[0][0])
    candidates = ", ".join(f"{href} {width}w" for href, width in found)
    return Markup(' srcset="{}" sizes="{}"').format(candidates, _SIZES)
