"""A catalogue file, entry by entry: gettext’s PO format (GNU gettext manual, “The Format of PO Files”)."""

import re
from collections.abc import Iterator

from msgspec import Struct

_LINE = re.compile(r'(?P<word>msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)?\s*"(?P<text>[^"\\]*(?:\\.[^"\\]*)*)"')
_ENTRY_STARTS = re.compile(r"#|msgctxt\b|msgid\b")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}

Row = tuple[int, str]  # a line’s number, from 1, and what stands in it


class Fault(Struct, frozen=True):
    """What is wrong with a catalogue, and in which line."""

    line: int
    message: str
    hint: str


class Entry(Struct, frozen=True):
    """A message and its translations as they are written."""

    line: int  # of its msgid
    context: str | None  # separates two messages that are one in English
    message: str  # "" for the header
    plural: str | None  # the English plural; None for a message without numbers
    translations: tuple[str, ...]  # one, or one for each plural form; empty text where there is none yet
    is_fuzzy: bool  # a guess of the translator’s tool, which nobody has looked at


def read_po(text: str) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    """The entries of a PO file in their order, and a fault for each entry that cannot be read; that entry is left out.

    text: the contents of the file. Comments and obsolete entries (#~) are skipped, fuzzy ones are returned as such.
    """
    found = [_entry(block) for block in _blocks(text)]
    entries = tuple(each for each in found if isinstance(each, Entry))
    return entries, tuple(each for each in found if isinstance(each, Fault))


def _blocks(text: str) -> Iterator[list[Row]]:
    """The lines of each entry. Entries that are out of use (``#~``) are passed over."""
    block: list[Row] = []
    for number, line in enumerate(text.split("\n"), 1):
        row = number, line.strip()
        if _ENTRY_STARTS.match(row[1]) and any(line.startswith("msgstr") for _, line in block):
            yield block
            block = []
        if row[1].startswith("#~"):
            block = []  # the flags above it were its own
        elif row[1]:
            block.append(row)
    yield block


def _entry(block: list[Row]) -> Entry | Fault | None:
    """None for comments that belong to no entry."""
    texts: dict[str, str] = {}
    lines: dict[str, int] = {}
    word = ""
    for number, line in (row for row in block if not row[1].startswith("#")):
        match = _LINE.fullmatch(line)
        if match is None or not (match["word"] or word) or match["word"] in texts:
            return Fault(number, "this line cannot be read", 'write msgid "…" and msgstr "…", each once; quotes as \\"')
        word = match["word"] or word
        lines.setdefault(word, number)
        texts[word] = texts.get(word, "") + _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), match["text"])
    if not texts:
        return None
    translations = tuple(texts[word] for word in sorted(texts) if word.startswith("msgstr"))
    if "msgid" not in texts or not translations:
        return Fault(min(lines.values()), "a message has no msgid or no msgstr", 'write msgid "…" and msgstr "…"')
    flags = {flag.strip() for _, line in block if line.startswith("#,") for flag in line[2:].split(",")}
    return Entry(
        lines["msgid"], texts.get("msgctxt"), texts["msgid"], texts.get("msgid_plural"), translations, "fuzzy" in flags
    )
