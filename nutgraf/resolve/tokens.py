"""The colours in tokens.css, as a designer wrote them."""

import re
from collections.abc import Container, Iterator, Mapping

from msgspec import Struct

from nutgraf.colours import as_hex
from nutgraf.problems import Place
from nutgraf.read import File

TOKENS = "assets/css/tokens.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A media query or another block that opens, a block that ends, a token that holds a colour.
_SIGN = re.compile(r"(?P<media>@media[^{]*)\{|(?P<end>\})|\{|--(?P<name>[a-z0-9-]+)\s*:\s*(?P<colour>[^;{}]+)")


class Chosen(Struct, frozen=True):
    """A colour that somebody chose, and where."""

    colour: str  # "#rrggbb"
    place: Place


def read_tokens(file: File | None, names: Container[str] = ()) -> tuple[Mapping[str, Chosen], Mapping[str, Chosen]]:
    """The colours by day and in the dark scheme, by the name of their token.

    Of tokens with these ``names`` a colour is read in whatever way CSS can write it, of others as #rrggbb alone.
    """
    day: dict[str, Chosen] = {}
    night: dict[str, Chosen] = {}
    for media, name, chosen in _chosen(file, names) if file else ():
        if not media:
            day[name] = chosen
        elif re.fullmatch(r"@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)", media):
            night[name] = chosen
    return day, night


def _chosen(file: File, names: Container[str]) -> Iterator[tuple[str, str, Chosen]]:
    """Each colour with its token’s name and the media query it stands in, "" for none."""
    css = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), file.read().decode("utf-8", "replace"))
    blocks: list[str] = []
    for sign in _SIGN.finditer(css):
        if sign["name"]:
            colour = _colour(sign["colour"].strip(), is_wanted=sign["name"] in names)
            if not colour:
                continue
            yield next(filter(None, blocks), ""), sign["name"], Chosen(colour, _place(file.path, css, sign))
        elif sign["end"]:
            blocks = blocks[:-1]
        else:
            blocks.append((sign["media"] or "").strip())


def _colour(written: str, *, is_wanted: bool) -> str | None:
    """The colour as #rrggbb; None for what is none, and for one that lets shine through what is behind it."""
    try:
        return as_hex(written)
    except ValueError:
        if not is_wanted or written.startswith(("var(", "color-mix(", "light-dark(")):
            return None
    from tinycss2.color4 import parse_color  # 10 ms, which few sites need

    read = parse_color(written)
    if read is None or read == "currentcolor" or read.alpha < 1:
        return None
    try:
        parts = [min(max(float(part or 0), 0), 1) for part in read.to("srgb").coordinates]
    except NotImplementedError:  # a colour space that it cannot convert
        return None
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _place(path: str, css: str, sign: re.Match[str]) -> Place:
    start = sign.start("colour")
    return Place(path, css.count("\n", 0, start) + 1, start - css.rfind("\n", 0, start), len(sign["colour"].rstrip()))
