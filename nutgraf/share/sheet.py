"""The sheet that share images are drawn on: its size and its colours (pages.md §6)."""

from dataclasses import dataclass

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True)
class Colours:
    """The colours of a picture, as ``#rrggbb``."""

    paper: str
    ink: str
    accent: str
