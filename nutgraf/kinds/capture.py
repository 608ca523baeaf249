"""Seeds: ``seeds/<file>``, read by the cleaner."""

import hashlib
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from nutgraf.dates import parse_date
from nutgraf.kinds.languages import is_language
from nutgraf.kinds.source import SourceFile
from nutgraf.problems import Place, Problem
from nutgraf.read import File
from nutgraf.rules import named_by, problem
from nutgraf.seeds import Reading, TooLargeError, decode_capture, read_capture
from nutgraf.slugs import slugify

SUFFIXES = (".txt", ".html", ".htm", ".md")


class Capture(Struct, frozen=True):
    """A seed as the cleaner read it."""

    source: str  # id of the source it is read for
    path: str
    sha256: str  # of its bytes; the pinned one, if the two differ in nothing but line ends
    reading: Reading


def read_seed(file: File, told: SourceFile | None) -> tuple[Capture | None, tuple[Problem, ...]]:
    """The seed as its source file wants it read, or None, and every problem of it.

    Nothing is raised for a bad capture.
    told: the source file that names it; None if none does, and the seed is a source by itself.
    """
    place = Place(file.path)
    suffix = PurePosixPath(file.path).suffix.lower()
    if suffix not in SUFFIXES:
        message, hint = f"a “{suffix}” file cannot be read as a source", f"seeds are {', '.join(SUFFIXES)} files"
        if told:
            return None, (problem("seed-unreadable", told.seed.place, message, hint),)
        return None, (problem("misplaced-file", place, message, hint, cause_of=named_by(file.path)),)
    try:
        text = decode_capture(file.read(), told.encoding.text if told and told.encoding else None)
    except ValueError as error:
        message, _, hint = str(error).partition("; ")
        at = told.encoding.place if told and told.encoding else place
        return None, (problem(_rule(error, "bad-encoding"), at, message, *filter(None, [hint])),)
    remove = tuple(line.text for line in told.remove) if told else ()
    keep = tuple(line.text for line in told.keep) if told else ()
    try:
        reading = read_capture(text, suffix, remove, keep)
    except ValueError as error:
        message, _, hint = str(error).partition("; ")
        return None, (problem(_rule(error, "seed-unreadable"), place, message, *filter(None, [hint])),)
    source = told.id if told else slugify(file.name.stem)
    capture = Capture(source, file.path, _sha256(file, told), _fit(reading))
    return capture, tuple(_problems(capture, told))


def _sha256(file: File, told: SourceFile | None) -> str:
    """The sum of the capture, whichever line ends it has here: git on Windows writes other ones than were pinned."""
    pinned = told.sha256.text.lower() if told and told.sha256 else file.digest
    if pinned == file.digest:
        return pinned
    lines = file.read().replace(b"\r\n", b"\n")
    ended = (lines, lines.replace(b"\n", b"\r\n"))
    return pinned if pinned in {hashlib.sha256(data).hexdigest() for data in ended} else file.digest


def _fit(reading: Reading) -> Reading:
    """The reading with what a capture says of itself in the form that the site needs, or without it."""
    published = _edtf(reading.published) if reading.published else None
    language = reading.language if reading.language and is_language(reading.language) else None
    return replace(reading, published=published, language=language)


def _edtf(written: str) -> str | None:
    """The date as EDTF, without a time of day; None for words that are no date, or a day that does not exist."""
    from nutgraf.seeds.published import read_date  # most builds read no seed anew

    for text in (written, read_date(written), written.partition("T")[0]):
        try:
            return parse_date(text or "").text
        except ValueError:
            continue
    return None


def _rule(error: ValueError, usual: str) -> str:
    return "too-large" if isinstance(error, TooLargeError) else usual


def _problems(capture: Capture, told: SourceFile | None) -> list[Problem]:
    found = []
    if not capture.reading.paragraphs:
        message = "no article text was found in this seed"
        shows = f"to see what was dropped: python site.py source {capture.source}"
        hints = ("name the lines to keep in its source file", shows)
        found.append(
            problem("seed-unreadable", Place(capture.path), message, *hints, cause_of=(f"text of {capture.source}",))
        )
    for unmatched in capture.reading.unmatched:
        named = [line for line in (*told.remove, *told.keep) if line.text == unmatched.override] if told else []
        place = named[0].place if named else Place(capture.path)
        hint = f"nearest, line {unmatched.nearest_number}: “{unmatched.nearest_text}”" if unmatched.nearest_text else ""
        message = "no line of the seed reads like this"
        found.append(problem("unmatched-override", place, message, *filter(None, [hint])))
    return found
