"""Figures in key facts and events: each must occur in its source."""

from collections.abc import Iterator

from nutgraf.body import Inline, Reference
from nutgraf.figures import figures_in, is_supported
from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Problem
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.site import Site
from nutgraf.rules import problem


def check_figures(bound: Bound, site: Site) -> Iterator[Problem]:
    """A problem for each figure of a fact’s value, or of an event’s title and text, that no source of it bears out."""
    explainer = bound.document
    if not isinstance(explainer, Explainer):
        return
    for fact in explainer.facts:
        yield from _check((fact.value,), fact.source, site)
    for event in explainer.events:
        yield from _check((event.title, event.text) if event.text else (event.title,), event.source, site)


def _check(texts: tuple[Inline, ...], source: Reference | None, site: Site) -> Iterator[Problem]:
    """The figures of the texts that none of the sources named for them has."""
    named = [source.source] if source else []
    named += [each.source for text in texts for citation in text.citations for each in citation.references]
    known = [site.sources[name] for name in dict.fromkeys(named) if name in site.sources]
    if not known or not all(each.paragraphs for each in known):
        return  # nothing to check against: other rules say so
    languages = tuple(dict.fromkeys(("en", site.settings.language)))
    for text in texts:
        for figure in figures_in(text.plain, languages):
            if not any(is_supported(figure, each.figures) for each in known):
                message = f"“{figure.text}” is not in source “{known[0].id}”"
                hint = "check the figure, or name the source that has it"
                yield problem("unsupported-figure", text.place, message, hint)
