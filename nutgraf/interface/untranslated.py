"""English words on pages of another language, told apart from the rest (WCAG 3.1.2: language of parts).

A message cannot know whether a template shows it in the text or in an attribute, where no element can stand. So it
carries marks of its own, for which the finished page has elements, or nothing.
"""

import re

_OPENED, _CLOSED = "\ufdd0", "\ufdd1"  # noncharacters: Unicode keeps them for use inside programs
_PLACE = re.compile(r"(%\(\w+\)s)")
_LETTER = re.compile(r"[^\W\d_]")
# What holds no elements: tags with their attributes, and text that browsers take as it stands.
_MARK = re.compile(rf"<(title|script|style|textarea)\b.*?</\1>|<[^>]*>|{_OPENED}|{_CLOSED}", re.DOTALL)


def marked(message: str) -> str:
    """The English message with an invisible mark before and after its words.

    Placeholders such as %(num)s stay outside.
    told_apart or unmarked must take the marks out again.
    """
    parts = _PLACE.split(message)
    words = (part if _PLACE.fullmatch(part) or not _LETTER.search(part) else _around(part) for part in parts)
    return "".join(words)


def _around(words: str) -> str:
    """The words with the marks inside the spaces around them, which belong to the line."""
    bare = words.strip()
    before, _, after = words.partition(bare)
    return f"{before}{_OPENED}{bare}{_CLOSED}{after}"


def told_apart(page: str) -> str:
    """The finished HTML page with its marked English words in `<bdi lang="en">` (WCAG 2.2, 3.1.2).

    In attributes, titles, scripts, styles and text areas, which hold no elements, the marks are only removed.
    """
    return _MARK.sub(_element, page) if _OPENED in page else page


def unmarked(text: str) -> str:
    """The text without marks, for what is not HTML."""
    return text.replace(_OPENED, "").replace(_CLOSED, "")


def _element(found: re.Match[str]) -> str:
    if found[0] == _OPENED:
        return '<bdi lang="en">'
    return "</bdi>" if found[0] == _CLOSED else unmarked(found[0])
