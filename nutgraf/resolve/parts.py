"""What the Site is put together from."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from nutgraf.interface import Interface
from nutgraf.kinds.page import Home
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.term import Term
from nutgraf.read import File
from nutgraf.resolve.headers import Read
from nutgraf.resolve.links import Destination
from nutgraf.resolve.records import BoundRecord, TraceRecord
from nutgraf.resolve.sources import Source
from nutgraf.work import Runner


class Parts(Struct, frozen=True):
    """Bound documents and what stands around them."""

    settings: Settings
    interface: Interface  # what the site itself says, in its language
    home: Home | None  # None: the desk has written no home page
    terms: tuple[Term, ...]
    bound: Mapping[str, BoundRecord]  # by path, in the order of files
    traces: Mapping[str, TraceRecord]  # by path; then those of sources, which mention terms, by address
    sources: Mapping[str, Source]  # by id
    origins: Mapping[str, str | None]  # source → the file it was read from, None when that is missing
    seeds: tuple[str, ...]  # the names of all files in seeds/, read or not
    drafts: Mapping[str, Destination]  # what is not published, by path
    unread: frozenset[str]
    left_out: frozenset[str]
    assets: tuple[File, ...]
    headers: Mapping[str, Read]  # of the pictures among them, by path
    term_names: Mapping[str, str]
    source_digest: Callable[[str], bytes]  # by id
    term_digests: Mapping[str, bytes]  # by slug
    runner: Runner  # which opens what was kept
