"""The sheet that share images are drawn on: its size and its colours (pages.md §6)."""

from msgspec import Struct

WIDTH, HEIGHT = 1200, 630


class Colours(Struct, frozen=True):
    """The colours of a picture, as ``#rrggbb``."""

    paper: str
    ink: str
    accent: str
