"""The colours of a picture on their way to the web: every pixel by itself, in sRGB."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsProfile

_PROFILE = "icc_profile"


def whole_colours(image: "Image") -> "Image":
    """The picture in a mode that Pillow can resize: no palette, 8 bits a channel, transparency as a channel."""
    mode = image.mode
    if mode.startswith("I"):
        return _in_8_bits(image)
    if "transparency" in image.info or mode in {"PA", "LA"}:
        return image.convert("RGBA")
    return image.convert({"P": "RGB", "1": "L"}.get(mode, mode))


def has_plain_colours(image: "Image") -> bool:
    """True if browsers show the colours as they are stored: no CMYK, and no colour profile (ICC) other than sRGB."""
    return image.mode != "CMYK" and _foreign_profile(image) is None


def in_srgb(image: "Image") -> "Image":
    """The picture in sRGB, or in grey if it is grey; a colour profile (ICC) that cannot be used counts as none."""
    from PIL import ImageCms

    profile = _foreign_profile(image)
    if profile:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        try:
            converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode=mode)
        except ImageCms.PyCMSError:  # it is of another kind than the picture
            converted = None
        if converted:
            return converted
    return image.convert("RGB") if image.mode not in {"L", "RGB", "RGBA"} else image


def _foreign_profile(image: "Image") -> "ImageCmsProfile | None":
    """The colour profile of the picture, unless it has none, a broken one, or sRGB’s."""
    from PIL import ImageCms

    stored = image.info.get(_PROFILE)
    if not stored:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(stored))
        return None if "sRGB" in ImageCms.getProfileDescription(profile) else profile
    except (OSError, ImageCms.PyCMSError):
        return None


def _in_8_bits(image: "Image") -> "Image":
    """16 bits of grey as 8: Pillow itself would cut off all that is brighter than 255."""
    return image.convert("I").point(lambda value: value / 256).convert("L")
