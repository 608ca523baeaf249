"""A text as words with symbols, so that one grammar reads the dates of every language."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from msgspec import Struct

from nutgraf.dates.locales import locale_of
from nutgraf.dates.time_words import MONTHS, NAMES_OF_OTHER_THINGS, WORDS
from nutgraf.patterns import seldom

# Marks of Indian scripts and of Arabic belong to words, but are no letters to Python. The dandas are full stops.
_LETTERS = r"(?![\d_])[\w\u0900-\u0963\u0970-\u0dff\u0e31-\u0e4e\u064b-\u0652]+"
# Dropped from what is read: nukta, accents, and signs that nobody sees.
_DROPPED = seldom("[\u093c\u09bc\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]+")
_WITH_ACCENTS = ((0xC0, 0x250), (0x386, 0x3CF), (0x400, 0x460), (0x958, 0x960), (0x1E00, 0x2000))
_TOKEN = seldom(
    r"(?P<han>[\u3040-\u30ff\u3400-\u9fff])"
    r"|(?P<elided>(?:[dlDL]|[ad]ll|[dn]ell)'(?=\w))"
    r"|(?P<year_of_money>(?:FY|fy)(?=\s?\d{4}))"
    r"|(?P<quarter>[qQ][1-4]\b)|(?P<fiscal>(?:FY|fy)\s?'?\d\d\b(?!-))"
    r"|(?P<word>@(?:'@)*)"
    r"|(?P<gap>\n)"
    r"|(?=\d)(?:"
    r"(?P<iso>(?<![\d.-])\d{4}(?P<line>[-/])\d\d?(?P=line)\d\d?(?!-?\d))"
    r"|(?P<years>(?<![\d.-])\d{4}-\d\d(?![\d-]|[.,:]\d))"
    r"|(?P<numeric>(?<![\d./-])\d\d?(?P<mark>[./-])\d\d?(?P=mark)(?:\d{4}|(?<=/)\d\d)(?![\d/-]|\.\d))"
    r"|(?P<script>\d{1,4}\s?[年月日년월일])"
    r"|(?P<decade>\d{3}0'?s\b)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*(?:(?P<nth>st|nd|rd|th|er|re|[ºª])\b)?(?P<rest>@)?)"
    r")|(?P<sign>\S)".replace("@", _LETTERS)
)
_UNITS_OF_SCRIPT = {"년": "年", "월": "月", "일": "日"}
_YEARS = range(1000, 2200)


class Token(Struct, frozen=True):
    """One word, number or sign of a text."""

    symbol: str  # one character: what it is, by time_words
    start: int  # 0-based, in the text given
    end: int  # exclusive
    text: str  # in lower case, without accents and nukta
    numbers: tuple[int, ...] = ()  # what it counts: a day, a month, a year, days from today
    name: str = (
        ""  # a unit, a season, an edge; “weak” for a month whose name means other things, “short” for a short form
    )
    is_capital: bool = False  # it begins with a capital letter
    is_possessive: bool = False  # “’s” follows


class _Entry(Struct, frozen=True):
    symbol: str
    numbers: tuple[int, ...] = ()
    name: str = ""
    is_capitalised: bool = False  # counts only with a capital letter
    is_short: bool = False  # an abbreviation: a full stop after it belongs to it


_SYMBOLS = {
    "iso": "i",
    "numeric": "i",
    "years": "J",
    "decade": "D",
    "quarter": "R",
    "fiscal": "Y",
    "elided": "o",
    "year_of_money": "F",
}
_OTHER, _NAME, _SEVERAL, _WORD = _Entry("."), _Entry("N"), _Entry("S"), _Entry("x")
_SIGNS = {sign: _Entry(symbol) for sign, symbol in zip(",،、-&()", ",,,-&()", strict=True)}


class _Lexicon(Struct, frozen=True):
    words: dict[str, _Entry]
    has_ordinals: bool  # a full stop after a number makes it a day: 4. Februar


def tokens_of(text: str, languages: tuple[str, ...]) -> list[Token]:
    """The words, numbers and signs of a text, in order. languages: BCP 47 tags whose words count."""
    plain = text.translate(_plain_signs())
    dropped = [(match.start(), match.end()) for match in _DROPPED.finditer(plain)]
    plain = _DROPPED.sub("", plain) if dropped else plain
    places = _Places(dropped)
    lexicon, end = _lexicon(languages), 0
    found: list[Token] = []
    for match in _TOKEN.finditer(plain):
        if match.start() < end:
            continue  # the full stop of an abbreviation
        entry, end = _read(match, plain, lexicon)
        start, stop = places.original(match.start()), places.original(end - 1, is_end=True)
        word, is_capital, is_possessive = plain[match.start() : end].lower(), match[0][0].isupper(), end < match.end()
        found.append(Token(entry.symbol, start, stop, word, entry.numbers, entry.name, is_capital, is_possessive))
    return found


class _Places:
    """Leads from a place in the text that is read back to the text as given."""

    def __init__(self, dropped: list[tuple[int, int]]) -> None:
        self._plain: list[int] = []  # where something was dropped, in the text that is read
        self._before = [0]  # how many signs were dropped up to there
        for start, end in dropped:
            self._plain.append(start - self._before[-1])
            self._before.append(self._before[-1] + end - start)

    def original(self, plain: int, *, is_end: bool = False) -> int:
        """The place in the text as given; with is_end, of the end of the sign there and of marks dropped after it."""
        at = plain + 1 if is_end else plain
        return at + self._before[bisect_right(self._plain, at)]


@lru_cache(maxsize=1)
def _plain_signs() -> dict[int, str]:
    """One sign for another: plain digits, hyphens, spaces and apostrophes, and letters without accents."""
    table = {code: str(unicodedata.decimal(chr(code))) for code in range(128, 0x10000) if chr(code).isdecimal()}
    table |= {ord(sign): "-" for sign in "‐‑‒–—−"} | {ord(sign): " " for sign in "\u00a0\u2009\u202f\t\r"}
    table |= {ord(sign): "'" for sign in "‘’ʼ"}
    for first, last in _WITH_ACCENTS:
        for code in range(first, last):
            base = unicodedata.normalize("NFD", chr(code))[0]
            if base != chr(code):
                table[code] = base
    return table


def _read(match: re.Match[str], plain: str, lexicon: _Lexicon) -> tuple[_Entry, int]:
    """What a token is, and where it ends in the text that is read."""
    group, end = match.lastgroup or "", match.end()
    if group == "word":
        return _word(match[0], plain, end, lexicon)
    if group == "number":
        entry = _number(match)
        if lexicon.has_ordinals and entry.symbol in "dy" and plain.startswith(".", end):
            end += 1
        return entry, end
    if group == "script":
        sign = _UNITS_OF_SCRIPT.get(match[0][-1], match[0][-1])
        return _Entry(sign, (int(match[0][:-1]),)), end
    if group in _SYMBOLS:
        return _Entry(_SYMBOLS[group], tuple(map(int, re.findall(r"\d+", match[0])))), end
    return _SIGNS.get(match[0], _OTHER), end


def _word(word: str, plain: str, end: int, lexicon: _Lexicon) -> tuple[_Entry, int]:
    bare = word.lower()
    if bare.endswith("'s"):
        bare, end = bare[:-2], end - 2
    entry = lexicon.words.get(bare)
    if entry is None or (entry.is_capitalised and word[0].islower()):
        if entry and entry.symbol == "m":
            return _Entry("M", entry.numbers, "weak"), end
        is_several = word.islower() and len(word) > 3 and word.endswith("s")
        return _NAME if word[0].isupper() else _SEVERAL if is_several else _WORD, end
    if entry.is_short and plain.startswith(".", end):
        end += 1
    return entry, end


def _number(match: re.Match[str]) -> _Entry:
    digits = match[0].removesuffix(match["nth"] or "")
    if match["rest"] or not digits.isdecimal() or len(digits) > 4:
        return _WORD
    number = int(digits)
    if len(digits) <= 2 and 1 <= number <= 31:
        return _Entry("d", (number,))
    if match["nth"]:
        return _WORD
    if len(digits) == 4:
        return _Entry("y", (number,)) if number in _YEARS else _WORD
    return _Entry("#", (number,))


@lru_cache(maxsize=64)
def _lexicon(languages: tuple[str, ...]) -> _Lexicon:
    """The words that count in these languages; where two languages differ, the first one’s."""
    words: dict[str, _Entry] = {}
    has_ordinals = False
    for language in languages:
        subtag = language.partition("-")[0].lower()
        for line in WORDS.get(subtag, "").strip().splitlines():
            symbol, *entries = line.split()
            for written in entries:
                word, _, value = written.partition("=")
                words.setdefault(folded(word), _entry(symbol, value, subtag))
        for name, entry in _months(language).items():
            known = words.get(name)
            if known and known.symbol == "m" and known.is_capitalised and not entry.is_capitalised:
                del words[name]
            words.setdefault(name, entry)
        locale = locale_of(language)
        formats = [locale.date_formats[width].pattern for width in ("long", "medium")] if locale else []
        has_ordinals |= any("d." in pattern for pattern in formats)
    return _Lexicon(words, has_ordinals)


def _entry(symbol: str, value: str, subtag: str) -> _Entry:
    is_number = bool(re.fullmatch(r"-?\d+(?:,-?\d+)*", value))
    numbers = tuple(int(number) for number in value.split(",")) if is_number else ()
    return _Entry(symbol, numbers, "" if is_number else value, is_capitalised=symbol == "w" and subtag == "en")


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, _Entry]:
    """The names of the months and their short forms, as the language writes them (Unicode CLDR)."""
    locale, found = locale_of(language), {}
    written = [entry.partition("=")[::2] for entry in MONTHS.get(language.partition("-")[0].lower(), "").split()]
    names = [(name, int(month), "wide" if len(name) > 4 else "abbreviated") for name, month in written]
    for form, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
        names += [(name, int(month), width) for month, name in (locale.months[form][width] if locale else {}).items()]
    for name, month, width in names:
        plain, is_short = folded(name.rstrip(".")), width != "wide"
        if re.fullmatch(_LETTERS, plain) and plain not in found:
            weak = "short" if is_short else "weak" if plain in NAMES_OF_OTHER_THINGS else ""
            found[plain] = _Entry("m", (month,), weak, is_capitalised=name[0].isupper(), is_short=is_short)
    return found


def folded(word: str) -> str:
    """A word in lower case, without accents and nukta, as tokens have it."""
    return _DROPPED.sub("", unicodedata.normalize("NFC", word).translate(_plain_signs())).lower()
