"""The double-quoted runs of a block of plain text: what an editor presents as somebody’s words.

One walk over the marks of the block. Each opens a run, closes the nearest that it can close, or does neither; what
stands beside it decides, and where that says nothing, whether a run is open that it could close. A mark that seems to
close a run and has none to close is *loose*: words that look quoted stand before it, and nobody would check them.
"""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from nutgraf.quotations.marks import ALWAYS_OPEN, CLOSERS, STRAIGHT, Mark, Side, marks_in
from nutgraf.quotations.signs import UNSPACED_LETTER

LEAST_WORDS = 2  # a single quoted word is a way of speaking, no quotation (design, 2.1)
_BREAK_BETWEEN_WORDS = re.compile(r"[\s–—―]+|--+")
_OPENING_SINGLE = re.compile(r"(?<!\w)['‘]\w")
_PREFIX = re.compile(r"(?<!\w)[ושהכלבמ]{1,3}\Z")  # Hebrew words that are written close to what follows
_LONGEST_PREFIX = 4


class Run(Struct, frozen=True):
    """The words between a pair of double quote marks."""

    text: str  # without the outer marks
    start: int  # of the text in the block, in characters
    end: int  # exclusive
    words: int  # in scripts without spaces, every character counts as one
    opening: int  # place of its opening mark
    is_closed: bool  # False: it goes to the end of the block


class Quoted(Struct, frozen=True):
    """What the double marks of a block say."""

    runs: tuple[Run, ...]  # in order
    loose: tuple[int, ...]  # places of marks that seem to close a run where none is open


def quoted_runs(plain: str) -> tuple[Run, ...]:
    """Every double-quoted run of a block, in order; a quotation within another belongs to the outer run.

    plain: the text of one block without markup. A run that is not closed goes to the end of the block: newspapers
    repeat the opening mark, and only that, at each paragraph of a longer quotation. Inch marks (6", 5'10") open
    nothing.
    """
    return read_quoted(plain).runs


def read_quoted(plain: str, citations: Sequence[int] = ()) -> Quoted:
    """The double-quoted runs of a block, and the marks that seem to close a run where none is open.

    citations: the 0-based places in `plain` at which citations were; a mark before one of them closes a run.
    """
    marks = tuple(marks_in(plain, frozenset(citations)))
    if not marks:
        return Quoted((), ())
    walk = _Walk(plain, marks)
    for number, mark in enumerate(marks):
        walk.meet(number, mark)
    if walk.opened:
        walk.add(walk.opened[0], None)
    return Quoted(tuple(walk.runs), tuple(walk.loose))


def count_words(text: str) -> int:
    """The number of words in the text; in scripts without spaces, every character counts as one."""
    pieces = _BREAK_BETWEEN_WORDS.split(UNSPACED_LETTER.sub(" ", text))
    return len(UNSPACED_LETTER.findall(text)) + sum(any(map(str.isalnum, piece)) for piece in pieces)


class _Walk(Struct):
    """The walk over the marks of a block."""

    plain: str
    marks: tuple[Mark, ...]
    opened: list[Mark] = field(default_factory=list)  # the marks whose runs are open, the outermost first
    counts: dict[str, int] = field(default_factory=dict)  # of these, by kind
    last: dict[str, int] = field(default_factory=dict)  # the last place of each kind
    within: Mark | None = None  # a mark within a word since the last run, which opens one if a loose mark follows
    spaced: int = 0  # how many » have a space on both sides
    single: int | None = None  # where the first single mark opens; None: not looked for yet
    runs: list[Run] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.last = {mark.kind: mark.start for mark in self.marks}
        self.spaced = sum(mark.kind == "»" and mark.is_spaced for mark in self.marks)

    def meet(self, number: int, mark: Mark) -> None:
        """Does what the next mark asks for."""
        partner = self._partner(mark)
        if mark.is_initials:
            self._keep(mark)
        elif mark.is_inch and mark.kind in (STRAIGHT, "”", "“") and self._is_inch(number, mark, partner):
            return
        elif partner and self._closes(mark, partner):
            self._close(mark, partner)
        elif self._opens(mark, is_free=not partner):
            self._open(mark)
        elif mark.before is Side.WORD and mark.after in (Side.WORD, Side.JOINED, Side.BRACKET):
            self._keep(mark)
        elif not partner:
            self._miss(mark)

    def add(self, opening: Mark, closing: Mark | None) -> None:
        """Writes a run down, with its words set off from the marks: French guillemets have spaces inside."""
        start = opening.end
        text = self.plain[start : closing.start if closing else len(self.plain)]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        run = Run(text, start, start + len(text), count_words(text), opening.start, closing is not None)
        self.runs.append(run)
        self.within = None

    def _partner(self, mark: Mark) -> str | None:
        """The kind that the mark would close: one whose usual closing mark it is, before others."""
        kinds = [kind for kind in CLOSERS if self.counts.get(kind) and mark.kind in CLOSERS[kind]]
        return min(kinds, key=lambda kind: CLOSERS[kind].index(mark.kind), default=None)

    def _is_inch(self, number: int, mark: Mark, partner: str | None) -> bool:
        """Whether a mark behind a figure means inches: nothing is open, or what closes the run comes only later."""
        if not partner:
            return mark.kind != "“" or mark.after in (Side.EDGE, Side.STOP)
        if mark.after is Side.WORD and mark.kind == STRAIGHT:
            return True
        if partner != STRAIGHT and mark.kind not in CLOSERS[partner][:1]:
            return any(self.last.get(kind, -1) > mark.start for kind in CLOSERS[partner][:2])
        following = self.marks[number + 1] if number + 1 < len(self.marks) else None
        return following is not None and len(self.opened) == 1 and following.kind == mark.kind and _ends(following)

    def _closes(self, mark: Mark, partner: str) -> bool:
        """Whether the mark closes a run of this kind."""
        before, after = mark.before, mark.after
        is_usual = CLOSERS[partner][0] == mark.kind != partner
        if mark.kind == "“" and partner == "“":
            return _ends(mark) or (before is not Side.EDGE and self.last.get("”", -1) < mark.start)
        if mark.kind == "«" and partner == "»":
            return _ends(mark) or before in (Side.WORD, Side.JOINED)
        if is_usual and mark.kind not in ("“", STRAIGHT):
            return True
        if before is Side.EDGE:  # a space before it: it opens, unless it stands alone
            return after is Side.EDGE and not (mark.kind == "“" and mark.is_spaced)
        if before is Side.COLON and after in (Side.WORD, Side.JOINED, Side.BRACKET):
            return False
        if mark.kind in (STRAIGHT, "”") and before is Side.WORD:
            return after is not Side.WORD
        return True

    def _opens(self, mark: Mark, *, is_free: bool) -> bool:
        """Whether the mark opens a run; ``is_free`` says that it has none to close."""
        before, after = mark.before, mark.after
        is_apart = mark.is_spaced or after is Side.EDGE
        if mark.is_weak and is_apart and not (before is Side.EDGE and self._is_closed_later(mark)):
            return False
        if mark.kind not in CLOSERS:
            return False
        if mark.kind in ALWAYS_OPEN:
            return not mark.is_weak or before is not Side.WORD or self._is_closed_later(mark)
        if mark.kind == "«":
            return True
        if after is Side.EDGE:
            if mark.kind == "“":
                return before in (Side.EDGE, Side.COLON)
            return mark.kind == STRAIGHT and mark.is_spaced and is_free and self._is_closed_later(mark)
        if before is Side.EDGE or mark.kind == "“":
            return after is not Side.STOP or before in (Side.EDGE, Side.COLON)
        if before is Side.COLON:
            return True
        return is_free and (before is Side.JOINED or (before is Side.STOP and after is not Side.STOP))

    def _is_closed_later(self, mark: Mark) -> bool:
        return any(self.last.get(kind, -1) > mark.start for kind in CLOSERS.get(mark.kind, ()))

    def _open(self, mark: Mark) -> None:
        self.opened.append(mark)
        self.counts[mark.kind] = self.counts.get(mark.kind, 0) + 1

    def _close(self, mark: Mark, partner: str) -> None:
        """Closes the nearest run of this kind, and those within it that nothing has closed."""
        while True:
            opening = self.opened.pop()
            self.counts[opening.kind] -= 1
            if opening.kind == partner:
                break
        if not self.opened:
            self.add(opening, mark)

    def _keep(self, mark: Mark) -> None:
        """Remembers a mark within a word: “said"we go" to us” has a space too few, ב"הארץ" a Hebrew prefix."""
        before = self.plain[max(mark.start - _LONGEST_PREFIX, 0) : mark.start]
        if not self.opened and mark.kind in CLOSERS and not (mark.is_initials and not _PREFIX.search(before)):
            self.within = mark

    def _miss(self, mark: Mark) -> None:
        """Takes a mark that seems to close a run, and has none to close."""
        if self.within and mark.kind in CLOSERS[self.within.kind]:
            self.add(self.within, mark)
        elif self._is_loose(mark):
            self.loose.append(mark.start)

    def _is_loose(self, mark: Mark) -> bool:
        if mark.kind == "»" and mark.before is mark.after is Side.EDGE and not mark.is_weak:
            is_step = mark.is_spaced and (self.spaced > 1 or not self.plain[: mark.start].strip())
            return not is_step  # of a path, Home » News; else it is a French one
        return _ends(mark) and mark.kind not in ALWAYS_OPEN and not (mark.is_weak and self._has_single(mark.start))

    def _has_single(self, end: int) -> bool:
        """Whether a single mark is open before this place: two of them may close two runs, ‘the dogs’’."""
        if self.single is None:
            found = _OPENING_SINGLE.search(self.plain)
            self.single = found.start() if found else len(self.plain)
        return self.single < end


def _ends(mark: Mark) -> bool:
    """Whether the mark is where only a closing one can be."""
    return mark.before is not Side.EDGE and mark.after in (Side.EDGE, Side.STOP)
