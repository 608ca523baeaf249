"""Names that recur in sources and explainers and that the glossary does not have."""

import re
from collections.abc import Iterator

from nutgraf.body import Words
from nutgraf.names import names_in, recurring, without
from nutgraf.problems import Place, Problem
from nutgraf.resolve.glossary import make_glossary
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

_MOST_NAMED = 30


def check_names(site: Site) -> Iterator[Problem]:
    """One problem with the names that at least two places have, the most frequent first, and how often they occur.

    Places are paragraphs of sources and questions of explainers.
    """
    glossary = make_glossary(site.terms)
    language = site.settings.language
    places = [names_in(glossary.blotted(text), told or language) for text, told in _places(site)]
    counts = recurring(places)
    if not counts:
        return
    named = ", ".join(f"{count.name} ({count.times})" for count in counts[:_MOST_NAMED])
    more = f", and {len(counts) - _MOST_NAMED} more" if len(counts) > _MOST_NAMED else ""
    message = f"{_counted(len(counts))} without a glossary entry: {named}{more}"
    hint = f'begin one: python site.py new term "{counts[0].name}"'
    yield problem("unlisted-name", Place("content/glossary"), message, hint)


def _counted(number: int) -> str:
    return "1 name recurs" if number == 1 else f"{number:,} names recur"


def _places(site: Site) -> Iterator[tuple[str, str | None]]:
    """The texts, each with the language its source declares."""
    for source in site.sources.values():
        spelled = "|".join(re.escape(part) for theirs, _ in source.spellings for part in (theirs, *theirs.split()))
        for paragraph in source.paragraphs:
            spans = (match.span() for match in re.finditer(rf"\b(?:{spelled})\b", paragraph.text) if spelled)
            yield without(paragraph.text, spans), source.credit.language
    for explainer in site.explainers:
        for section in site.bound[explainer.path].document.body.sections:
            yield "".join(_text(piece) for piece in section.pieces), None


def _text(piece: object) -> str:
    """The words of a piece; anything else parts them, so that no name reaches over it."""
    return piece.text if isinstance(piece, Words) else "\n"
