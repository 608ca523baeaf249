"""Signs that look like YAML’s and are none, as word processors and messengers put them into front matter."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from nutgraf.parse.yaml_tree import YamlText
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_BLANKS = "\u00a0\u2007\u202f"  # no-break spaces
_SPACES = "\u1680\u2000-\u200a\u205f\u3000"  # of typesetters, and of keyboards for Chinese and Japanese
_COLONS = "：﹕︓∶꞉ː˸"
_DASHES = "‒–—―−"
_SHOWN = 30  # characters of a value; more would not be read
_FENCE = re.compile(rf"(?P<sign>(?=--|.?[{_DASHES}])[-{_DASHES}]{{1,4}})\s*$")


class _Slip(Struct, frozen=True):
    """A line that begins with what YAML does not know, and what to write there."""

    shape: re.Pattern[str]  # what stands wrong is the group “sign”
    message: str  # {} is that sign, or what stands in the group “name”; {sign} is always the sign
    hint: str  # the same; {rest} is what follows it


_SLIPS = (
    _Slip(
        _FENCE,
        "“{}” is no line of three hyphens",
        "write three hyphens, “---”, and nothing else in the line",
    ),
    _Slip(
        re.compile(rf" *(?P<sign>[{_DASHES}])(?=[ {_BLANKS}]*[\w-]+:)"),
        "this line begins with a dash, “{}”",
        "write a hyphen and a blank: “- ”",
    ),
    _Slip(
        re.compile(rf" *(?:- *)?(?:[\w-]+:)?(?P<sign>[{_BLANKS}]+)"),
        "a no-break space stands here, which looks like a blank and is none",
        "write an ordinary blank",
    ),
    _Slip(
        re.compile(rf" *(?:- *)?(?P<name>[\w-]+) *(?P<sign>[{_COLONS}])[{_SPACES}]?"),
        "“{sign}” is not the colon that YAML reads",
        "write “{}: {rest}”, with the colon of an English keyboard and a space",
    ),
    _Slip(
        re.compile(rf" *(?:- *)?(?:[\w-]+:)?(?P<sign>[{_SPACES}]+)"),
        "this space is wider or narrower than the one that YAML reads",
        "write an ordinary space",
    ),
    _Slip(
        re.compile(rf" *(?P<sign>[－‐‑•・])(?=[ {_BLANKS}{_SPACES}]*\w)"),
        "“{sign}” does not begin an entry of a list",
        "write a hyphen and a space: “- ”",
    ),
    _Slip(
        re.compile(r" *(?:- +)?(?P<sign>(?P<name>[a-z_]+):)(?=[^\s:/])"),
        "a blank is missing after the colon of “{}”",
        "write “{}: {rest}”",
    ),
)


def slips_near(text: YamlText, line: int) -> tuple[Problem, ...]:
    """The problems of the kind that is in this line of the file or in what it goes on from, wherever there are such."""
    found = dict(_slips(text.path, text.source.split("\n"), text.first))
    lines = text.source.split("\n")
    above = line - 1
    while (
        above > text.first and above not in found and lines[above - text.first].startswith(" ")
    ):  # it goes on from further above
        above -= 1
    slip, _ = found.get(line) or found.get(above) or (None, None)
    return tuple(told for each, told in found.values() if each is slip)


def slips_in(text: YamlText) -> tuple[Problem, ...]:
    """The problems of the first kind that stands anywhere in the front matter."""
    found = [slip for _, slip in _slips(text.path, text.source.split("\n"), text.first)]
    return tuple(told for each, told in found if each is found[0][0])


def wrong_fence(path: str, lines: Sequence[str]) -> Problem | None:
    """The problem of the line that was meant to open the front matter of a file, or to close it; None without one."""
    is_open = lines[0].rstrip() == "---"
    rows = enumerate(lines[1:], 2) if is_open else enumerate(lines[:1], 1)
    found = next(((number, line.strip()) for number, line in rows if _FENCE.match(line.strip())), None)
    return next(told for _, (_, told) in _slips(path, [found[1]], found[0])) if found else None


def _slips(path: str, lines: Sequence[str], first: int) -> Iterator[tuple[int, tuple[_Slip, Problem]]]:
    """The slip of each line that has one, by the line’s number."""
    for number, line in enumerate(lines, first):
        for slip in _SLIPS:
            if match := slip.shape.match(line):
                sign = match.groupdict().get("name") or match["sign"].strip()
                rest = line[match.end() :].strip()
                place = Place(path, number, match.start("sign") + 1, match.end("sign") - match.start("sign"))
                hint = slip.hint.format(sign, rest=rest if len(rest) <= _SHOWN else "…")
                message = slip.message.format(sign, sign=match["sign"].strip())
                yield number, (slip, problem("front-matter", place, message, hint))
                break
