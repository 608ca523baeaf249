"""A text as words, digits and signs, each with its place."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from nutgraf.figures.words import Phrases, key
from nutgraf.patterns import seldom

Found = TypeVar("Found")
DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,’']\d+)*)"
# Letters with their vowel signs, which Python does not count among \w: all scripts of India.
_LETTER = r"(?:[^\W\d_\u0964\u0965\u0970]|[\u0900-\u0963\u0971-\u0dff\u0300-\u036f\u200c\u200d])"
_TOKEN = re.compile(
    rf"\d{{1,2}}:\d\d(?::\d\d)?(?:\.\d+)?(?![\d:])|{DIGITS}|(?<![^\s(])\.\d+|[ap]\.\s?m\b\.?|o[’']clock\b|{_LETTER}+|[^\w\s]|_",
    re.IGNORECASE,
)
# Addresses of the web and of people, and tags.
_ADDRESS = seldom(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}"
    r"|(?<![\w.-])(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,10}/\S*"
    r"|(?<!\w)[@#]\w+",
    re.IGNORECASE,
)
_PHONE = seldom(
    r"\+\d{1,3}[ ()-]{1,3}\d[\d ()-]{6,18}\d|\+\d{10,13}(?!\d)|(?<!\d)(?:\d[ -])?\d{3,5}[ -]\d{3,4}-\d{4}(?!\d)"
    r"|(?<!\d)(?<!\d )0[1-9]\d{1,3}(?:[ -]\d{3,4}){1,3}(?![\d%])"
)


class Tokens:
    """The tokens of a text. A token that is part of no figure, such as a date or an address, has the key ""."""

    def __init__(self, plain: str, taken: Iterable[tuple[int, int]]) -> None:
        self.plain = plain
        matches = [*_TOKEN.finditer(plain)]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.keys = [_key(match[0]) for match in matches]
        free = bytearray(len(plain))
        for start, end in (*taken, *_addresses(plain)):
            free[start:end] = b"\1" * (end - start)
        if any(free):
            self.keys = [
                "" if free[start] or free[end - 1] else word
                for word, start, end in zip(self.keys, self.starts, self.ends, strict=True)
            ]

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, index: int) -> str:
        """The key of a token; "" before the first and after the last."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def is_digits(self, index: int) -> bool:
        """Whether a token is a number in digits."""
        word = self[index]
        return "0" <= word[:1] <= "9" and ":" not in word

    def is_word(self, index: int) -> bool:
        """Whether a token has letters."""
        return self[index][:1].isalpha()

    def is_glued(self, index: int) -> bool:
        """Whether nothing is between a token and the one before it."""
        return 0 < index < len(self.keys) and self.starts[index] == self.ends[index - 1]

    def is_near(self, index: int) -> bool:
        """Whether nothing or one space is between a token and the one before it."""
        return 0 < index < len(self.keys) and self.starts[index] - self.ends[index - 1] <= 1

    def is_joining(self, index: int) -> bool:
        """Whether a token is a hyphen with nothing on either side."""
        return self[index] == "-" and self.is_glued(index) and self.is_glued(index + 1)

    def behind(self, index: int) -> int:
        """The index itself, or the one after it if it is the hyphen between two words."""
        return index + 1 if self.is_joining(index) else index

    def is_capital(self, index: int) -> bool:
        """Whether a token begins with a capital."""
        return self.plain[self.starts[index]].isupper()

    def phrase_at(self, index: int, phrases: Phrases[Found]) -> tuple[int, Found] | None:
        """Where a phrase that begins with a token ends (exclusive), and what it means."""
        for words, meaning in phrases.get(self[index], ()):
            at = index
            for word in words:
                at = self.behind(at) if at > index else at
                if self[at] != word:
                    break
                at += 1
            else:
                return at, meaning
        return None

    def phrase_before(self, index: int, phrases: Phrases[Found]) -> tuple[int, Found] | None:
        """Where a phrase that ends right before a token begins, and what it means."""
        for words, meaning in phrases.get(self[index - 1], ()):
            start = index - len(words)
            if start >= 0 and tuple(self.keys[start:index]) == words:
                return start, meaning
        return None


def _key(token: str) -> str:
    if token[1:2] == "." and token[0] in "aApP":
        return f"{token[0].lower()}m"
    if token[0] == "." and len(token) > 1:
        return f"0{token}"
    return key(token) if token[0].isalpha() else token


def _addresses(plain: str) -> Iterable[tuple[int, int]]:
    if any(sign in plain for sign in ("@", "#", "/", "www.")):
        yield from (match.span() for match in _ADDRESS.finditer(plain))
    if "+" in plain or "-" in plain or "0" in plain:
        yield from (match.span() for match in _PHONE.finditer(plain))


class _Plain(dict[int, int]):
    """What each character is read as; filled as characters are met."""

    def __missing__(self, code: int) -> int:
        self[code] = found = _plain_code(chr(code))
        return found


def _plain_code(sign: str) -> int:
    if sign in "‐‑‒–−—":
        return ord("-") if sign != "—" else ord("—")
    if sign in "％٪﹪":
        return ord("%")
    if sign in "٬，":
        return ord(",")
    if sign in "٫．":
        return ord(".")
    digit = unicodedata.decimal(sign, None)
    return ord(str(digit)) if digit is not None else ord(sign)


_PLAIN = _Plain()


def plain_of(text: str) -> str:
    """The text, one character for each, with plain digits, hyphens, separators and per cent signs; em dashes stay."""
    return text if text.isascii() else text.translate(_PLAIN)
