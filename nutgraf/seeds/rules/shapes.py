"""Furniture known by its shape alone, in any language."""

from __future__ import annotations

import re

from nutgraf.seeds.digits import western_digits
from nutgraf.seeds.rules.rule import Rule, Scene
from nutgraf.seeds.shape import count_sentences

_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:pic\.twitter\.com|t\.co)/\S+")
_PLACEHOLDER = re.compile(
    r"#\w+_\w+|\[?[\w%-]+\.(?:jpe?g|png|gif|webp|svg|mp4)\]?|!\[.*|\[\W*(?:image|img|video|photo|embed|advertisement|ad)\b.{0,60}\]",
    re.IGNORECASE,
)
_READ_TIME = re.compile(
    r"\W*(?:\w+\s?[:：]?\s){0,4}?\d{1,3}\s*[-–]?\s*(?:min|mins|minutes?|minuten?|minutos?|minuti|мин\w*|मिनट|دقائق|دقيقة|分钟|分鐘|分|dakika|dk)\b\.?(?:\s?\S+){0,3}$",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\d\s*[-–]?\s*[mм分मدd]", re.IGNORECASE)  # a quick look before the long one
_NUMBER = re.compile(r"\W*\d[\d.,]*\s?[kKmM]?\W*")
_COUNT = re.compile(r"\W*\d[\d.,]*\s?[kKmM]?\s[^\W\d_]+\W*|\W*[^\W\d_]+\s?[:(]?\s?\d[\d.,]*[kKmM]?\W*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)")
_TWO_LETTERS = re.compile(r"[\W_]*[^\W_][\W_]*[^\W_]")


def _text(index: int, scene: Scene) -> str:
    return scene.blocks[index].text


def is_bare_link(index: int, scene: Scene) -> bool:
    """True for a line that is an address and fewer than 12 characters more."""
    text = _text(index, scene)
    if not ("/" in text or "@" in text or "www." in text):
        return False
    return _LINK.search(text) is not None and len(_LINK.sub("", text).strip(" :-–|")) < 12


def is_placeholder(index: int, scene: Scene) -> bool:
    """True for the name of a picture instead of the picture, such as a file name or “[Advertisement]”."""
    text = _text(index, scene)
    return (text[0] in "#[!" or "." in text) and _PLACEHOLDER.fullmatch(text) is not None


def is_menu(index: int, scene: Scene) -> bool:
    """True for a row of links in one line: many separators between short pieces, or one run of capitalised words."""
    block = scene.blocks[index]
    shape = block.shape
    if shape.ends_sentence or (shape.separators < 2 and shape.words < 9):
        return False
    links = shape.separators >= 2 and shape.length / (shape.separators + 1) < 26
    capitals = shape.words >= 9 and shape.capitalised > 0.85 and shape.length > 110 and "," not in block.text
    return (links or capitals) and count_sentences(block.text) <= 1


def is_number(index: int, scene: Scene) -> bool:
    """True for a line that is a number and nothing else, unless it is an answer such as “– 114.” in a talk."""
    block = scene.blocks[index]
    spoken = block.shape.ends_sentence and block.text[0] in "–—-“„«\"'‘"  # “– 114.” is an answer
    return not spoken and _NUMBER.fullmatch(block.text) is not None


def is_counter(index: int, scene: Scene) -> bool:
    """True for a number with a word: “12 Comments”, “Views: 345”."""
    block = scene.blocks[index]
    if block.shape.digits == 0 or block.shape.ends_sentence or block.shape.continues:
        return False
    return _COUNT.fullmatch(block.text) is not None


def is_read_time(index: int, scene: Scene) -> bool:
    """True for a line that says how long the page takes to read."""
    text = _text(index, scene)
    return _MINUTES.search(text) is not None and _READ_TIME.match(text) is not None


def is_date_line(index: int, scene: Scene) -> bool:
    """True for a short line that is mostly a date or a time, in digits of any script."""
    block = scene.blocks[index]
    shape = block.shape
    if shape.digits < (0.12 if shape.words <= 6 else 0.2):
        return False
    if shape.words > (16 if shape.digits > 0.3 else 13) or (shape.ends_sentence and shape.digits < 0.35):
        return False
    text = western_digits(block.text)
    return _YEAR.search(text) is not None or _CLOCK.search(text) is not None


def is_symbols(index: int, scene: Scene) -> bool:
    """True for a line with at most one letter or digit."""
    return _TWO_LETTERS.match(_text(index, scene)) is None


def is_copyright(index: int, scene: Scene) -> bool:
    """True for a copyright notice: ©, (c) or the word in the first 60 characters, and a year."""
    block = scene.blocks[index]
    opening = block.text[:60].casefold()
    if not ("©" in opening or "(c)" in opening or "copyright" in opening):
        return False
    return _YEAR.search(western_digits(block.text)) is not None


SHAPE_RULES = (
    Rule("bare-link", "The line is nothing but an address.", 1.0, 0.8, is_bare_link, 400),
    Rule("image-placeholder", "The line is the name of a picture, not its caption.", 2.0, 0.3, is_placeholder, 120),
    Rule("menu", "The line is a row of links: separators or capitals throughout, and no sentence.", 1.5, 2.0, is_menu),
    Rule("number", "The line is a number: a page, a count, a rank.", 1.0, 0.6, is_number, 16, numeric=True),
    Rule(
        "counter",
        "The line is a number with a word: comments, views, shares; or two eggs.",
        0.7,
        0.8,
        is_counter,
        26,
        numeric=True,
    ),
    Rule("read-time", "The line says how long reading takes.", 2.0, 0.4, is_read_time, 40, numeric=True),
    Rule("date-line", "The line is a date or time and little else.", 1.2, 0.7, is_date_line, 80, numeric=True),
    Rule("symbols", "The line has no words.", 1.0, 0.1, is_symbols, 200),
    Rule("copyright", "The line is the copyright notice.", 2.0, 6.0, is_copyright, 400, numeric=True),
)
