"""The sheet that share images are drawn on: its size and its colours."""

from msgspec import Struct

WIDTH, HEIGHT = 1200, 630  # 1.91 : 1, which networks show without cutting it


class Colours(Struct, frozen=True):
    """The three colours of a picture, each as ``#rrggbb``."""

    paper: str
    ink: str
    accent: str
