"""The colours in tokens.css, as a designer wrote them."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from nutgraf.colours import as_hex
from nutgraf.problems import Place
from nutgraf.read import File

TOKENS = "assets/css/tokens.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A media query or another block that opens, a block that ends, a token that holds a colour.
_SIGN = re.compile(r"(?P<media>@media[^{]*)\{|(?P<end>\})|\{|--(?P<name>[a-z0-9-]+):\s*(?P<hex>#[0-9a-fA-F]+)\b")


class Chosen(Struct, frozen=True):
    """A colour that somebody chose, and where."""

    colour: str  # "#rrggbb"
    place: Place


def read_tokens(file: File | None) -> tuple[Mapping[str, Chosen], Mapping[str, Chosen]]:
    """The colours by day and in the dark scheme, by the name of their token; colours written otherwise are left out."""
    day: dict[str, Chosen] = {}
    night: dict[str, Chosen] = {}
    for media, name, chosen in _chosen(file) if file else ():
        if not media:
            day[name] = chosen
        elif re.fullmatch(r"@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)", media):
            night[name] = chosen
    return day, night


def _chosen(file: File) -> Iterator[tuple[str, str, Chosen]]:
    """Each colour with its token’s name and the media query it stands in, "" for none."""
    css = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), file.read().decode("utf-8", "replace"))
    blocks: list[str] = []
    for sign in _SIGN.finditer(css):
        if sign["name"]:
            try:
                colour = as_hex(sign["hex"])
            except ValueError:
                continue
            yield next(filter(None, blocks), ""), sign["name"], Chosen(colour, _place(file.path, css, sign))
        elif sign["end"]:
            blocks = blocks[:-1]
        else:
            blocks.append((sign["media"] or "").strip())


def _place(path: str, css: str, sign: re.Match[str]) -> Place:
    start = sign.start("hex")
    return Place(path, css.count("\n", 0, start) + 1, start - css.rfind("\n", 0, start), len(sign["hex"]))
