"""A quotation taken apart at its omissions and insertions.

    We [the ministry] decided … [t]o go

has two parts, because an omission lies between them. The first has two stretches, “We” and “decided”, with an
insertion between; in the second, the case of one letter is open.
"""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from nutgraf.patterns import seldom
from nutgraf.quotations.signs import UNSPACED

# Each sign can be read in one way only: a long row of dots must not send the search back and forth. A full stop before
# an omission is the desk’s own as often as the source’s (the four dots of the Chicago Manual), so it goes along.
_DOTS = r"(?:(?:\. ?){2}\.|(?:\. ?)?[…⋯])(?: ?[.…⋯])*"
_LETTER = f"(?:(?![{UNSPACED}])\\w)"
_SIGN = seldom(
    rf"(?P<omission>(?:\. ?)?(?:\[ ?{_DOTS} ?\]|\( ?{_DOTS} ?\))|{_DOTS})"
    rf"|(?<!\w)\[(?P<capital>{_LETTER})\](?={_LETTER})"
    r"|\[(?P<insertion>[^\[\]]*)\]"
)
_ADDED_LETTERS = seldom(rf"{_LETTER}\[(?:{_LETTER}|['-])|(?:{_LETTER}|-)\]{_LETTER}")
_MOST_INSERTIONS = 40  # in one part; what holds more is no quotation, and each costs another pass
_MARKS_ONLY = {"sic", "sic!", ""}


class Stretch(Struct, frozen=True):
    """Words that must follow each other in the source."""

    text: str  # a wording
    open_case: tuple[int, ...] = ()  # places of letters that may be capital or small


class Insertion(Struct, frozen=True):
    """Bracketed words of the desk; they replace a few words of the source, or none."""

    text: str

    @property
    def stands_for_nothing(self) -> bool:
        """True for a remark such as [sic], or empty brackets, that replaces no word of the source."""
        return self.text.strip().lower() in _MARKS_ONLY


class Part(Struct, frozen=True):
    """The words between two omissions."""

    stretches: tuple[Stretch, ...]
    insertions: tuple[Insertion, ...]  # one fewer: between the stretches
    opening: Insertion | None = None  # before the first stretch
    closing: Insertion | None = None  # after the last


class _Draft(Struct):
    """A part while it is being read."""

    stretches: list[Stretch] = field(default_factory=list)
    insertions: list[Insertion] = field(default_factory=list)
    opening: Insertion | None = None
    text: str = ""
    open_case: tuple[int, ...] = ()

    def insert(self, insertion: Insertion) -> None:
        """Close the stretch at hand and note what follows it."""
        self._close()
        if not self.stretches:
            self.opening = _both(self.opening, insertion)
        elif len(self.insertions) == len(self.stretches):
            self.insertions[-1] = _both(self.insertions[-1], insertion)
        else:
            self.insertions.append(insertion)

    def part(self) -> Part | None:
        """The finished part, or None if it holds no word."""
        self._close()
        if not any(any(map(str.isalnum, stretch.text)) for stretch in self.stretches):
            return None
        between, after = self.insertions[: len(self.stretches) - 1], self.insertions[len(self.stretches) - 1 :]
        return Part(tuple(self.stretches), tuple(between), self.opening, after[0] if after else None)

    def _close(self) -> None:
        text = self.text.strip(" ")
        if text:
            shift = len(self.text) - len(self.text.lstrip(" "))
            self.stretches.append(Stretch(text, tuple(at - shift for at in self.open_case)))
        self.text, self.open_case = "", ()


def _both(first: Insertion | None, second: Insertion) -> Insertion:
    return Insertion(f"{first.text} {second.text}") if first else second


def whole(quotation: str) -> tuple[Part, ...]:
    """One part with one stretch, all of the quotation, a wording: its brackets and dots count as the source’s own."""
    return (Part((Stretch(quotation),), ()),)


def parts(quotation: str) -> tuple[Part, ...]:
    """The wording of a quotation, split at its omissions and insertions.

    () if it has no word, or more than 40 insertions in one part, which no quotation has and which would cost time.
    """
    taken = tuple(part for draft in _drafts(quotation) if (part := draft.part()))
    return () if any(len(part.insertions) > _MOST_INSERTIONS for part in taken) else taken


def has_signs(quotation: str) -> bool:
    """True if the quotation, a wording, has an omission or a pair of brackets (docs/writing.md)."""
    return bool(_SIGN.search(quotation))


def adds_letters(quotation: str) -> bool:
    """True if a bracket adds letters to a word of the quotation, a wording, as in decide[d].

    That misstates what the source says; [T]he does not.
    """
    return bool(_ADDED_LETTERS.search(_SIGN.sub(lambda sign: sign["capital"] or sign[0], quotation)))


def with_open_initial(taken: tuple[Part, ...]) -> tuple[Part, ...]:
    """The same parts, with the first letter or digit of all allowed in either case; unchanged if that is no letter.

    taken: at least one part.
    """
    first = taken[0].stretches[0]
    at = next((place for place, sign in enumerate(first.text) if sign.isalnum()), None)
    if at is None or not first.text[at].isalpha():
        return taken
    opened = replace(first, open_case=tuple(sorted({at, *first.open_case})))
    return (replace(taken[0], stretches=(opened, *taken[0].stretches[1:])), *taken[1:])


def _drafts(quotation: str) -> Iterator[_Draft]:
    draft = _Draft()
    done = 0
    for sign in _SIGN.finditer(quotation):
        draft.text += quotation[done : sign.start()]
        done = sign.end()
        if sign["omission"]:
            yield draft
            draft = _Draft()
        elif sign["capital"]:
            draft.open_case += (len(draft.text),)
            draft.text += sign["capital"]
        else:
            draft.insert(Insertion(sign["insertion"]))
    draft.text += quotation[done:]
    yield draft
