"""Signs that were meant to be read and were not: readers would see them as they stand."""

import re
from collections.abc import Iterator

from nutgraf.body import Reference
from nutgraf.parse.citing import CITATION_HINT
from nutgraf.parse.dialect import LONGEST_URL
from nutgraf.parse.shown import Shown
from nutgraf.parse.source_map import SourceMap
from nutgraf.patterns import seldom
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_COMMENT = "<!--"
_STRAY = seldom(
    r"\[@|(?<!!)\[{2,}|\[\^[^\[\]\s]+\]|\]\(|<!--"
    # [link] (ferries.md): what stands in the brackets is an address
    r"|(?<=\w)\][ \u00a0]+\((?=(?:https?:|mailto:)|[^\s()]+\.(?:md|jpe?g|png|svg|gif|webp)[)#\s])"
    # [ferry-strike p3] and (@ferry-strike p3): a citation, if there is a source of that name
    r"|\[(?P<bracketed>[^\s\[\]@^;,]+)(?:,?[ \u00a0]+p(?P<paragraph>\d{1,4}))?(?=[;\]])"
    r"|(?<![\w@\[./-])@(?P<bare>[^\s\[\]()@;,]+)(?:,?[ \u00a0]+p(?P<place>\d{1,4})\b)?(?!@)"
)
_LONG_ADDRESS = seldom(rf"\]\([^\s()]{{{LONGEST_URL},}}")
_CURLY_CAPTION = seldom(r"\]\([^\s()]+\s+[“”„«»‘’‚]([^()\n]*)[“”«»‘’]\)")
_CLOSING = tuple("”“\"»«’'")
_ENDS = ".:!?…*_”“\"»«’'"  # what stands behind a name and is none of it
_LONGEST_COMMENT = 1000  # characters of it that are pointed at


def find_strays(
    shown: Shown, source_map: SourceMap, whole: Place | None
) -> tuple[tuple[Problem, ...], tuple[Reference, ...]]:
    """A problem for each stray sign of a block; and what would be a citation if there were a source of that name.

    ``whole`` is the place of everything, for a line from front matter.
    """
    problems, doubts = [], []
    block = shown.block
    for stray, at in _strays(shown):
        name = stray["bracketed"] or stray["bare"]
        sign = _written(stray, block.content, at)
        place = whole or source_map.inline(block, at, len(sign))
        if not name:
            problems.append(_problem(sign, place))
        elif _may_cite(stray):
            paragraph = stray["paragraph"] or stray["place"]
            doubts.append(Reference(name.rstrip(_ENDS), int(paragraph) if paragraph else None, place))
    return tuple(problems), tuple(doubts)


def _strays(shown: Shown) -> Iterator[tuple[re.Match[str], int]]:
    """Each stray sign, and where in the block’s Markdown it is written."""
    if not any(sign in shown.text for sign in ("[", "]", "@", _COMMENT)) or not _STRAY.search(shown.text):
        return
    for text, start in shown.runs:
        for stray in _STRAY.finditer(text):
            if not shown.is_meant(start + stray.start(), stray[0][0]):
                yield stray, shown.written(start + stray.start())


def _written(stray: re.Match[str], content: str, at: int) -> str:
    """The stray sign with what belongs to it."""
    if stray[0] == _COMMENT:
        end = content.find("-->", at, at + _LONGEST_COMMENT)
        return content[at : end + 3] if end >= 0 else _COMMENT
    if stray["bracketed"]:
        return f"{stray[0]}]"
    return (_LONG_ADDRESS.match(content, at) or _CURLY_CAPTION.match(content, at) or stray)[0]


def _may_cite(stray: re.Match[str]) -> bool:
    """Whether it may be a citation: not an insertion, [she], and not what somebody is called online, @harbour."""
    if "-" in (stray["bracketed"] or stray["bare"]) or stray["paragraph"] or stray["place"]:
        return True
    before = stray.string[max(stray.start() - 3, 0) : stray.start()]
    if stray["bare"]:
        return before.endswith("(") and stray.string.startswith(")", stray.end())
    return before.rstrip(".,; \u00a0").endswith(_CLOSING)


def _problem(sign: str, place: Place) -> Problem:
    if sign.startswith(_COMMENT):
        hint = "delete it, or put it into the front matter, behind a #"
        return problem("stray-sign", place, "a comment is shown to readers", hint)
    if sign.startswith("[^"):
        hint = f"write it in a paragraph of its own, “{sign}: …”, or remove the mark"
        return problem("bad-citation", place, f"there is no footnote “{sign}”", hint)
    if sign == "[@":
        return problem("bad-citation", place, "this is not a citation", CITATION_HINT)
    if sign.startswith("["):
        return problem("unknown-term", place, "this is not a glossary link", "write [[name]] or [[name|words]]")
    return _no_link(sign, place)


def _no_link(sign: str, place: Place) -> Problem:
    if not sign.startswith("]("):
        return problem("stray-sign", place, "this looks like a link, but is none", "take the blank out between ] and (")
    if caption := _CURLY_CAPTION.match(sign):
        hint = f'use straight marks: "{caption[1]}"'
        return problem(
            "broken-link", place, "this is no picture or link, because its caption stands in curly marks", hint
        )
    if len(sign) > LONGEST_URL:
        message = f"this address has more than {LONGEST_URL:,} characters"
        return problem("broken-link", place, message, "link to a shorter one; pictures belong in assets/images/")
    hint = "put citations and [[…]] behind it, not into its words; set an address that holds blanks in <…>"
    return problem("broken-link", place, "this is not a link", hint)
