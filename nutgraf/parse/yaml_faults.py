"""What is wrong with YAML that cannot be read, in an editor’s words."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from nutgraf.parse.slips import slips_near
from nutgraf.parse.yaml_tree import DEEPEST, YamlText
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_QUOTED = re.compile(r"""[^:]*:\s*("[^"]*"|'[^']*')\s*""")
_BRACKETED = re.compile(r"[^:]*:\s*([\[{])[^\]}]*[\]}]\s*")
_LONG = 4000  # characters; what is shorter cannot be nested deep enough to crash libyaml’s composer
_QUOTE = "put the text in quotes"
_FIELD = re.compile(r" *(?:- +)?([\w-]+):(?:\s|$)")
_NAME = re.compile(r" *(?:- +)?[\w-]+")


def misread_problems(text: YamlText, loader: Any) -> Iterator[Problem]:
    """A problem for what must not reach the parser that builds the tree.

    Anchors, which vanish, and aliases, which multiply (ten of them can stand for a gigabyte); brackets so deep that the
    parser would run out of stack.
    """
    if "&" in text.source or "*" in text.source or len(text.source) > _LONG:
        yield from _references(text, loader)


def _references(text: YamlText, loader: Any) -> Iterator[Problem]:
    last = depth = 0
    try:
        for event in yaml.parse(text.source, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST and event.start_mark:
                place = text.at(event.start_mark.index)
                yield problem("front-matter", place, "the front matter is nested too deep", "no field goes this deep")
                return
            name = getattr(event, "anchor", None)
            if name is not None and event.start_mark and text.at(event.start_mark.index).line > last:
                sign, kind = ("*", "alias") if isinstance(event, yaml.AliasEvent) else ("&", "anchor")
                place = text.at(event.start_mark.index, len(name) + 1)
                last = place.line  # one problem for a line is enough
                message = f"text that begins with “{sign}” is read as a YAML {kind}, which is not used here"
                yield problem("alias-in-front-matter", place, message, f"{_QUOTE}, or write the value out in full")
    except (yaml.MarkedYAMLError, RecursionError):
        return  # composing it fails the same way, and says so


def unreadable_problems(text: YamlText, error: yaml.MarkedYAMLError) -> tuple[Problem, ...]:
    """The problems that a parser’s error stands for: what looks like YAML there and is none, or else what it says."""
    told = f"{error.context or ''} {error.problem or ''}"
    is_open = any(part in told for part in _OPENED) and "unknown escape" not in told
    # Of quotes and brackets the editor wants to see the opening one, not the end of the file.
    mark = (error.context_mark if is_open else None) or error.problem_mark or error.context_mark
    if mark is None:
        return (problem("front-matter", Place(text.path, text.first - 1, 1), "the front matter is not YAML", _QUOTE),)
    place = text.at(min(mark.index, len(text.source)))
    return slips_near(text, place.line) or (problem("front-matter", place, *_in_words(told, text, place)),)


# What libyaml says → what is wrong and what to do about it; the first that fits. “{}” is the character that it met.
_WORDS = (
    ("cannot start any token", "text cannot begin with “{}”", _QUOTE),
    ("scanning an alias", "text that begins with “*” is read as a YAML alias, which is not used here", _QUOTE),
    ("scanning an anchor", "text that begins with “&” is read as a YAML anchor, which is not used here", _QUOTE),
    ("scanning a tag", "text that begins with “!” is read as a YAML tag", _QUOTE),
    ("parsing a node", "text that begins with “!” is read as a YAML tag", _QUOTE),
    ("unknown escape", "a backslash in double quotes means something else to YAML", "use single quotes"),
    ("quoted scalar", "quotes are opened and not closed", "close them"),
    ("end of stream", "quotes are opened and not closed", "close them"),
    ("flow sequence", "brackets are opened and not closed", "close them, or put text that holds brackets in quotes"),
    ("flow mapping", "brackets are opened and not closed", "close them, or put text that holds brackets in quotes"),
    ("document", "the front matter holds a second document", "remove the line “...” above"),
    ("could not find expected ':'", "this line has no colon", "write “name: text”, or indent it to go on from above"),
    ("comment or line break", "text cannot begin with “>” or “|”", _QUOTE),
    ("not allowed in this context", "text cannot begin with “{}”", _QUOTE),
    ("expected node content", "text cannot begin with “{}”", _QUOTE),
)
_OPENED = ("quoted scalar", "flow sequence", "flow mapping", "simple key", "scanning an alias", "scanning an anchor")
_MISFIT = ("this does not fit the lines above", "check the quotes and the indentation of this line and the one above")


def _in_words(told: str, text: YamlText, place: Place) -> tuple[str, str]:
    line = text.line(place.line - text.first)
    before, sign = line[: place.column - 1], line[place.column - 1 : place.column]
    if sign == "\t" or ("cannot start any token" in told and "\t" in line):
        return "a line is indented with a tab", "indent with spaces"
    if "mapping values are not allowed" in told and ":" not in before:
        return _colon_below(text, place, before)
    if "mapping values are not allowed" in told:
        name = line.partition(":")[0].strip(" -")
        return f"there is a second colon in the text of “{name}”", "put the text in quotes, because it holds a colon"
    if "block mapping" in told and _QUOTED.fullmatch(before):
        return "the text goes on after the closing quote mark", "put all of it in quotes of the kind it does not hold"
    if "block mapping" in told and (bracketed := _BRACKETED.fullmatch(before)):
        return f"text cannot begin with “{bracketed[1]}”", _QUOTE
    for sought, message, hint in _WORDS:
        if sought in told:
            return (message.format(sign), hint) if sign or "{}" not in message else _MISFIT
    return _MISFIT


def _colon_below(text: YamlText, place: Place, before: str) -> tuple[str, str]:
    """A field that is indented too deep, or a text that goes on from the line above and holds a colon."""
    if _NAME.fullmatch(before):
        hint = "begin it right below the one above, or put the text in quotes if it goes on here"
        return "this line is indented deeper than the one above", hint
    above = (text.line(number) for number in range(place.line - text.first - 1, -1, -1))
    name = next((field[1] for line in above if (field := _FIELD.match(line))), "")
    return f"there is a colon in the text of “{name}”", f"put the text in quotes, or write > after “{name}:”"
