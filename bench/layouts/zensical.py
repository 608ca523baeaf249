"""The corpus for Zensical: the pages of MkDocs with Zensical’s own theme and settings; words are not linked."""

import json
from pathlib import Path

from bench.corpus.model import Corpus, Term
from bench.layouts.files import write
from bench.layouts.mkdocs import write_pages
from bench.layouts.peer import copy_templates

SETTINGS = """\
[project]
site_name = "The Measured File"
site_url = "https://news.example.org/"
extra_css = ["assets/site.css"]
extra_javascript = ["assets/js/site.js"]
nav = [{ "Explainers" = "index.md" }, { "Words" = "glossary/index.md" }, { "Sources" = "sources/index.md" }]

[project.theme]
custom_dir = "overrides"

[project.markdown_extensions.footnotes]

[project.markdown_extensions.toc]

[project.extra.words]
"""


def lay_out(corpus: Corpus, folder: Path) -> None:
    """Writes the project."""
    copy_templates("zensical", folder)
    write(folder / "zensical.toml", SETTINGS + "".join(map(_word, corpus.terms)))
    write_pages(corpus, folder / "docs")


def _word(term: Term) -> str:
    return f"{term.slug} = {{ title = {json.dumps(term.title)}, definition = {json.dumps(term.definition)} }}\n"
