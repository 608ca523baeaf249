"""Resolve: the documents → the Site."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from nutgraf.digests import digest_of, joined
from nutgraf.interface import interface_for
from nutgraf.kinds.capture import Capture
from nutgraf.kinds.captures import Captured
from nutgraf.kinds.documents import Documents, Written
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.source import SourceFile
from nutgraf.kinds.term import Term
from nutgraf.read import File, digest_in
from nutgraf.resolve.assemble import assemble
from nutgraf.resolve.bound import bind_document
from nutgraf.resolve.claims import Document
from nutgraf.resolve.headers import read_headers
from nutgraf.resolve.lazy import Kept, Lazy
from nutgraf.resolve.linking import Entries
from nutgraf.resolve.links import Destination
from nutgraf.resolve.mentions import Mentions, entries_of
from nutgraf.resolve.parts import Parts
from nutgraf.resolve.records import BoundRecord, Plain, TraceRecord, bound_record, trace_record
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source, join_source
from nutgraf.resolve.traces import Traces
from nutgraf.work import Digester, Handle, Keep, Runner, Scene

_KINDS = (Explainer.__name__, Term.__name__, Page.__name__)


class Shelf(Struct, frozen=True):
    """What joining and binding may look at."""

    told: Mapping[str, SourceFile]  # by the source’s id
    captures: Mapping[str, Capture]  # by the source’s id
    documents: Mapping[str, Document]  # by path
    sources: Mapping[str, Source]  # by id
    entries: Entries
    language: str


def resolve(written: Documents, settings: Settings, runner: Runner, *, with_drafts: bool) -> Site:
    """The Site. What cannot be bound stays in it, unbound, for the checks to report; nothing is raised for it.

    written: from parse(). settings: those of `written`, with the base URL of this build. runner: does the work, or
    only what has changed. with_drafts: drafts are treated as published; else they are known only as targets of links.
    """
    scene = _scene(written, settings, runner)
    shelf: Shelf = scene.subject
    names = sorted(shelf.told.keys() | shelf.captures.keys())
    sources = runner.run("sources", names, _join, scene)
    opened = Kept(runner.open, {name: handle for name, (handle, _) in sources.items()})
    scene = Scene("documents", replace(shelf, sources=opened), scene.digests)
    mentions = runner.run("mentions", names, _search, scene)
    known = {path: each for path, each in written.written.items() if each.kind in _KINDS}
    drafts = {} if with_drafts else {path: _draft(each) for path, each in known.items() if each.is_draft}
    public = sorted(known.keys() - drafts.keys(), key=lambda path: (_KINDS.index(known[path].kind), path))
    bound = runner.run("bound", public, _bind, scene)
    traces = {path: TraceRecord(*left) for path, (_, left) in bound.items()}
    traces |= {f"/sources/{name}/": TraceRecord(*left) for name, left in mentions.items()}
    return assemble(
        Parts(
            settings=settings,
            interface=interface_for(settings.language, written.catalogues),
            home=written.home,
            terms=written.terms,
            bound={path: BoundRecord(*record) for path, (record, _) in bound.items()},
            traces=traces,
            sources=opened,
            origins={name: seed for name, (_, seed) in sources.items()},
            seeds=written.seeds,
            drafts=drafts,
            unread=written.unread,
            left_out=written.left_out,
            assets=written.assets,
            headers=read_headers(written.assets, runner),
            term_names=shelf.entries.names,
            source_digest=scene.digests["sources"],
            term_digests={
                each.slug: runner.digest(each.document) for each in known.values() if each.kind == Term.__name__
            },
            runner=runner,
        )
    )


def _scene(written: Documents, settings: Settings, runner: Runner) -> Scene:
    told = {source.id: source for source in written.source_files}
    captured = {each.source: each for each in written.captures.read}
    shelf = Shelf(
        told=told,
        captures=Lazy(runner.open, {name: each.capture for name, each in captured.items()}),
        documents=Lazy(
            runner.open, {path: each.document for path, each in written.written.items() if each.kind in _KINDS}
        ),
        sources={},
        entries=entries_of(written.terms),
        language=settings.language,
    )

    reading = digest_of((settings.raw_html, settings.language))  # with which a file is read as something else

    file = partial(_file_digest, written.files, reading)
    source = partial(_source_digest, file, told, captured)
    entries = digest_of(
        [(term.slug, term.names, term.kind, term.case_sensitive, term.is_linked) for term in written.terms]
    )
    digests: dict[str, Digester] = {
        "documents": file,
        "told": source,
        "captures": source,
        "sources": source,
        "entries": lambda _: entries,
    }
    return Scene("captures", shelf, digests)


def _file_digest(files: Mapping[str, File], reading: bytes, path: str) -> bytes:
    return joined([digest_in(files, path), reading])


def _source_digest(
    file: Callable[[str], bytes], told: Mapping[str, SourceFile], captured: Mapping[str, Captured], name: str
) -> bytes:
    capture = captured.get(name)
    return joined([file(told[name].place.path) if name in told else b"-", file(capture.path) if capture else b"-"])


def _join(name: str, keep: Keep, shelf: Shelf) -> tuple[Handle, str | None]:
    """A source, and the seed it was read from."""
    source = join_source(name, shelf.told.get(name), shelf.captures.get(name), shelf.language)
    return keep(source), source.credit.seed


def _search(name: str, keep: Keep, shelf: Shelf) -> Plain:
    """The record of the terms that a source mentions."""
    mentions = Mentions(shelf.entries)
    mentions.search(shelf.sources[name])
    return trace_record(Traces(appearances=mentions.found()), keep)


def _bind(path: str, keep: Keep, shelf: Shelf) -> tuple[Plain, Plain]:
    """The records of a bound document and of its traces."""
    binding = bind_document(shelf.documents[path], shelf.entries, shelf.sources, shelf.language)
    return bound_record(binding, keep), trace_record(binding.traces, keep)


def _draft(each: Written) -> Destination:
    return Destination(f"/{each.slug}/", each.title, None, is_draft=True)
