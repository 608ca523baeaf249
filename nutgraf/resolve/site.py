"""The Site: everything the desk wrote, bound together. Checks and plan read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nutgraf.images import Header
from nutgraf.interface import Interface
from nutgraf.kinds.page import Home
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.term import Term
from nutgraf.problems import Place
from nutgraf.read import File
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.emblems import emblems_of
from nutgraf.resolve.links import Destination
from nutgraf.resolve.listing import Announcement, Listing
from nutgraf.resolve.palette import Schemes, schemes_of
from nutgraf.resolve.sources import Source
from nutgraf.resolve.traces import Appearance, NoticeTrace, TimelineTrace, Use
from nutgraf.slugs import slugify


@dataclass(frozen=True)
class Site:
    """A microsite, bound.

    What is large is kept in mappings, one value per page, source or term: a build that remembers the last one loads
    only the values that something looks at.
    """

    settings: Settings
    interface: Interface  # what the site itself says, in its language
    home: Home | None  # None: the desk has written no home page
    explainers: tuple[Announcement, ...]  # newest first
    terms: tuple[Term, ...]  # by title, as parsed
    listings: tuple[Listing, ...]  # of all documents: explainers as announced, terms, pages by slug
    pages: tuple[Listing, ...]  # by slug
    bound: Mapping[str, Bound]  # by the document’s path
    sources: Mapping[str, Source]  # by id
    uses: Mapping[str, tuple[Use, ...]]  # by the source’s id
    appearances: Mapping[str, tuple[Appearance, ...]]  # by the term’s slug
    timelines: Mapping[str, TimelineTrace]  # by the explainer’s path, newest first
    notices: Mapping[str, NoticeTrace]  # by the explainer’s path, newest first
    destinations: Mapping[str, Destination]  # by file, for links in Markdown
    term_names: Mapping[str, str]  # what [[…]] may say, casefolded → slug
    drafts: Mapping[str, str]  # explainers that are not published: slug → title
    seeds: tuple[str, ...]  # the names of all files in seeds/, read or not
    unread: frozenset[str]  # paths of files that could not be read: what they hold is not known
    assets: tuple[File, ...]

    @cached_property
    def terms_by_slug(self) -> Mapping[str, Term]:
        """The glossary entries by slug."""
        return {term.slug: term for term in self.terms}

    @cached_property
    def home_order(self) -> tuple[Announcement, ...]:
        """The explainers as the home page names them; those it does not name follow, newest first."""
        by_slug = dict(self.announced)
        named = [by_slug.pop(name.text) for name in self.home.explainers if name.text in by_slug] if self.home else []
        return (*named, *by_slug.values())

    @cached_property
    def next_after(self) -> Mapping[str, Announcement]:
        """What to read after each explainer, by its slug; nothing when there is only one."""
        order = self.home_order
        return {each.slug: order[(number + 1) % len(order)] for number, each in enumerate(order) if len(order) > 1}

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[str, tuple[Announcement, ...]]]:
        """Each topic that an explainer names, by its slug: as it is written first, and its explainers."""
        found: dict[str, tuple[str, tuple[Announcement, ...]]] = {}
        for explainer in self.home_order:
            for topic in dict.fromkeys(explainer.topics):
                name, others = found.get(slugify(topic), (topic, ()))
                found[slugify(topic)] = (name, (*others, explainer))
        return dict(sorted(found.items()))

    @cached_property
    def announced(self) -> Mapping[str, Announcement]:
        """The explainers by slug."""
        return {explainer.slug: explainer for explainer in self.explainers}

    @cached_property
    def colours(self) -> Schemes:
        """The colours that readers see."""
        return schemes_of(self.settings, self.assets)

    @cached_property
    def emblems(self) -> Mapping[str, Header]:
        """The logo and the icon, by the name that site.toml gives."""
        return emblems_of(self.settings, self.assets)

    @cached_property
    def first_images(self) -> Mapping[str, Place]:
        """The image of each page that readers may see before they scroll, by the page’s path."""
        return {listing.path: listing.pictured.first for listing in self.listings if listing.pictured.first}
