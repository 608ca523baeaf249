"""``python site.py new``: a content file to start from."""

import datetime
import hashlib
import shutil
from pathlib import Path

import click

from nutgraf.addresses import RESERVED
from nutgraf.commands.captures import capture_called, documents_of, names_for_shell, sources_told, told_of
from nutgraf.commands.context import SiteCommand
from nutgraf.commands.found import tell_of
from nutgraf.kinds.capture import SUFFIXES, Capture, read_seed
from nutgraf.kinds.documents import Documents
from nutgraf.names import Count, names_in, recurring
from nutgraf.problems import did_you_mean
from nutgraf.read import File, as_composed
from nutgraf.resolve.glossary import make_glossary
from nutgraf.slugs import is_slug, slugify, unfit
from nutgraf.starters.explainer import Origin, explainer_draft, origin
from nutgraf.starters.others import page_file, term_file
from nutgraf.starters.source_file import source_file

KINDS = {"explainer": "explainers", "term": "glossary", "source": "sources", "page": "pages"}
_ON_TOP = ("explainer", "page")  # kinds whose addresses have no folder of their own


@click.command(cls=SiteCommand)
@click.argument("kind", type=click.Choice([*KINDS]))
@click.argument("name")
@click.option(
    "--from",
    "seeds",
    metavar="SEED",
    multiple=True,
    shell_complete=names_for_shell,
    help="What to begin with. A source: a capture, in seeds/ or elsewhere. An explainer: sources, one or several.",
)
@click.pass_obj
def new(project: Path, kind: str, name: str, seeds: tuple[str, ...]) -> None:
    """Write a content file to start from.

    \b
    python site.py new source harbour-report --from seeds/harbour.txt
    python site.py new explainer "Why the harbour closed" --from harbour-report
    python site.py new term "Dredging"
    python site.py new page about
    """
    written, capture = start(project, kind, name, seeds)
    click.echo(f"Wrote {written}.")
    if capture:
        tell_of(capture, Path(written).stem)


def start(project: Path, kind: str, name: str, seeds: tuple[str, ...]) -> tuple[str, Capture | None]:
    """Writes the file; its path in the project, and of a source what was read. Raises what click shows if it cannot."""
    slug = slugify(name)
    if not slug:
        raise click.BadParameter(
            f"“{name}” holds no letter or digit to name a file by; write a word or two.", param_hint="NAME"
        )
    written = f"content/{KINDS[kind]}/{slug}.md"
    path = project / written
    _refuse_taken(path, slug, kind)
    text, capture = _text(project, kind, _title(name), seeds, f"{slug}.md")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{written} cannot be written: {error.strerror}.") from None
    return written, capture


def _refuse_taken(path: Path, slug: str, kind: str) -> None:
    """Raises what click shows for a file that is there, or that a build would refuse for its name."""
    written = f"content/{path.parent.name}/{path.name}"
    if unfit(slug):
        raise click.ClickException(f"{written} cannot be an address: {unfit(slug)}. Choose another name.")
    if path.exists():
        raise click.ClickException(f"{written} is there already. Choose another name, or write into that file.")
    if kind not in _ON_TOP:
        return
    if slug in RESERVED:
        raise click.ClickException(
            f"{written} cannot have the address /{slug}/, which the site needs itself. Choose another name."
        )
    for other in (path.parent.parent / KINDS[each] / path.name for each in _ON_TOP):
        if other.exists():
            there = f"content/{other.parent.name}/{other.name}"
            raise click.ClickException(f"{there} has the address /{slug}/ already. Choose another name.")


def _title(name: str) -> str:
    """The name as a headline: a slug gets its spaces and a capital back."""
    words = name.replace("-", " ") if is_slug(name) else name
    return words[:1].upper() + words[1:]


def _text(project: Path, kind: str, title: str, seeds: tuple[str, ...], file: str) -> tuple[str, Capture | None]:
    if kind == "source":
        return _source(project, seeds, f"content/sources/{file}")
    if kind == "explainer":
        return _explainer(project, title, seeds), None
    if seeds:
        raise click.UsageError(f"--from goes with explainers and sources; leave it out for a {kind}.")
    return term_file(title) if kind == "term" else page_file(title), None


def _source(project: Path, seeds: tuple[str, ...], file: str) -> tuple[str, Capture]:
    if len(seeds) != 1:
        raise click.UsageError("a source is made from one capture; name it: --from seeds/article.txt.")
    path = _found(project, seeds[0])
    capture = _capture(project, path, seeds[0], file)
    _into_seeds(project, path, seeds[0])
    return source_file(path.name, capture.sha256, capture.reading), capture


def _found(project: Path, name: str) -> Path:
    """The capture of that name, in seeds/ or elsewhere."""
    folder = project / "seeds"
    path = next((path for path in (Path(name), project / name, folder / name) if path.is_file()), None)
    if path is None:
        raise click.ClickException(
            f"there is no file {name}. Name one in seeds/, or the path of a capture that lies elsewhere."
        )
    if path.suffix.lower() not in SUFFIXES:
        raise click.ClickException(f"{name} cannot be read as a source; seeds are {', '.join(SUFFIXES)} files.")
    if path.resolve().parent != folder.resolve() and (folder / path.name).exists():
        raise click.ClickException(f"seeds/{path.name} is there already; name that one, or rename your capture.")
    return path


def _capture(project: Path, path: Path, name: str, file: str) -> Capture:
    """What can be read of it, before anything is written."""
    seed = as_composed(path.name)
    asked = next((each for each in documents_of(project).source_files if each.seed.text == seed), None)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{name} cannot be read: {error.strerror}. Nothing was written.") from None
    capture, problems = read_seed(File(f"seeds/{seed}", data, hashlib.sha256(data).hexdigest()), asked)
    if capture:
        return capture
    why = problems[0]
    told = "; ".join((why.message, *why.hints))
    fields = f"with “seed: {path.name}” and “encoding: …” in its front matter"
    where = f" To name it, put the file into seeds/ and write {file}, {fields}." if why.rule == "bad-encoding" else ""
    raise click.ClickException(f"{name} cannot be read: {told}. Nothing was written.{where}")


def _into_seeds(project: Path, path: Path, name: str) -> None:
    """Copies a capture from elsewhere."""
    folder = project / "seeds"
    if path.resolve().parent == folder.resolve():
        return
    try:
        folder.mkdir(exist_ok=True)
        shutil.copyfile(path, folder / path.name)
    except OSError as error:
        raise click.ClickException(f"seeds/{path.name} cannot be written: {error.strerror}.") from None
    click.echo(f"Copied {name} to seeds/{path.name}.")


def _explainer(project: Path, title: str, seeds: tuple[str, ...]) -> str:
    documents = documents_of(project)
    origins = [_origin(documents, seed) for seed in seeds]
    today = datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()
    return explainer_draft(title, today, origins, _unlisted(documents, origins))


def _origin(documents: Documents, seed: str) -> Origin:
    capture = capture_called(seed, documents)
    if capture is None:
        known = [each.source for each in documents.captures]
        hint = "; ".join(did_you_mean(seed, known)) or sources_told(known)
        raise click.ClickException(f"there is no source “{seed}”: {hint}.")
    told = told_of(capture, documents)
    return origin(capture.source, capture.reading, told.published if told else None)


def _unlisted(documents: Documents, origins: list[Origin]) -> tuple[Count, ...]:
    glossary = make_glossary(documents.terms)
    language = documents.settings.language if documents.settings else "en"
    return recurring(
        names_in(glossary.blotted(paragraph.text), each.reading.language or language)
        for each in origins
        for paragraph in each.reading.paragraphs
    )
