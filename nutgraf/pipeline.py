"""The straight road from the project folder to the published site (docs/architecture.md).

read → parse → resolve → check → plan → render → publish
"""

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from nutgraf.build import Build, Contents, Options
from nutgraf.checks import check
from nutgraf.kinds.documents import KINDS, Kind, parse
from nutgraf.kinds.settings import Settings
from nutgraf.lock import Tell, locked, untold
from nutgraf.memory.place import cache_folder
from nutgraf.memory.recall import Recall
from nutgraf.memory.session import Session
from nutgraf.memory.store import StoreError
from nutgraf.plan.plan import assets_scene
from nutgraf.press import PAGES, Printed, faults_of, print_all, set_up
from nutgraf.problems import Place, has_errors, in_order, with_levels
from nutgraf.progress import Track, untracked
from nutgraf.publish import abandon, finish, publish, refused
from nutgraf.read import ChangedError, read
from nutgraf.render import told
from nutgraf.resolve.resolve import resolve
from nutgraf.resolve.scene import site_scene
from nutgraf.resolve.site import Site
from nutgraf.rules import FIXED, named_by, problem


def build(options: Options, track: Track = untracked, tell: Tell = untold, recall: Recall | None = None) -> Build:
    """What the build came to; if a problem is an error, nothing has been published.

    track: wraps the keys of a long stage, to show progress. tell: called with a sentence if another build has the
    lock.
    recall: for a process that builds again and again, what it knows of its last build; None otherwise. Editors’
    mistakes are problems of the result. Raises OutputError if the disk refuses or the output folder is not ours, and
    AdditionError if code of the microsite fails. The stages: docs/architecture.md.
    """
    folder = cache_folder(options)
    try:
        with locked(folder, tell):
            try:
                return _remembered(options, folder, track, recall)
            except StoreError:  # somebody has been at the memory: it is no good any more
                return _remembered(replace(options, forgets=True), folder, track, recall)
    except OSError as error:
        if error.filename and folder.parent not in (Path(error.filename), *Path(error.filename).parents):
            raise  # not of the cache: a mistake of the program
        raise refused(error, folder) from None


def _remembered(options: Options, folder: Path, track: Track, recall: Recall | None) -> Build:
    """One build with the memory of the last. Raises StoreError when that is damaged."""
    with Session(options, folder, track, recall) as session:
        try:
            return _build(options, session)
        except ChangedError as error:
            place, message = Place(str(error)), "this file changed while the site was being built"
            return Build((), (problem("changed-meanwhile", place, message, "build again"),), None)
        finally:
            if options.publishes:
                abandon(options.output)


def _build(options: Options, session: Session) -> Build:
    memory = session.memory
    if options.publishes:
        finish(options.output)
    files, unread = read(options.project, session.inputs.digest, session.inputs.known)
    unread = tuple(replace(each, cause_of=named_by(each.place.path)) for each in unread)
    documents, misread = parse(files, memory, (*KINDS, *options.additions.of(Kind)))
    closed = {each.place for each in unread}  # settings that cannot be read are not missing
    problems = (*unread, *(each for each in misread if each.place not in closed))
    if documents.settings is None:
        return _ended(Build(files, problems, None), None, options)
    settings = documents.settings.at(options.base_url)
    if options.since:
        from nutgraf.changes import silent_changes  # which a build does not need

        problems = (*problems, *silent_changes(documents, options.since))
    site = resolve(documents, settings, memory, with_drafts=options.with_drafts)
    site = replace(site, additions=options.additions, added=documents.in_folders(options.additions.of(Kind)))
    scene = site_scene(site)
    wants_infos = not options.publishes
    found = check(site, memory, scene, with_infos=wants_infos, is_strict=options.is_strict, today=options.today)
    problems = (*problems, *found)
    # Documents that ask for one address cannot be told apart any more: that has to be put right first.
    is_clear = not any(problem.rule == "address-clash" for problem in problems)
    press = set_up(site, options, session.outputs.is_there, memory, session.compiled, session.environments)
    scenes = (scene, assets_scene(site, hashed=not options.is_preview))
    printed = list(print_all(scenes, press, memory)) if is_clear else []
    problems = (*problems, *told(fault for _, each in printed for fault in faults_of(each, memory)))
    done = replace(_ended(Build(files, problems, site), settings, options), **_counts(site, printed, session))
    if has_errors(done.problems) or not options.publishes:
        session.save(done, None)
        return done
    if site.settings.search and not options.is_preview:
        from nutgraf.search_index import print_index  # which few sites need

        printed += [("search", each) for each in print_index(printed, options, session.outputs)]
    staged = [each.file for _, each in printed if each.is_staged]
    publish(staged, {each.file for _, each in printed}, options.output)
    done = replace(done, is_published=True, written=len(staged))
    session.save(done, [(each.file, each.fingerprint, each.sum) for _, each in printed])
    return done


def _ended(done: Build, settings: Settings | None, options: Options) -> Build:
    """The build with its problems in order and at the levels the desk has set."""
    levels = settings.checks if settings else {}
    problems = with_levels(done.problems, levels, FIXED, strict=options.is_strict)
    return replace(done, problems=in_order(problems))


def _counts(site: Site, printed: list[tuple[str, Printed]], session: Session) -> dict[str, Any]:
    """What was done, as fields of Build."""
    memory = session.memory
    pages = sum(each.file.endswith("index.html") and not each.file.startswith("embed/") for _, each in printed)
    numbers = (len(site.announcements), len(site.terms), len(site.sources), site.findings, len(site.parts.drafts))
    return {
        "contents": Contents(pages, *numbers),
        "parsed": tuple(sorted(memory.worked.get("content", ()))),
        "rendered": tuple((each.address, memory.reasons(PAGES, key)) for key, each in printed if each.is_rendered),
    }
