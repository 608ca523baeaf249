"""The share image: a double rule, a kicker, a headline, the name of the site."""

import hashlib

from msgspec import Struct

from nutgraf.share.sheet import Colours
from nutgraf.share.words import Words

_MADE = "1"  # to be counted up with every change of the way these pictures are drawn


class ShareImage(Struct, frozen=True):
    """A share image: its words, each in a face that has their letters; None leaves them out."""

    headline: Words | None
    kicker: Words | None
    foot: Words | None
    colours: Colours
    language: str  # BCP 47
    is_rtl: bool

    @property
    def stamp(self) -> str:
        """Ten hexadecimal digits that change with anything the picture shows; the same on every machine."""
        return hashlib.sha256(repr((_MADE, self)).encode()).hexdigest()[:10]

    @property
    def key(self) -> str:
        """The stamp, under which a build knows the picture: if it is unchanged, so is the picture."""
        return self.stamp

    def draw(self) -> bytes:
        """The bytes of a PNG, 1200 × 630 pixels, with a palette; the same bytes for the same values."""
        from nutgraf.share.drawing import drawn  # HarfBuzz and the breaking of lines, for those who draw

        return drawn(self.headline, self.kicker, self.foot, self.colours, self.language, is_rtl=self.is_rtl)
