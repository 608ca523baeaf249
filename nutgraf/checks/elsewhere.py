"""Words that are not in the source cited but elsewhere: in a line of it that was left out, or in another source."""

from collections.abc import Iterator

from nutgraf.quotations import LEAST_WORDS, negations_of, passages, prepare
from nutgraf.quotations.match import count_words
from nutgraf.resolve.citations import Miss
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source
from nutgraf.seeds import LeftOut, Paragraph

_MOST_NAMED = 3  # sources beside the first


def found_elsewhere(miss: Miss, site: Site) -> Iterator[str]:
    """Hints where the words of a quotation are that its sources do not have."""
    for searched in miss.sources:
        yield from _in_left_out(miss, site.sources[searched.id], site.settings.language)
    if count_words(miss.quotation.text) >= LEAST_WORDS:
        yield from _in_other_sources(miss, site)


def _in_left_out(miss: Miss, source: Source, language: str) -> Iterator[str]:
    """The line that was left out, where the words are in it or go on in it."""
    captured = list(_captured(source))
    text = prepare([each.text for each in captured])
    spans = passages(miss.quotation.text, text, negations=negations_of(language, source.credit.language))
    line = next((each for span in spans if isinstance(each := captured[span.paragraph - 1], LeftOut)), None)
    if line is None:
        return
    file = source.file.place.path if source.file else f"content/sources/{source.id}.md"
    field = "take it out of “remove”" if line.rule == "remove" else "name it in “keep”"
    yield f"line {line.line} of {source.credit.seed} has these words, but was left out ({line.rule}): {field} in {file}"
    yield f"to see what was left out: python site.py source {source.id}"


def _captured(source: Source) -> Iterator[Paragraph | LeftOut]:
    """All text of the capture in its order."""
    left = iter((*source.left_out, None))
    line = next(left)
    for number in range(len(source.paragraphs) + 1):
        if number:
            yield source.paragraphs[number - 1]
        while line and line.after == number:
            yield line
            line = next(left)


def _in_other_sources(miss: Miss, site: Site) -> Iterator[str]:
    """The sources that have the words, with the paragraph of the first."""
    searched = {source.origin for source in miss.sources}
    found: list[tuple[str, int]] = []
    for name in site.sources:
        source = site.sources[name]
        if source.credit.origin in searched:
            continue
        negations = negations_of(site.settings.language, source.credit.language)
        if spans := passages(miss.quotation.text, source.text, negations=negations):
            searched.add(source.credit.origin)
            found.append((name, spans[0].paragraph))
    if not found:
        return
    (first, number), *others = found
    where, cited = (f"paragraph {number}", f"{first} p{number}") if number else ("the headline", first)
    yield f"{where} of source “{first}” has these words: did you mean [@{cited}]?"
    if others:
        more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
        yield f"so has {', '.join(f'“{name}”' for name, _ in others[:_MOST_NAMED])}{more}"
