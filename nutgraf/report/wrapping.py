"""Text for a terminal: what it may hold, how wide it is, and how it is broken into lines."""

import unicodedata

_JOINERS = "\u200c\u200d"  # they shape Indic, Persian and emoji words
_LEAST = 16  # columns of a line, however narrow the terminal is


def plain(text: str) -> str:
    """The text on one line, with a space for what a terminal would act upon and nobody could see."""
    return "".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in text)


def cells(text: str) -> int:
    """How many columns of a terminal the text takes (Unicode UAX #11); combining characters take none."""
    return sum(map(_columns, text))


def fitting(text: str, room: int) -> int:
    """How many of the first characters fit into so many columns."""
    for number, sign in enumerate(text):
        room -= _columns(sign)
        if room < 0:
            return number
    return len(text)


def cut(text: str, room: int) -> str:
    """The text in so many columns, with “…” for what does not fit; never in fewer than 16."""
    room = max(room, _LEAST)
    return text if cells(text) <= room else f"{text[: fitting(text, room - 1)].rstrip()}…"


def wrapped(text: str, width: int | None, first: int, indent: int) -> str:
    """The text broken between words into lines that fit the width; None leaves it as it is.

    first: the columns that are taken already where the text begins. indent: the spaces before its other lines. A word
    that is wider than a line stays whole, so that a path can be copied.
    """
    if width is None:
        return text
    lines: list[str] = []
    left = 0
    for word in text.split(" "):
        size = cells(word)
        if lines and size < left:
            lines[-1] += f" {word}"
            left -= size + 1
        else:
            left = max(width - (indent if lines else first), _LEAST) - size
            lines.append(word)
    return f"\n{' ' * indent}".join(lines)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
