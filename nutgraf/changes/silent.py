"""Silent changes: published explainers that say something else than they did, and do not say so."""

from collections.abc import Iterator, Mapping, Set

from rapidfuzz import fuzz

from nutgraf.build import Archive
from nutgraf.changes.differences import Difference, differences
from nutgraf.changes.statements import Statement, statements_of, texts_of
from nutgraf.kinds.documents import Documents, parse
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.problems import Place, Problem
from nutgraf.read import SETTINGS, File
from nutgraf.rules import problem

_SAME_TEXT = 80  # per cent of the characters, from which on one file is taken for another under a new name
_REMEDY = "add a line to changes or corrections, or set updated to the day of the change"


def silent_changes(documents: Documents, archive: Archive) -> Iterator[Problem]:
    """A problem for each changed statement of a published page that does not mention a change, and for each lost page.

    documents: as they are now. archive: the explainers of an earlier commit. What is compared: docs/writing.md,
    silent-change.
    """
    settings = [documents.files[SETTINGS]]
    old, _ = parse([*settings, *(file for file in archive.files if not _is_as_it_was(file, documents.files))])
    texts = {file.path: file.read() for file in archive.files}
    languages = tuple(dict.fromkeys(("en", documents.settings.language if documents.settings else "en")))
    pages = _by_address(documents)
    for path in sorted(old.unread):
        if path in documents.written and not documents.written[path].is_draft:
            message = f"what stood here at {archive.name} cannot be read, so nothing was compared with it"
            yield problem("uncompared", Place(path), message, "look through the changes yourself")
    for then in old.of(Explainer):
        if then.is_draft or then.place.path in documents.unread:
            continue
        now = pages.get(then.address)
        if now is None:
            yield _unpublished(then, documents, archive, texts.keys())
        elif isinstance(now, Explainer) and not _says_so(then, now):
            lines = _Lines(documents.files[now.place.path].read(), texts[then.place.path])
            for each in differences(statements_of(then, languages), statements_of(now, languages)):
                yield problem("silent-change", lines.place(each, now), _told(each, archive), _REMEDY)


def _is_as_it_was(file: File, files: Mapping[str, File]) -> bool:
    return file.path in files and files[file.path].digest == file.digest


def _by_address(documents: Documents) -> Mapping[str, Explainer | Page]:
    """What is published, by every address that leads to it; a page of its own comes before an alias."""
    written: tuple[Explainer | Page, ...] = (*documents.of(Explainer), *documents.of(Page))
    published = [each for each in written if not each.is_draft]
    aliases = {alias.text: each for each in published for alias in each.aliases}
    return aliases | {f"/{each.slug}/": each for each in published}


def _unpublished(then: Explainer, documents: Documents, archive: Archive, known: Set[str]) -> Problem:
    path = then.place.path
    is_there = path in documents.written
    message = f"“{then.title}” was published at {archive.name} and " + ("is a draft now" if is_there else "is gone")
    renamed = None if is_there else _renamed(then, documents, known)
    if renamed:
        aliases = ", ".join([*(alias.text for alias in renamed.aliases), then.address])
        hint = f"{renamed.place.path} has nearly the same text: write “aliases: [{aliases}]” into it"
    else:
        hint = f"name {then.address} in the aliases of what takes its place, or put a page there that says why"
    return problem("unpublished", Place(path, 1) if is_there else Place(path), message, hint)


def _renamed(then: Explainer, documents: Documents, known: Set[str]) -> Explainer | None:
    """The explainer in a new file that says nearly what one says that is gone; None when there is none."""
    new = [each for each in documents.of(Explainer) if each.place.path not in known and not each.is_draft]
    alike = [(fuzz.ratio(_words(then), _words(each)), each) for each in new]
    ratio, renamed = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return renamed if ratio >= _SAME_TEXT else None


def _words(explainer: Explainer) -> str:
    return "\n".join(text for text, _ in texts_of(explainer))


def _says_so(then: Explainer, now: Explainer) -> bool:
    """Whether the page has an entry more than it had, or has been updated since."""
    has_more = any(
        len(entries) > len(former)
        for entries, former in ((now.changes, then.changes), (now.corrections, then.corrections))
    )
    is_later = now.updated and (not then.updated or now.updated.latest > then.updated.latest)
    return has_more or bool(is_later)


def _told(difference: Difference, archive: Archive) -> str:
    then, now = difference
    if now is None:
        return f"{_named(then)} is gone: {then.words}, in line {then.place.line} at {archive.name}" if then else ""
    if then is None:
        return f"{_named(now)} was not here at {archive.name}: {now.words}"
    if then.meaning == now.meaning:
        return f"{_named(now)} was called “{then.name}” at {archive.name}"
    return f"{_named(now)} was {then.words} at {archive.name}, and is {now.words}"


def _named(statement: Statement) -> str:
    return f"the {statement.kind} “{statement.name}”" if statement.name else f"a {statement.kind}"


class _Lines:
    """The lines of a page, and those that it had."""

    def __init__(self, now: bytes, then: bytes) -> None:
        self._now = now.decode("utf-8-sig", "replace").splitlines()
        self._then = set(then.decode("utf-8-sig", "replace").splitlines())

    def place(self, difference: Difference, page: Explainer) -> Place:
        """Where the statement stands; what is gone stood on the page, which is known by its title."""
        if difference.now is None:
            return page.place
        place, figure = difference.now.place, difference.now.words.strip("“”")
        if difference.now.kind != "figure":
            return place
        found = [number for number in range(place.line, len(self._now) + 1) if figure in self._now[number - 1]]
        new = [number for number in found if self._now[number - 1] not in self._then]
        line = next(iter((*new, *found)), 0)
        return Place(place.path, line, self._now[line - 1].index(figure) + 1, len(figure)) if line else place
