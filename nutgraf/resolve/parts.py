"""What the Site is put together from."""

from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.interface import Interface
from nutgraf.kinds.page import Home
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.term import Term
from nutgraf.read import File
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.links import Destination
from nutgraf.resolve.listing import Announcement, Listing
from nutgraf.resolve.sources import Source
from nutgraf.resolve.traces import Footprint, Traces


@dataclass(frozen=True)
class Parts:
    """Bound documents and what stands around them; mappings are by the path of a document, in order."""

    settings: Settings
    interface: Interface  # what the site itself says, in its language
    home: Home | None  # None: the desk has written no home page
    terms: tuple[Term, ...]
    listings: Mapping[str, Listing]
    announcements: Mapping[str, Announcement]  # of the explainers
    bound: Mapping[str, Bound]
    footprints: Mapping[str, Footprint]  # also of sources, which mention terms
    traces: Mapping[str, Traces]
    sources: Mapping[str, Source]  # by id
    origins: Mapping[str, str | None]  # source → the file it was read from, None when that is missing
    seeds: tuple[str, ...]  # the names of all files in seeds/, read or not
    drafts: Mapping[str, Destination]  # what is not published, by path
    unread: frozenset[str]
    assets: tuple[File, ...]
    term_names: Mapping[str, str]
