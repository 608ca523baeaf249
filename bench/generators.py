"""The generators that are measured: layout, command, and where their parts lie."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus.model import Corpus
from bench.layouts import eleventy, hugo, hugo_all, mkdocs, nutgraf, pelican, zensical
from bench.tools import Tools

Command = Callable[[Tools], tuple[str, ...]]
OURS = "nutgraf"


@dataclass(frozen=True)
class Generator:
    """One generator, with the settings its documentation gives for production."""

    name: str
    label: str  # in tables
    lay_out: Callable[[Corpus, Path], None]
    build: Command
    serve: Callable[[Tools, int], tuple[str, ...]]  # at a port
    output: str  # folder
    explainer: str  # file of an explainer, by slug
    definitions: tuple[str, ...]  # files in which a definition stands, by slug
    needs_node: bool = False


def _build_hugo(tools: Tools) -> tuple[str, ...]:
    return (tools.hugo, "build")


def _serve_hugo(tools: Tools, port: int) -> tuple[str, ...]:
    return (tools.hugo, "server", "--port", str(port), "--baseURL", f"http://127.0.0.1:{port}/")


GENERATORS = (
    Generator(
        OURS,
        "Nutgraf",
        nutgraf.lay_out,
        build=lambda _: (sys.executable, "site.py", "build"),
        serve=lambda _, port: (sys.executable, "site.py", "serve", "--port", str(port)),
        output="build",
        explainer="content/explainers/{}.md",
        definitions=("content/glossary/{}.md",),
    ),
    Generator(
        "hugo",
        "Hugo, pages only",
        hugo.lay_out,
        build=_build_hugo,
        serve=_serve_hugo,
        output="public",
        explainer="content/explainers/{}.md",
        definitions=("content/glossary/{}.md",),
    ),
    Generator(
        "hugo-all",
        "Hugo, all the same files",
        hugo_all.lay_out,
        build=_build_hugo,
        serve=_serve_hugo,
        output="public",
        explainer="content/explainers/{}.md",
        definitions=("content/glossary/{}.md",),
    ),
    Generator(
        "eleventy",
        "Eleventy",
        eleventy.lay_out,
        build=lambda _: ("node", "node_modules/@11ty/eleventy/cmd.cjs"),
        serve=lambda _, port: ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--serve", "--port", str(port)),
        output="_site",
        explainer="content/explainers/{}.md",
        definitions=("content/glossary/{}.md",),
        needs_node=True,
    ),
    Generator(
        "pelican",
        "Pelican",
        pelican.lay_out,
        build=lambda tools: (tools.python("pelican"), "content", "-s", "pelicanconf.py"),
        serve=lambda tools, port: (tools.python("pelican"), "-l", "-r", "-s", "pelicanconf.py", "-p", str(port)),
        output="output",
        explainer="content/explainers/{}.md",
        definitions=("words.json",),
    ),
    Generator(
        "mkdocs",
        "MkDocs",
        mkdocs.lay_out,
        build=lambda tools: (tools.python("mkdocs"), "build"),
        serve=lambda tools, port: (tools.python("mkdocs"), "serve", "-a", f"127.0.0.1:{port}"),
        output="site",
        explainer="docs/{}.md",
        definitions=("mkdocs.yml", "docs/glossary/{}.md"),
    ),
    Generator(
        "zensical",
        "Zensical",
        zensical.lay_out,
        build=lambda tools: (tools.python("zensical"), "build"),
        serve=lambda tools, port: (tools.python("zensical"), "serve", "-a", f"127.0.0.1:{port}"),
        output="site",
        explainer="docs/{}.md",
        definitions=("zensical.toml", "docs/glossary/{}.md"),
    ),
)

LABELS = {generator.name: generator.label for generator in GENERATORS}
