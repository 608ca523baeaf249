"""The text of a file an editor wrote: UTF-8, one kind of line end."""

import codecs
import re

from nutgraf.problems import Place, Problem
from nutgraf.read import File
from nutgraf.rules import problem
from nutgraf.seeds.encoding import CONTROLS, FAR

# Bidi embeddings and overrides: they make readers see other words than the build checks (Unicode TR36, §2.6).
_TURNED = "\u202a-\u202e"
_UNSEEN = re.compile(f"[{_TURNED}{CONTROLS}\f]")
_MARKS_OF_OTHERS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


def decode(file: File) -> tuple[str | None, tuple[Problem, ...]]:
    """The file’s text with line feeds as line ends, or None and the problem that says why; UTF-8 only.

    A byte order mark is left out, and reported. Refused are control characters, NUL, and characters that turn the text
    around (Unicode TR36, 2.6). Raises ChangedError if the file has changed since the build began.
    """
    place, data = Place(file.path), file.read()
    for mark, name in _MARKS_OF_OTHERS.items():
        if data.startswith(mark):
            return None, (problem("bad-encoding", place, f"this file is {name}, not UTF-8", "save it as UTF-8"),)
    marked = data.startswith(codecs.BOM_UTF8)
    written = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_undecodable(file.path, written, error),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line, column = _line_and_column(text, text.index("\0"))
        at = Place(file.path, line, column, 1)
        hint = "save the file as UTF-8" if text.count("\0") > 1 else "remove it"
        return None, (problem("bad-encoding", at, "a NUL byte stands here, which no text holds", hint),)
    unseen = _unseen(text)
    if unseen:
        at = Place(file.path, *_line_and_column(text, unseen.start()), 1)
        message = f"{_named(unseen)} stands here, and nobody can see it"
        return None, (problem("bad-encoding", at, message, "remove it"),)
    if not text.strip():
        return None, (problem("empty-file", place, "this file is empty", "write it, or remove it"),)
    first = Place(file.path, 1, 1)
    found = problem("byte-order-mark", first, "this file begins with a byte order mark, which was passed over")
    return text, (found,) if marked else ()


def seen(text: str) -> str:
    """The same text, to be checked where an escape of YAML or TOML can have put in what a file may not hold.

    Raises ValueError for such a character, with two arguments: what is wrong, and what to do.
    """
    unseen = _unseen(text)
    if unseen:
        raise ValueError(f"{_named(unseen)} stands in it, and nobody can see it", "remove it")
    return text


def _unseen(text: str) -> re.Match[str] | None:
    """The first character that no file may hold."""
    found = _UNSEEN.search(text)
    return re.search(f"[{FAR}]", text) if found is None and any(sign in text for sign in FAR) else found


def _named(unseen: re.Match[str]) -> str:
    kind = "a sign that turns the text around" if re.match(f"[{_TURNED}]", unseen[0]) else "a control character"
    return f"{kind} (U+{ord(unseen[0]):04X})"


def _undecodable(path: str, written: bytes, error: UnicodeDecodeError) -> Problem:
    before = written[: error.start].decode("utf-8", "replace")
    line, column = _line_and_column(before, len(before))
    byte = written[error.start]
    return problem(
        "bad-encoding", Place(path, line, column, 1), f"byte 0x{byte:02X} is not UTF-8 text", "save the file as UTF-8"
    )


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
