"""Colours: written as ``#rrggbb``, their contrast as WCAG reckons it, and shades that can be read."""

import re
from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_DIGITS = re.compile(r"(?:[0-9a-f]{3}){1,2}", re.IGNORECASE)
_STEPS = 200  # shades between a colour and black or white: finer than the eye

Parts = tuple[float, float, float]  # red, green, blue, each from 0 to 1


def as_hex(text: str) -> str:
    """The colour as ``#rrggbb`` in lower case.

    Raises ValueError for anything but #rgb and #rrggbb (CSS Color 4), with two arguments: what is wrong, what to
    write.
    """
    if not _HEX.fullmatch(text):
        meant = (
            f'write "#{text.lower()}"' if _DIGITS.fullmatch(text) else 'write # and six digits from 0 to f: "#8f1d14"'
        )
        raise ValueError(f"“{text}” is not a colour", meant)
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def worst_contrast(colour: str, others: Iterable[str]) -> float:
    """The contrast of a colour with the one it stands out from least."""
    return min(contrast(colour, other) for other in others)


def mixed(one: str, other: str, share: float) -> str:
    """The first colour with a share of the second, from 0 to 1."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return _written(first + (second - first) * share for first, second in pairs)


def shaded(colour: str, other: str, share: float) -> str:
    """The colour with its lightness moved towards that of another; its hue stays."""
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    lightness += (rgb_to_hls(*_parts(other))[1] - lightness) * share
    return _written(hls_to_rgb(hue, lightness, saturation))


def legible(colour: str, grounds: Iterable[str], ratio: float) -> str:
    """The nearest shade of the colour with at least this contrast on every ground; black or white when none has."""
    against = tuple(grounds)
    end = max(("#000000", "#ffffff"), key=lambda extreme: worst_contrast(extreme, against))
    shades = (shaded(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if worst_contrast(shade, against) >= ratio), end)


def _luminance(colour: str) -> float:
    """The relative luminance, from 0 to 1 (WCAG 2.2, “relative luminance”)."""
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _parts(colour: str) -> Parts:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _written(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
