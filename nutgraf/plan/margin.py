"""The margin of an answer: its notes, each beside the stretch of text that is the first to mark it."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from nutgraf.body import Body, Citation, Footnote, FootnoteMark, Piece, Section
from nutgraf.plan.notes import notes_of
from nutgraf.plan.prose import Prose, footnote_sign
from nutgraf.resolve.citations import NoteGroup
from nutgraf.views import parts

Run = Sequence[Piece]  # a stretch of text between two boxes


def beside(runs: Sequence[Run], section: Section, body: Body, group: NoteGroup, prose: Prose) -> list[parts.Notes]:
    """The notes beside each run of a section’s text, and the footnotes after them.

    Notes that only a footnote marks follow those of the last run: so they stand in the order of their numbers.
    """
    notes, footnotes = _first_marks(runs, prose), _first_footnote_marks(runs)
    last = max([*notes.values(), *footnotes.values()], default=0)
    listed = notes_of(group, prose).notes
    marks = _marks(body) if section.footnotes else {}
    written = [_footnote(footnote, marks[footnote.number], prose) for footnote in section.footnotes]
    return [
        _together(
            [note for note in listed if notes.get(note.number, last) == at],
            [footnote for footnote in written if footnotes.get(footnote.number, last) == at],
        )
        for at in range(len(runs))
    ]


def _first_marks(runs: Sequence[Run], prose: Prose) -> dict[int, int]:
    """The run in which each note is marked first."""
    found: dict[int, int] = {}
    for at, run in enumerate(runs):
        for piece in run:
            for mark in prose.citations.marks.get(piece, ()) if isinstance(piece, Citation) else ():
                found.setdefault(mark.note, at)
    return found


def _first_footnote_marks(runs: Sequence[Run]) -> dict[int, int]:
    found: dict[int, int] = {}
    for at, run in enumerate(runs):
        for mark in _footnote_marks(run):
            found.setdefault(mark.number, at)
    return found


def _together(notes: Sequence[parts.Note], footnotes: Sequence[parts.Footnote]) -> parts.Notes:
    """A list of its own: its first note names the source, whatever stood above another box."""
    shown = tuple(replace(note, is_same=note.is_same and number > 0) for number, note in enumerate(notes))
    return parts.Notes(shown[0].number if shown else 1, shown, tuple(footnotes))


def _marks(body: Body) -> dict[int, list[FootnoteMark]]:
    """The marks of every footnote, wherever they stand: one may be marked in several answers."""
    found: dict[int, list[FootnoteMark]] = {}
    for section in body.sections:
        for pieces in (section.pieces, *(footnote.pieces for footnote in section.footnotes)):
            for mark in _footnote_marks(pieces):
                found.setdefault(mark.number, []).append(mark)
    return found


def _footnote(footnote: Footnote, marks: Iterable[FootnoteMark], prose: Prose) -> parts.Footnote:
    return parts.Footnote(
        number=footnote.number,
        sign=footnote_sign(footnote.number),
        id=f"f{footnote.number}",
        text=prose.write(footnote.pieces),
        backlinks=tuple(f"#{mark.id}" for mark in sorted(marks, key=lambda mark: mark.repeat)),
    )


def _footnote_marks(pieces: Iterable[Piece]) -> Iterable[FootnoteMark]:
    return (piece for piece in pieces if isinstance(piece, FootnoteMark))
