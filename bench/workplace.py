"""Fresh copies of each project to measure in, on a RAM disk where there is one."""

import compileall
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.corpus.make import make
from bench.corpus.model import ROUND, Corpus
from bench.generators import Generator
from bench.tools import Tools

RAM_DISK = Path("/dev/shm")


@contextmanager
def workplace(parent: Path | None) -> Iterator[Path]:
    """A folder for everything, removed at the end."""
    home = parent or (RAM_DISK if RAM_DISK.is_dir() else None)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=home) as folder:
        yield Path(folder)


def lay_out(size: int, generators: tuple[Generator, ...], folder: Path) -> Corpus:
    """The projects of all generators under ``folder``, from which copies are taken."""
    corpus = make(size)
    for generator in generators:
        generator.lay_out(corpus, folder / generator.name)
    for python in folder.glob("*/nutgraf"):
        compileall.compile_dir(python, quiet=1)  # as after any first run: a cold build has no cache of pages
    return corpus


def fresh(generator: Generator, originals: Path, folder: Path, tools: Tools) -> Path:
    """A copy of the generator’s project, in the place of the one before."""
    copy = folder / generator.name
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(originals / generator.name, copy)
    if generator.needs_node:
        (copy / "node_modules").symlink_to(tools.node_modules)
    return copy


def edit(path: Path, sentence: str, wording: str) -> None:
    """Puts another number of the round into a sentence, as an editor would who changes a word."""
    text = path.read_text("utf-8")
    if sentence not in text:
        raise SystemExit(f"{path} does not have the sentence to be edited: {sentence}")
    path.write_text(text.replace(sentence, sentence.replace(ROUND, wording)), "utf-8")


def edit_explainer(project: Path, generator: Generator, corpus: Corpus, wording: str) -> Path:
    """Edits a word of one explainer; the page on which it must be seen."""
    slug = corpus.edited_explainer.slug
    edit(project / generator.explainer.format(slug), f"again in {ROUND}.", wording)
    return project / generator.output / slug / "index.html"


def edit_definition(project: Path, generator: Generator, corpus: Corpus, wording: str) -> Path:
    """Edits a word of one definition; a page on which it must be seen."""
    term = corpus.edited_term
    for name in generator.definitions:
        edit(project / name.format(term.slug), term.definition, wording)
    using = next(explainer for explainer in corpus.explainers if term in explainer.words)
    return project / generator.output / using.slug / "index.html"
