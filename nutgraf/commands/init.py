"""``nutgraf init``: a new microsite, ready to be written, built and published."""

import json
import shutil
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from string import Template
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click

from nutgraf import __version__
from nutgraf.commands.found import tell_of
from nutgraf.commands.new import start
from nutgraf.kinds.capture import SUFFIXES
from nutgraf.outfit.record import sum_at, write_record
from nutgraf.outfit.shipped import shipped
from nutgraf.slugs import slugify, unfit
from nutgraf.starters.words import ADDRESS, HEADLINE, MAKERS, OPENING

_STARTERS = Path(__file__).parents[1] / "starters" / "desk"
_PLACES = {
    "index.md": "content/index.md",
    "about.md": "content/pages/about.md",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
}
_EMPTY = ("assets/images", "content/explainers", "content/glossary", "content/sources", "seeds")
# What a new repository may hold already. It stays as it is.
_EXPECTED = {".git", ".gitattributes", "LICENSE", "LICENSE.md", "README.md"}
_MOST_NAMED = 3
_KINDS = f"seeds are {', '.join(SUFFIXES)} files"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="The name of the site.  [default: the folder’s name, in words]")
@click.option("--from", "seed", metavar="SEED", help="An article to begin with: a .txt, .html or .md file.")
def init(folder: Path, title: str | None, seed: str | None) -> None:
    """Make a new microsite.

    Settings, templates, styles, a workflow that publishes it, and a first explainer. The folder must be new or
    empty; a fresh clone of an empty repository will do.

    \b
    nutgraf init harbour-file
    nutgraf init harbour-file --title "The Harbour File" --from harbour.txt
    """
    name = folder.resolve().name
    slug = slugify(name) or "site"
    _refuse(folder)
    if seed:
        _refuse_seed(Path(seed))
    try:
        kept = _lay_out(folder, title or slug.replace("-", " ").capitalize(), slug)
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder} cannot be written: {error.strerror}.") from None
    try:
        first = _first_explainer(folder, seed)
    except click.ClickException as error:
        told = f"{error.message} The microsite in {folder} is made, but for its first explainer."
        raise click.ClickException(told) from None
    click.echo("\n".join([*kept, f"Made a microsite in {folder}. Its first explainer is {first}, a draft.", ""]))
    click.echo("\n".join(_next(folder)))


def _refuse(folder: Path) -> None:
    """Ends with an error when something lies there that is not ours to mix with."""
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder} is a file; name a folder. Nothing was written.")
    others = sorted({path.name for path in folder.iterdir()} - _EXPECTED) if folder.is_dir() else []
    if others:
        more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
        named = ", ".join(others[:_MOST_NAMED])
        raise click.ClickException(
            f"{folder} is not empty: it holds {named}{more}. Nothing was written; name a new one."
        )


def _refuse_seed(seed: Path) -> None:
    """Ends with an error when it cannot be an article: before anything is written."""
    if not seed.is_file():
        raise click.BadParameter(f"there is no file {seed}. Nothing was written.", param_hint="--from")
    if seed.suffix.lower() not in SUFFIXES:
        raise click.BadParameter(
            f"{seed} cannot be read as a source; {_KINDS}. Nothing was written.", param_hint="--from"
        )


def _lay_out(folder: Path, title: str, slug: str) -> list[str]:
    """Writes everything but the first explainer, and says what was there and stays."""
    kept = []
    for path, text in _starters(title, slug):
        if (folder / path).exists():
            kept.append(f"{path} was there already and stays as it is.")
        else:
            _make_room(folder / path)
            (folder / path).write_text(text, "utf-8", newline="\n")
    for path, came in shipped().items():
        _make_room(folder / path)
        shutil.copyfile(came, folder / path)
    for path in _EMPTY:
        _make_room(folder / path / ".gitkeep")
        (folder / path / ".gitkeep").touch()  # git keeps no empty folder
    wheel = _wheel()
    if wheel:
        _make_room(folder / "wheels" / wheel.name)
        shutil.copyfile(wheel, folder / "wheels" / wheel.name)
    write_record(folder, {path: sum_at(folder / path) for path in shipped()})
    return kept


def _starters(title: str, slug: str) -> Iterator[tuple[str, str]]:
    """The files to begin with, by their place."""
    for path in sorted(_STARTERS.iterdir()):
        told = json.dumps(title, ensure_ascii=False) if path.suffix == ".toml" else title  # TOML quotes as JSON does
        told_of = {"title": told, "slug": slug, "version": __version__, "address": ADDRESS}
        text = Template(path.read_text("utf-8")).substitute(told_of, opening=OPENING, makers=MAKERS)
        yield _PLACES.get(path.name, path.name), text


def _make_room(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)


def _wheel() -> Path | None:
    """The wheel that this program was installed from (PEP 610); None when it came otherwise, or is gone."""
    told = distribution("nutgraf").read_text("direct_url.json")
    url = urlsplit(json.loads(told)["url"] if told else "")
    path = Path(url2pathname(url.path))
    return path if url.scheme == "file" and path.suffix == ".whl" and path.is_file() else None


def _first_explainer(folder: Path, seed: str | None) -> str:
    """Its path."""
    if seed is None:
        return start(folder, "explainer", HEADLINE, ())[0]
    source = slugify(Path(seed).stem)
    source = "first-source" if not source or unfit(source) else source
    _, capture = start(folder, "source", source, (seed,))
    if capture:
        tell_of(capture, source)
    return start(folder, "explainer", HEADLINE, (source,))[0]


def _next(folder: Path) -> Iterator[str]:
    yield "Next:"
    if folder.resolve() != Path.cwd():
        yield f"  cd {folder}"
    yield "  python site.py serve --open --drafts    the site in a browser while you write"
    if not (folder / "wheels").exists():
        yield "  put the wheel of Nutgraf into wheels/   for your colleagues and for GitHub; then:"
    yield "  git init, commit, push                  README.md says how it is published"
