"""The Site: everything the desk wrote, bound together. Checks and plan read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from nutgraf.images import Header
from nutgraf.interface import Interface
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Home, Page
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.term import Term
from nutgraf.parse.documents import Documents
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.emblems import emblems_of
from nutgraf.resolve.links import Destination
from nutgraf.resolve.palette import Schemes, schemes_of
from nutgraf.resolve.sentences import Sentence
from nutgraf.resolve.sources import Source

Document = Explainer | Term | Page


@dataclass(frozen=True)
class Appearance:
    """A part of a page or of a source that mentions a term."""

    document: Document | Source
    anchor: str
    title: str  # of the section; "" for the parts that the page template names
    sentence: Sentence


@dataclass(frozen=True)
class Site:
    """A microsite, bound. Its documents are linked: they hold the mentions of glossary entries."""

    settings: Settings
    interface: Interface  # what the site itself says, in its language
    home: Home | None
    explainers: tuple[Explainer, ...]  # newest first
    terms: tuple[Term, ...]  # by title
    pages: tuple[Page, ...]  # by slug
    sources: Mapping[str, Source]  # by id
    citations: Mapping[str, Citations]  # by the document's address
    appearances: Mapping[str, tuple[Appearance, ...]]  # by the term's slug
    destinations: Mapping[str, Destination]  # by file, for links in Markdown
    term_names: Mapping[str, str]  # what [[…]] may say, casefolded → slug
    written: Documents = field(repr=False)  # as parsed, drafts included

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Everything that can cite and mention, in a fixed order."""
        return (*self.explainers, *self.terms, *self.pages)

    @cached_property
    def terms_by_slug(self) -> Mapping[str, Term]:
        """The glossary entries by slug."""
        return {term.slug: term for term in self.terms}

    @cached_property
    def colours(self) -> Schemes:
        """The colours that readers see."""
        return schemes_of(self.settings, self.written.assets)

    @cached_property
    def emblems(self) -> Mapping[str, Header]:
        """The logo and the icon, by the name that site.toml gives."""
        return emblems_of(self.settings, self.written.assets)
