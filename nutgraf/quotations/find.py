"""Does a quotation stand word for word in a source? The front door of the matcher."""

from collections.abc import Iterator

from nutgraf.quotations.negation import ENGLISH_NEGATIONS
from nutgraf.quotations.outcome import Found, NotFound, Span
from nutgraf.quotations.parts import Part, adds_letters, has_signs, parts, whole, with_open_initial
from nutgraf.quotations.search import search
from nutgraf.quotations.source_text import Column, SourceText
from nutgraf.quotations.wording import wording

# The stop or comma that some desks set inside the marks, also before the mark of a quotation within; and its
# cousins in Chinese, Japanese, Hindi, Arabic and Urdu.
_STOPS = tuple(".,。，、।،۔")


def find_quotation(
    quotation: str,
    text: SourceText,
    *,
    paragraph: int | None = None,
    negations: frozenset[str] = ENGLISH_NEGATIONS,
) -> Found | NotFound:
    """The passages that repeat the quotation word for word (Found), or why there are none (NotFound).

    quotation: as the editor typed it, with or without outer marks; [insertions] and … are understood
    (docs/writing.md).
    paragraph: the number the editor gives, 1-based, 0 for the headline; preferred when the words occur more than once,
    but words in another paragraph count as found too. With None, the first place is taken.
    negations: words that an insertion may neither hide nor add, from negations_of().
    Spans count characters of the text given to prepare(), half-open. Raises nothing.
    """
    asked = wording(quotation).text
    text = text.for_quotation(asked)
    if spans := _spans(asked, text, paragraph, negations):
        return Found(spans)
    from nutgraf.quotations.explain import explain  # most quotations are found, and need no reason

    core = _without_marks(asked) or asked
    return explain(core, text, tuple(readings(core)), negations)


def passages(quotation: str, text: SourceText, *, negations: frozenset[str] = ENGLISH_NEGATIONS) -> tuple[Span, ...]:
    """The spans of the quotation in the text, or () if it is not there.

    Cheaper than find_quotation, as it gives no reason.
    Takes the same quotation and negations as find_quotation; the first place is returned.
    """
    asked = wording(quotation).text
    return _spans(asked, text.for_quotation(asked), None, negations)


def _spans(asked: str, text: SourceText, paragraph: int | None, negations: frozenset[str]) -> tuple[Span, ...]:
    found = (
        search(taken, column, paragraph, negations) for taken in readings(asked) for column in _columns(text, paragraph)
    )
    return next(filter(None, found), ())


def readings(asked: str) -> Iterator[tuple[Part, ...]]:
    """The ways to read a quotation, strictest first: as it is, then with the liberties that good practice allows.

    asked: a wording, see wording(). Each reading is its parts in order, never empty.
    """
    strict = []
    for taken in _strict_readings(asked):
        strict.append(taken)
        yield taken
    yield from (with_open_initial(taken) for taken in strict)


def _strict_readings(asked: str) -> Iterator[tuple[Part, ...]]:
    variants = _variants(asked)
    yield from (whole(variant) for variant in variants)
    if has_signs(asked) and not adds_letters(asked):
        yield from filter(None, map(parts, variants))


def _variants(asked: str) -> tuple[str, ...]:
    """The quotation as it is, without its final stop, and both without a pair of marks around the whole of it."""
    bare = _without_marks(asked)
    variants = (asked, *_restopped(asked), bare, *_restopped(bare))
    return tuple(variant for variant in dict.fromkeys(variants) if variant)


def _without_marks(asked: str) -> str:
    """The quotation without the pair of marks around the whole of it, as front matter may have it; "" without one."""
    return asked[1:-1] if len(asked) > 2 and asked[0] == "'" == asked[-1] else ""


def _restopped(asked: str) -> tuple[str, ...]:
    """Without a final stop or comma; if a quotation within ends here too, with it on either side of the mark."""
    core = asked[:-1].rstrip(" ") if asked.endswith(_STOPS) else asked
    if not core.endswith("'"):
        return (core,)
    if core == asked and core[:-1].endswith(_STOPS):
        core = f"{core[:-2].rstrip(' ')}'"
    return core, f"{core[:-1]},'", f"{core[:-1]}.'"


def _columns(text: SourceText, paragraph: int | None) -> Iterator[Column]:
    if paragraph == 0:
        yield text.headline
    yield text.body
    if text.continued:
        yield text.continued
    if paragraph != 0:
        yield text.headline
