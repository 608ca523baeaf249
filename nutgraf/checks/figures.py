"""Figures in key facts and events: each must occur in its source (design §3.1)."""

from collections.abc import Iterator
from functools import cache

from nutgraf.body import Inline, Reference
from nutgraf.figures import Record, figures_in, is_supported, record_of
from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Problem
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source
from nutgraf.rules import problem


def check_figures(bound: Bound, site: Site) -> Iterator[Problem]:
    """A problem for each figure of a fact’s value, or of an event’s title and text, that no source of it bears out."""
    explainer = bound.document
    if not isinstance(explainer, Explainer):
        return
    records = _Records(site)
    for fact in explainer.facts:
        yield from records.check((fact.value,), fact.source)
    for event in explainer.events:
        yield from records.check((event.title, event.text) if event.text else (event.title,), event.source)


class _Records:
    """The figures of the sources, read when a claim first needs them."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.record = cache(self._read)

    def check(self, texts: tuple[Inline, ...], source: Reference | None) -> Iterator[Problem]:
        """The figures of the texts that none of the sources named for them has."""
        named = [source.source] if source else []
        named += [each.source for text in texts for citation in text.citations for each in citation.references]
        known = [self.site.sources[name] for name in named if name in self.site.sources]
        if not known or not all(each.paragraphs for each in known):
            return  # nothing to check against: other rules say so
        records = [self.record(each) for each in known]
        for text in texts:
            for figure in figures_in(text.plain, self._languages(None)):
                if not any(is_supported(figure, record) for record in records):
                    message = f"“{figure.text}” is not in source “{known[0].id}”"
                    hint = "check the figure, or name the source that has it"
                    yield problem("unsupported-figure", text.place, message, hint)

    def _read(self, source: Source) -> Record:
        texts = (source.credit.title, *(paragraph.text for paragraph in source.paragraphs))
        return record_of(texts, source.credit.published, self._languages(source.credit.language))

    def _languages(self, language: str | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, ("en", self.site.settings.language, language))))
