"""Does a quotation stand word for word in a source? The front door of the matcher."""

import re
from collections.abc import Iterator

from nutgraf.quotations.explain import explain
from nutgraf.quotations.negation import ENGLISH_NEGATIONS
from nutgraf.quotations.outcome import Found, NotFound
from nutgraf.quotations.parts import Part, adds_letters, has_signs, parts, whole, with_open_initial
from nutgraf.quotations.search import search
from nutgraf.quotations.source_text import Column, SourceText
from nutgraf.quotations.wording import wording

# The stop or comma that some desks set inside the marks, also before the mark of a quotation within; and its
# cousins in Chinese, Japanese, Hindi, Arabic and Urdu.
_STOPS = tuple(".,。，、।،۔")
_OPENING_MARK = re.compile(r"(?:^|(?<=[ (\[-]))'(?=\S)")
_CLOSING_MARK = re.compile(r"(?<=\S)'(?!\w)")


def find_quotation(
    quotation: str,
    text: SourceText,
    *,
    paragraph: int | None = None,
    negations: frozenset[str] = ENGLISH_NEGATIONS,
) -> Found | NotFound:
    """Where the quotation stands in the source, word for word, or why it does not.

    paragraph: where the editor says it stands; preferred among several places, but a place elsewhere is found too.
    """
    asked = wording(quotation).text
    for taken in readings(asked):
        for column in _columns(text, paragraph):
            if spans := search(taken, column, paragraph, negations):
                return Found(spans)
    return explain(asked, text, tuple(readings(asked)), negations)


def readings(asked: str) -> Iterator[tuple[Part, ...]]:
    """The ways to read a quotation, the strictest first: as it is, then with the liberties of good practice."""
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
    """The quotation with and without its final stop and quote marks at its edges that have a partner in it.

    A desk that cuts a quotation within another must close it: It is a ‘new dawn for all’, quoted as “a ‘new dawn’”.
    """
    variants = dict.fromkeys((asked, _unstopped(asked)))
    if "'" in (asked[:1], asked[-1:]) and _has_pair(asked):
        for variant in tuple(variants):
            unopened = variant.removeprefix("'")
            for unmarked in (unopened, variant.removesuffix("'"), unopened.removesuffix("'")):
                variants.update(dict.fromkeys((unmarked, _unstopped(unmarked))))
    return tuple(variant for variant in variants if variant)


def _unstopped(asked: str) -> str:
    mark = "'" if asked.endswith("'") else ""
    bare = asked.removesuffix(mark)
    return bare[:-1].rstrip(" ") + mark if bare.endswith(_STOPS) else asked


def _has_pair(asked: str) -> bool:
    opens, closes = _OPENING_MARK.search(asked), _CLOSING_MARK.search(asked)
    return bool(opens and closes and opens.start() < closes.start())


def _columns(text: SourceText, paragraph: int | None) -> Iterator[Column]:
    if paragraph == 0:
        yield text.headline
    yield text.body
    if text.continued:
        yield text.continued
    if paragraph != 0:
        yield text.headline
