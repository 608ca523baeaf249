"""Claims: what the desk says itself, against the evidence it names (docs/writing.md, How claims are checked)."""

from collections.abc import Iterator

from nutgraf.claims import Evidence, Verdict, find_words
from nutgraf.kinds.explainer import Explainer
from nutgraf.parse.sentences import words_around
from nutgraf.problems import Problem
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source
from nutgraf.resolve.verification import Checked
from nutgraf.rules import problem

_LONGEST = 200  # characters of a quotation that is proposed
_MOST_UNCITED = 5  # figures that are named


def check_claims(bound: Bound, site: Site) -> Iterator[Problem]:
    """A problem for each figure, date and name that is not where the page says, and one for all that is uncited."""
    for checked in bound.verification.faults:
        yield from _outside(checked, site) if checked.verdict.found else _unsupported(checked, site)
    yield from _uncited(bound)
    if isinstance(bound.document, Explainer):
        yield from _check_days_of_facts(bound.document, site)


def _outside(checked: Checked, site: Site) -> Iterator[Problem]:
    """A problem for what is in the source cited, and not in its evidence."""
    found = checked.verdict.found
    if found is None:
        return
    message = (
        f"“{checked.verdict.text}” is in {_paragraph(found.paragraph)} of “{found.source}”, not in {_evidence(checked)}"
    )
    yield problem("outside-evidence", checked.place, message, *_carrying(found, site))


def _unsupported(checked: Checked, site: Site) -> Iterator[Problem]:
    verdict = checked.verdict
    elsewhere = _elsewhere(checked, site)
    if not verdict.is_listed and not elsewhere:
        return  # nobody knows the name
    names = dict.fromkeys(reference.source for reference in checked.references)
    sources = " or ".join(f"“{name}”" for name in names)
    where = _evidence(checked)
    message = f"“{verdict.text}” is not in {f'{where}, nor elsewhere in ' if where else 'source '}{sources}"
    hints = [*_carrying(elsewhere, site)] if elsewhere else []
    if verdict.instead:
        hints.append(f"{where or 'the source'} has {', '.join(f'“{each}”' for each in verdict.instead)}")
    hints.append(f"correct the {verdict.subject}, or cite the source that has it")
    yield problem(f"unsupported-{verdict.subject}", checked.place, message, *hints)


def _evidence(checked: Checked) -> str:
    """The evidence of a claim, in words; "" for a whole source."""
    numbers = [each.paragraph for each in checked.references if each.paragraph is not None]
    if checked.is_quoted:
        return "the paragraph quoted for it"
    if numbers:
        return " or ".join(_paragraph(number) for number in dict.fromkeys(numbers))
    return ""


def _paragraph(number: int) -> str:
    return f"paragraph {number}" if number else "the headline"


def _carrying(found: Evidence, site: Site) -> Iterator[str]:
    """A hint with a quotation that has what was found, ready to be copied."""
    source = site.sources[found.source]
    text = source.text_of(found.paragraph)
    start, end = words_around(text, found.start, found.end, _LONGEST)
    sentence = text[start:end].strip("“”\"'‘’")
    cited = f"[@{found.source} p{found.paragraph}]" if found.paragraph else f"[@{found.source}]"
    yield f"{_paragraph(found.paragraph)} of “{found.source}” has it: “{sentence}” {cited}"


def _elsewhere(checked: Checked, site: Site) -> Evidence | None:
    """Where another source of the site has it."""
    cited = {site.sources[each.source].credit.origin for each in checked.references if each.source in site.sources}
    for name in site.sources:
        source = site.sources[name]
        if source.credit.origin not in cited and (found := _in_source(checked.verdict, source)):
            return found
    return None


def _in_source(verdict: Verdict, source: Source) -> Evidence | None:
    """Where a source has the words, number or day as the page writes them."""
    for number in range(len(source.paragraphs) + 1):
        text = source.text_of(number)
        if place := find_words(verdict.text, text):
            return Evidence(source.id, "source", number, *place)
    return None


def _uncited(bound: Bound) -> Iterator[Problem]:
    """One info for all figures of a page that no citation covers."""
    uncited = bound.verification.uncited
    if not uncited:
        return
    named = ", ".join(f"“{text}” (line {place.line})" for text, place in uncited[:_MOST_UNCITED])
    more = f" and {len(uncited) - _MOST_UNCITED} more" if len(uncited) > _MOST_UNCITED else ""
    count = "1 figure has" if len(uncited) == 1 else f"{len(uncited)} figures have"
    message = f"{count} no citation: {named}{more}"
    yield problem("uncited-figure", uncited[0][1], message, "cite the source of each that comes from one")


def _check_days_of_facts(explainer: Explainer, site: Site) -> Iterator[Problem]:
    """A problem for each fact said to hold at a time after its source was published."""
    for fact in explainer.facts:
        source = site.sources.get(fact.source.source) if fact.source else None
        published = source.credit.published if source else None
        if source and fact.as_of and published and fact.as_of.earliest > published.latest:
            message = f"as_of is {fact.as_of.text}, and source “{source.id}” was published on {published.text}"
            hint = f"write as_of: {published.text}, or cite a source of that time"
            yield problem("as-of-after-source", fact.place, message, hint)
