"""Boxes in bodies: ``:::{key-facts}``, ``:::{timeline}``, ``:::{embed}`` and the aside ``:::{note}``."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from nutgraf.body import BoxPlace
from nutgraf.parse.source_map import SourceMap
from nutgraf.problems import Problem
from nutgraf.rules import problem
from nutgraf.slugs import is_slug

BOXES = ("key-facts", "timeline")
EMBED, NOTE = "embed", "note"
_BOX = re.compile(r"\{([^{}]*)\}\s*(.*)")
_NAMES = ", ".join(f":::{{{name}}}" for name in (*BOXES, EMBED, NOTE))


def place_boxes(tokens: list[Token], source_map: SourceMap) -> tuple[Problem, ...]:
    """Turns the boxes into their places and leaves the asides standing, in place; and what is wrong with them."""
    problems: list[Problem] = []
    around: Token | None = None  # the last note that was opened
    for number, token in enumerate(tokens):
        if token.type == "container_box_open":
            problems.extend(_place_box(tokens, number, source_map, around))
            around = token if token.type == "container_box_open" else around
        elif token.type == "inline" and token.content.startswith(":::"):
            problems.append(_stray(token, source_map))
    return tuple(problems)


def _place_box(tokens: list[Token], number: int, source_map: SourceMap, around: Token | None) -> Iterator[Problem]:
    token = tokens[number]
    match = _BOX.match(token.info.strip())
    name, slug = (match[1].strip(), match[2].strip()) if match else ("", "")
    place = source_map.block(token)
    is_closed = _is_closed(token, source_map)
    if name == EMBED:
        yield from _place_embed(tokens, number, slug, source_map, _open_above(token, around, source_map))
    elif is_slug(name) and name != NOTE:
        close = _closing(tokens, number)
        fault = _open_above(token, around, source_map) or _fault(
            name, token, is_closed=is_closed, is_empty=close == number + 1
        )
        token.type, token.meta = "box_place", {"box": BoxPlace(name, slug or None, place, fault)}
        del tokens[number + 1 : close + 1]
    elif name != NOTE:
        yield problem("no-box", place, f"there is no box “{name}”", f"the boxes are {_NAMES}")
    elif fault := _open_above(token, around, source_map):
        yield problem("no-box", place, *fault)
    elif not is_closed:
        yield problem("no-box", place, *_open(name))
    elif slug:
        yield problem("no-box", place, "a note takes nothing behind its name", "put the words on lines of their own")


def _place_embed(
    tokens: list[Token], number: int, behind: str, source_map: SourceMap, fault: tuple[str, ...]
) -> Iterator[Problem]:
    """Puts the places of an embed where its tokens were."""
    from nutgraf.parse.embeds import embed_tokens  # it reads YAML, which most texts have none of

    token, close = tokens[number], _closing(tokens, number)
    token.type = "box_place"  # it is no note, which could be open around others
    is_closed = _is_closed(token, source_map)
    fault = fault or _fault(EMBED, token, is_closed=is_closed, is_empty=True)
    if behind and not fault:
        fault = "an embed takes nothing behind its name", "write its address below: a line “url: https://…”"
    placed, problems = embed_tokens(tokens[number : close + 1], source_map)
    tokens[number : close + 1] = placed
    if fault:
        yield problem("no-box", source_map.block(token), *fault)
    else:
        yield from problems


def _fault(name: str, token: Token, *, is_closed: bool, is_empty: bool) -> tuple[str, ...]:
    """A message and a hint. Whether there is such a box a check says: a microsite may have some of its own."""
    if not is_closed:
        return _open(name)
    if token.level:
        message = f"the box “{name}” cannot stand inside a list, a quote or a note"
        return message, "begin its line at the margin, with a blank line above it"
    return () if is_empty else (f"the box “{name}” takes no text", "put the line “:::” right below it")


def _open_above(token: Token, note: Token | None, source_map: SourceMap) -> tuple[str, ...]:
    """What is wrong with the note above, if one line closes it and the box: that line was written for the box."""
    if not note or not note.map or not token.map or (token.level, token.map[1]) != (note.level + 1, note.map[1]):
        return ()
    message = f"the note in line {source_map.block(note).line} is not closed"
    return message, "put a line “:::” below its text; it cannot hold a box"


def _open(name: str) -> tuple[str, str]:
    return f"the box “{name}” is not closed", "put a line “:::” after it"


def _closing(tokens: Sequence[Token], number: int) -> int:
    token = tokens[number]
    return next(
        end
        for end in range(number, len(tokens))
        if tokens[end].type == "container_box_close" and tokens[end].level == token.level
    )


def _is_closed(token: Token, source_map: SourceMap) -> bool:
    end = token.map[1] if token.map else len(source_map.lines)
    return end < len(source_map.lines) and source_map.lines[end].lstrip(" \t>").startswith(":::")


def _stray(token: Token, source_map: SourceMap) -> Problem:
    place = source_map.inline(token, 0, len(token.content.split("\n")[0]))
    if token.content.strip(": \n") == "":
        return problem("no-box", place, "this line closes a box, but none is open", "remove it")
    return problem("no-box", place, "this is not a box", f"write {_NAMES}, and close it with :::")
