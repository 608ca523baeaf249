"""Pictures: what a file holds, whether it may be published, and the files that pages show of it.

Headers are read here, without Pillow, because every build needs them; Pillow is imported where something is drawn.
"""

from nutgraf.images.clean import clean
from nutgraf.images.draw import draw, recipe
from nutgraf.images.header import Flaw, FlawedImageError, Format, Header
from nutgraf.images.read import SUFFIXES, UNSAFE_SUFFIXES, read_header
from nutgraf.images.sizes import widths

__all__ = [
    "SUFFIXES",
    "UNSAFE_SUFFIXES",
    "Flaw",
    "FlawedImageError",
    "Format",
    "Header",
    "clean",
    "draw",
    "read_header",
    "recipe",
    "widths",
]
