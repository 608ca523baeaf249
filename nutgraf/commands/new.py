"""``python site.py new``: a content file to start from."""

import datetime
import shutil
from pathlib import Path

import click

from nutgraf.addresses import RESERVED
from nutgraf.commands.captures import capture_called, documents_of, names_for_shell, sources_told, told_of
from nutgraf.kinds.capture import SUFFIXES
from nutgraf.names import Count, names_in, recurring
from nutgraf.parse.documents import Documents
from nutgraf.problems import did_you_mean
from nutgraf.resolve.glossary import make_glossary
from nutgraf.slugs import is_slug, slugify, unfit
from nutgraf.starters.explainer import Origin, explainer_draft, origin
from nutgraf.starters.others import page_file, term_file
from nutgraf.starters.source_file import source_file

KINDS = {"explainer": "explainers", "term": "glossary", "source": "sources", "page": "pages"}
_ON_TOP = ("explainer", "page")  # kinds whose addresses have no folder of their own


@click.command()
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
    click.echo(f"Wrote {start(project, kind, name, seeds)}.")


def start(project: Path, kind: str, name: str, seeds: tuple[str, ...]) -> str:
    """Writes the file and gives its path in the project. Raises what click shows when it cannot be written."""
    slug = slugify(name)
    if not slug:
        raise click.BadParameter(
            f"“{name}” holds no letter or digit to name a file by; write a word or two.", param_hint="NAME"
        )
    path = project / "content" / KINDS[kind] / f"{slug}.md"
    _refuse_taken(path, slug, kind)
    text = _text(project, kind, _title(name), seeds)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise click.ClickException(f"{path.relative_to(project)} cannot be written: {error.strerror}.") from None
    return path.relative_to(project).as_posix()


def _refuse_taken(path: Path, slug: str, kind: str) -> None:
    """Raises what click shows for a file that is there, or that a build would refuse for its name."""
    written = f"content/{path.parent.name}/{path.name}"
    if path.exists():
        raise click.ClickException(f"{written} is there already. Choose another name, or write into that file.")
    if unfit(slug):
        raise click.ClickException(f"{written} cannot be an address: {unfit(slug)}. Choose another name.")
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


def _text(project: Path, kind: str, title: str, seeds: tuple[str, ...]) -> str:
    if kind == "source":
        return _source(project, seeds)
    if kind == "explainer":
        return _explainer(project, title, seeds)
    if seeds:
        raise click.UsageError(f"--from goes with explainers and sources; leave it out for a {kind}.")
    return term_file(title) if kind == "term" else page_file(title)


def _source(project: Path, seeds: tuple[str, ...]) -> str:
    if len(seeds) != 1:
        raise click.UsageError("a source is made from one capture; name it: --from seeds/article.txt.")
    seed = _into_seeds(project, seeds[0])
    captures = documents_of(project).captures
    capture = next((each for each in captures if each.path == f"seeds/{seed}"), None)
    if capture is None:
        raise click.ClickException(f"seeds/{seed} cannot be read; python site.py check says why.")
    return source_file(seed, capture.sha256, capture.reading)


def _into_seeds(project: Path, name: str) -> str:
    """The file’s name in seeds/; a capture from elsewhere is copied there."""
    folder = project / "seeds"
    for path in (Path(name), project / name, folder / name):
        if path.is_file():
            break
    else:
        raise click.ClickException(
            f"there is no file {name}. Name one in seeds/, or the path of a capture that lies elsewhere."
        )
    if path.suffix.lower() not in SUFFIXES:
        raise click.ClickException(f"{name} cannot be read as a source; seeds are {', '.join(SUFFIXES)} files.")
    if path.resolve().parent != folder.resolve():
        copy = folder / path.name
        if copy.exists():
            raise click.ClickException(f"seeds/{path.name} is there already; name that one, or rename your capture.")
        try:
            folder.mkdir(exist_ok=True)
            shutil.copyfile(path, copy)
        except OSError as error:
            raise click.ClickException(f"seeds/{path.name} cannot be written: {error.strerror}.") from None
        click.echo(f"Copied {name} to seeds/{path.name}.")
    return path.name


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
