"""What a word processor leaves behind: paragraphs that are read as code, and lines that look like headings or lists."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from nutgraf.parse.quoting import has_quotation
from nutgraf.parse.source_map import SourceMap
from nutgraf.patterns import seldom
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_OTHER_BLANK = r"[^\S \t]"  # it looks like a blank, and is none to Markdown
_LOOKS_LIKE = seldom(
    rf"[\s>]*(?:(?P<heading>#{{2,6}}(?=[^\s#])|#{{1,6}}(?={_OTHER_BLANK}))"
    rf"|(?P<item>[*+-](?={_OTHER_BLANK}+[^\W\d]))|(?P<number>\d{{1,3}}[.)](?={_OTHER_BLANK})))"
)
_BULLETS = "•◦▪●‣⁃·"
_BLANKS = " \t>\u00a0"


class _Look(NamedTuple):
    """The beginning of a line that looks like a heading or a list item and is none."""

    kind: str  # heading, item, number, bullet
    sign: str
    column: int  # from 0


def pasted(tokens: Sequence[Token], source_map: SourceMap) -> Iterator[Problem]:
    """A problem for each paragraph of a body that is shown as something else than it looks like."""
    looks = _looks(source_map.lines)
    before = ""
    for token in tokens:
        if token.type == "code_block":
            yield from _code(token, source_map)
        elif looks and token.type == "inline" and token.map and before == "paragraph_open":
            row = next((row for row in range(*token.map) if row in looks), None)
            if row is not None:
                yield _unread(looks[row], row, source_map)
        before = token.type


def _looks(lines: Sequence[str]) -> Mapping[int, _Look]:
    """The lines that begin like a heading or a list item and are none, by their row."""
    unusual = ((row, line) for row, line in enumerate(lines) if line and not line[0].isalpha())
    looks = {row: look for row, line in unusual if (look := _look(line))}
    numbers = {look.sign for look in looks.values() if look.kind == "number"}
    is_list = any({f"1{stop}", f"2{stop}"} <= numbers for stop in ".)")  # else it is a day: 1. Mai
    return {row: look for row, look in looks.items() if is_list or look.kind != "number"}


def _look(line: str) -> _Look | None:
    if match := _LOOKS_LIKE.match(line):
        kind = str(match.lastgroup)
        return _Look(kind, match[kind], match.start(kind))
    text = line.lstrip(_BLANKS)
    if text[:1] in _BULLETS and text.strip(_BULLETS + _BLANKS):  # a row of bullets is an ornament
        return _Look("bullet", text[0], len(line) - len(text))
    return None


def _unread(look: _Look, row: int, source_map: SourceMap) -> Problem:
    kind, sign, column = look
    place = Place(source_map.path, source_map.first.line + row, column + 1, len(sign))
    if kind == "bullet":
        return problem("stray-sign", place, f"“{sign}” makes no list", "begin the line with a hyphen and a blank")
    what = "a heading" if kind == "heading" else "a list item"
    message = f"this looks like {what}, but no ordinary blank follows “{sign}”"
    is_other = source_map.lines[row][column + len(sign)].isspace()
    hint = f"delete the blank after “{sign}” and type it again" if is_other else f"type a blank after “{sign}”"
    return problem("stray-sign", place, message, hint)


def _code(block: Token, source_map: SourceMap) -> Iterator[Problem]:
    if "[@" in block.content or has_quotation(block.content):
        message = "this is indented, so it is shown as code, and its quotations are not checked"
        hint = "take the tab or the blanks before it away; if it is code, put ``` above and below it"
        yield problem("quote-unchecked", source_map.block(block), message, hint)
