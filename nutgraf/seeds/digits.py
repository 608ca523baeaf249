"""Digits of every script as the digits of dates: ২০২৪ and ٢٠٢٤ are 2024."""

from __future__ import annotations

# The zeros of the scripts that newsrooms write in (Unicode, general category Nd); each is followed by its 1 to 9.
_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐０"
OTHER_DIGITS = "".join(chr(ord(zero) + value) for zero in _ZEROS for value in range(10))
_WESTERN = {ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)}


def western_digits(text: str) -> str:
    """The text with 0 to 9 for the digits of other scripts; no place changes, as its length stays the same."""
    return text if text.isascii() else text.translate(_WESTERN)
