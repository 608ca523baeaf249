"""What ``site.toml`` may say of the site’s looks: colours, and pictures that stand for the site."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Annotated, ClassVar

from nutgraf.colours import as_hex
from nutgraf.kinds.values import STRICT, Text
from nutgraf.parse.validators import AfterValidator
from nutgraf.read import as_composed

PICTURES = "assets/images/"


def _emblem(name: str) -> str:
    if PurePosixPath(name).suffix.lower() not in {".svg", ".png"}:
        raise ValueError(f"“{name}” is neither SVG nor PNG", f'name a picture in {PICTURES}: "logo.svg"')
    return as_composed(name.removeprefix(PICTURES))


Colour = Annotated[Text, AfterValidator(as_hex)]  # "#rrggbb"
Emblem = Annotated[Text, AfterValidator(_emblem)]  # a file of assets/images/


@dataclass(frozen=True)
class Tones:
    """The colours of one scheme that the desk has chosen; those it leaves out stay ours, or follow."""

    __pydantic_config__: ClassVar = STRICT

    paper: Colour | None = None  # the ground
    panel: Colour | None = None  # cards and asides
    ink: Colour | None = None
    accent: Colour | None = None  # the one spot colour
    link: Colour | None = None
    mark: Colour | None = None  # the highlighter
    ok: Colour | None = None  # “Verbatim”
    focus: Colour | None = None  # the ring around what the keyboard is on


@dataclass(frozen=True)
class Colours(Tones):
    """The colours by day, and the dark scheme beside them."""

    dark: Tones = field(default_factory=Tones)
