"""The Site: everything the desk wrote, bound together. Checks and plan read it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from nutgraf.additions import NONE, Additions
from nutgraf.images import Header
from nutgraf.interface import Interface
from nutgraf.kinds.page import Home
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.term import Term
from nutgraf.read import File
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.emblems import emblems_of
from nutgraf.resolve.headers import Read
from nutgraf.resolve.lazy import Gathered, Lazy
from nutgraf.resolve.links import Destination
from nutgraf.resolve.listing import Announcement, Listing, Tally
from nutgraf.resolve.palette import Schemes, schemes_of
from nutgraf.resolve.parts import Parts
from nutgraf.resolve.pictured import Pictured
from nutgraf.resolve.sources import Source
from nutgraf.resolve.traces import Appearance, NoticeTrace, TimelineTrace, Use
from nutgraf.slugs import slugify

FEED_LENGTH = 30  # explainers


class Site(Struct, frozen=True, dict=True):
    """A microsite, bound.

    What is large is kept in mappings, one value per page, source or term: a build that remembers the last one loads
    only the values that something looks at.
    """

    settings: Settings
    interface: Interface  # what the site itself says, in its language
    home: Home | None  # None: the desk has written no home page
    announcements: Mapping[str, Announcement]  # of the explainers by path, newest first
    terms: tuple[Term, ...]  # by title, as parsed
    listings: Mapping[str, Listing]  # of all documents by path: explainers as announced, terms, pages by slug
    pages: tuple[str, ...]  # paths, by slug
    pictured: Mapping[str, Pictured]  # of the documents with pictures, by path
    findings: int  # quotations in notes
    topics: tuple[str, ...]  # their slugs, in order
    bound: Mapping[str, Bound]  # by the document’s path
    sources: Mapping[str, Source]  # by id
    uses: Gathered[Use]  # by the source’s id
    appearances: Gathered[Appearance]  # by the term’s slug
    mentions: Mapping[str, int]  # how often each term appears, by its slug
    timelines: Mapping[str, TimelineTrace]  # by the explainer’s path, newest first
    notices: Mapping[str, NoticeTrace]  # by the explainer’s path, newest first
    destinations: Mapping[str, Destination]  # by file, for links in Markdown
    term_names: Mapping[str, str]  # what [[…]] may say, casefolded → slug
    drafts: Mapping[str, str]  # explainers that are not published: slug → title
    seeds: tuple[str, ...]  # the names of all files in seeds/, read or not
    unread: frozenset[str]  # paths of files that could not be read, each with an error that stops the build
    left_out: frozenset[str]  # paths of files that were not read, and that the build goes on without
    assets: tuple[File, ...]
    parts: Parts  # what it was put together from
    additions: Additions = NONE
    added: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)  # documents of kinds of its own, by their folder

    @property
    def headers(self) -> Mapping[str, Read]:
        """The header of each picture in assets/ by its path, or why it has none."""
        return self.parts.headers

    @cached_property
    def explainers(self) -> tuple[Announcement, ...]:
        """The explainers, newest first."""
        return tuple(self.announcements.values())

    @cached_property
    def latest_paths(self) -> tuple[str, ...]:
        """The paths of the FEED_LENGTH explainers that were changed last, the latest first."""
        changed = self.parts.bound
        return tuple(sorted(self.announcements, key=lambda path: changed[path].changed, reverse=True)[:FEED_LENGTH])

    @cached_property
    def latest(self) -> tuple[Announcement, ...]:
        """The explainers that were changed last."""
        return tuple(self.announcements[path] for path in self.latest_paths)

    @cached_property
    def standing(self) -> tuple[Listing, ...]:
        """All standing pages, by slug."""
        return tuple(self.listings[path] for path in self.pages)

    @cached_property
    def listed(self) -> tuple[Listing, ...]:
        """All documents, as other pages know them: explainers, terms, then pages."""
        return tuple(self.listings.values())

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """What was checked in each document."""
        return tuple(listing.tally for listing in self.listed)

    @property
    def all_timelines(self) -> Iterable[TimelineTrace]:
        """The events of every explainer that has some, opened one by one: all of them are too many."""
        return self.timelines.values()

    @cached_property
    def all_notices(self) -> tuple[NoticeTrace, ...]:
        """The corrections and changes of every explainer."""
        return tuple(self.notices.values())

    @cached_property
    def terms_by_slug(self) -> Mapping[str, Term]:
        """The glossary entries by slug."""
        return {term.slug: term for term in self.terms}

    @cached_property
    def home_order(self) -> tuple[Announcement, ...]:
        """The explainers as the home page names them; those it does not name follow, newest first."""
        return tuple(self.announcements[path] for path in self.order)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The paths of the explainers as the home page names them; those it does not name follow, newest first."""
        by_slug = {path.rpartition("/")[2].removesuffix(".md"): path for path in self.announcements}
        named = [by_slug.pop(name.text) for name in self.home.explainers if name.text in by_slug] if self.home else []
        return (*named, *by_slug.values())

    @cached_property
    def next_after(self) -> Mapping[str, Announcement]:
        """What to read after each explainer, by its path; nothing when there is only one."""
        return Lazy(self.announcements.__getitem__, self.following)

    @cached_property
    def following(self) -> Mapping[str, str]:
        """The explainer to read after each, both by path; nothing when there is only one."""
        order = self.order
        return {path: order[(number + 1) % len(order)] for number, path in enumerate(order) if len(order) > 1}

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
        found = self.announcements
        return Lazy(found.__getitem__, {path.rpartition("/")[2].removesuffix(".md"): path for path in found})

    @cached_property
    def colours(self) -> Schemes:
        """The colours that readers see, light and dark: those of site.toml, and ours for the rest (docs/theming.md)."""
        return schemes_of(self.settings, self.assets)

    @cached_property
    def emblems(self) -> Mapping[str, Header]:
        """The logo and the icon, by the name that site.toml gives."""
        return emblems_of(self.settings, self.assets)
