"""Embeds in bodies: ``:::{embed}`` shows a chart or a film of another site.

Its fields are written as in front matter. A paragraph below them is its caption, and is Markdown as everywhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from markdown_it.token import Token
from msgspec.structs import replace

from nutgraf.body import EmbedEnd, EmbedStart, Html, Image, Piece
from nutgraf.parse.dialect import FIELDS
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.parse.hosts import read_url
from nutgraf.parse.source_map import SourceMap
from nutgraf.parse.text import seen
from nutgraf.parse.validators import AfterValidator, Filled, PlainValidator
from nutgraf.parse.yaml_front import read_yaml
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

LEAST_HEIGHT, MOST_HEIGHT, USUAL_HEIGHT = 50, 2000, 400  # CSS pixels
# A line without a colon, or an address. Signs that only look like a colon have a message of their own (parse.slips).
_NO_FIELD = re.compile(r"(?P<url>https?://)|[^\s#:：﹕︓∶꞉ː˸][^:：﹕︓∶꞉ː˸]*$")
_WHOLE = re.compile(r"[0-9]{1,5}", re.ASCII)


def _height(value: object) -> int:
    number = int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else 0
    if not LEAST_HEIGHT <= number <= MOST_HEIGHT:
        message = f"must be a whole number of pixels from {LEAST_HEIGHT} to {MOST_HEIGHT}, not “{value}”"
        begun = re.match("[0-9]{1,5}", str(value))
        meant = min(max(int(begun[0]), LEAST_HEIGHT), MOST_HEIGHT) if begun else USUAL_HEIGHT
        raise ValueError(message, f"write “height: {meant}”")
    return number


def _url(text: str) -> str:
    return read_url(text)[0]


_Text = Annotated[str, Filled(), AfterValidator(seen)]


@dataclass(frozen=True)
class EmbedFields:
    """The fields of an embed as they are written."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    ELSEWHERE: ClassVar = {
        "caption": "write the caption below the fields, after an empty line",
        "width": "leave it out: a frame is as wide as the text",
        "image": "here it is “poster”",
    }

    url: Annotated[str, Filled(), AfterValidator(seen), AfterValidator(_url)]
    title: _Text
    height: Annotated[int, PlainValidator(_height)] = USUAL_HEIGHT
    poster: _Text | None = None  # a picture, named by its path
    alt: _Text | None = None  # what the poster shows; None for one that only decorates


def embed_tokens(tokens: Sequence[Token], source_map: SourceMap) -> tuple[list[Token], tuple[Problem, ...]]:
    """What becomes of the tokens of an embed, its first and its last included, and what is wrong with it."""
    place = source_map.block(tokens[0])
    has_fields = len(tokens) > 3 and tokens[2].type == FIELDS
    front, problems = _front(tokens[2] if has_fields else None, place, source_map)
    fields, faults = read_fields(EmbedFields, front) if front.is_readable else (None, ())
    rest = tokens[4 if has_fields else 1 : -1]
    problems = (*problems, *faults, *_caption_problems(rest, source_map))
    if fields is None:
        return [_hole(Html(""))], problems
    start = EmbedStart(
        fields.url, read_url(fields.url)[1], fields.title, fields.height, front.place("url"), front.place("title")
    )
    poster = _poster(fields, front)
    caption = [token for token in rest if token.type == "inline"][:1]
    return [_hole(start), *map(_hole, poster), *caption, _hole(EmbedEnd())], (*problems, *_pointless(fields, front))


def _front(token: Token | None, place: Place, source_map: SourceMap) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The fields, read where they stand in the file; none where there is no token."""
    if token is None or not token.map:
        return FrontMatter(place.path, {}, {}, {}, opened=place), ()
    first, end = token.map
    lines = source_map.lines[first:end]
    front, problems = read_yaml(place.path, "\n".join(lines), source_map.first.line + first)
    if not front.is_readable:
        problems = tuple(_fieldless(lines, Place(place.path, source_map.first.line + first))) or problems
    return replace(front, opened=place), problems


def _fieldless(lines: Sequence[str], first: Place) -> Iterator[Problem]:
    """A problem for the first line that is no field: an address by itself, or a caption."""
    for number, line in enumerate(lines):
        if found := _NO_FIELD.match(line):
            place = replace(first, line=first.line + number, column=1, length=len(line))
            hint = f"write “url: {line.strip()}”" if found["url"] else "put an empty line above it if it is the caption"
            yield problem("front-matter", place, "this line of the embed is no field", hint)
            return


def _poster(fields: EmbedFields, front: FrontMatter) -> tuple[Image, ...]:
    if fields.poster is None:
        return ()
    return (Image(fields.poster, fields.alt or "", "", False, front.place("poster"), is_poster=True),)


def _pointless(fields: EmbedFields, front: FrontMatter) -> Iterator[Problem]:
    if fields.alt and not fields.poster:
        hint = "add “poster: …”, or take the line out"
        yield problem("bad-value", front.place("alt"), "“alt” says what a poster shows, and there is none", hint)


def _caption_problems(rest: Sequence[Token], source_map: SourceMap) -> Iterator[Problem]:
    """A problem if there is more below the fields than one paragraph."""
    types = [token.type for token in rest[:3]]
    extra = rest[3:] if types == ["paragraph_open", "inline", "paragraph_close"] else rest
    if extra:
        place = source_map.block(extra[0])
        yield problem("no-box", place, "the caption of an embed is one paragraph", "put the rest below the line “:::”")


def _hole(piece: Piece) -> Token:
    return Token("box_place", "", 0, meta={"box": piece})
