"""What the first bytes of a picture say, and what can be wrong with it."""

from typing import Literal

from msgspec import Struct

Format = Literal["jpeg", "png", "gif", "webp", "svg"]

LONGEST_SIDE = 16_000  # pixels; WebP ends at 16,383
MOST_PIXELS = 80_000_000  # more would fill the memory of a laptop; Pillow warns from 89 million


class Header(Struct, frozen=True):
    """What a page has to know of a picture: its size as it is shown, upright."""

    format: Format
    width: int
    height: int
    orientation: int = 1  # EXIF 2.32, tag 0x0112: how the stored picture is turned; 1 is upright
    is_animated: bool = False

    @property
    def is_lying(self) -> bool:
        """True if width and height are swapped in the stored picture (EXIF orientation 5 to 8)."""
        return self.orientation >= 5

    @property
    def stored(self) -> tuple[int, int]:
        """The width and height in pixels before the picture is turned upright."""
        return (self.height, self.width) if self.is_lying else (self.width, self.height)


class Flaw(Struct, frozen=True):
    """Why a picture cannot be published."""

    message: str
    hint: str
    line: int = 0  # of an SVG, from 1; 0 is the whole file
    column: int = 0


class FlawedImageError(Exception):
    """A picture that cannot be published: it is damaged, too large, or holds what a picture must not hold."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__(*flaws)

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """Everything that is wrong with the picture, at least one flaw."""
        flaws: tuple[Flaw, ...] = self.args
        return flaws


def damaged(what: str = "it ends too early") -> FlawedImageError:
    """The error, to be raised, for a file that cannot be opened; `what` completes “this picture is damaged: …”."""
    return FlawedImageError(Flaw(f"this picture is damaged: {what}", "save it anew, or ask for another copy"))


def upright(format_: Format, stored: tuple[int, int], orientation: int, *, is_animated: bool = False) -> Header:
    """The header of a picture, its size as it is shown.

    stored: width and height in pixels, as in the file. orientation: 1 to 8 (EXIF); from 5 on the two are swapped.
    format_, is_animated: as in the header.
    """
    width, height = reversed(stored) if orientation >= 5 else stored
    return Header(format_, width, height, orientation, is_animated)
