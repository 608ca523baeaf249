"""The corpus for MkDocs: its own theme with the boxes of the front matter around the text; words are not linked."""

import json
from collections.abc import Iterable
from pathlib import Path

from bench.corpus.model import Corpus, Source, Term
from bench.layouts.files import write
from bench.layouts.peer import copy_assets, copy_templates, explainer_fields, explainer_text, front_matter, source_text

SETTINGS = """\
site_name: The Measured File
site_url: https://news.example.org/
theme: {name: mkdocs, custom_dir: overrides}
extra_css: [assets/site.css]
extra_javascript: [assets/js/site.js]
markdown_extensions: [footnotes]
nav:
  - Explainers: index.md
  - Words: glossary/index.md
  - Sources: sources/index.md
not_in_nav: "/*"
extra:
  words:
"""


def lay_out(corpus: Corpus, folder: Path) -> None:
    """Writes the project."""
    copy_templates("mkdocs", folder)
    write(folder / "mkdocs.yml", SETTINGS + "".join(map(_word, corpus.terms)))
    write_pages(corpus, folder / "docs")


def _word(term: Term) -> str:
    entry = {"title": term.title, "definition": term.definition}
    return f"    {term.slug}: {json.dumps(entry)}\n"


def write_pages(corpus: Corpus, folder: Path) -> None:
    """The pages, with an index of each kind kept by hand: there is no template that lists pages."""
    copy_assets(folder / "assets")
    for term in corpus.terms:
        text = f"# {term.title}\n\n{term.definition}\n\n{term.text}\n"
        write(folder / f"glossary/{term.slug}.md", front_matter({"title": term.title}) + text)
    for source in corpus.sources:
        write(folder / f"sources/{source.slug}.md", _source(source))
    for explainer in corpus.explainers:
        fields = {**explainer_fields(explainer), "words": [term.slug for term in explainer.words]}
        text = explainer_text(explainer, "sources/{}.md")
        write(folder / f"{explainer.slug}.md", front_matter(fields) + text)
    explainers = (f"- [{each.title}]({each.slug}.md) {each.standfirst} {each.date}" for each in corpus.explainers)
    write(folder / "index.md", _index(corpus.title, explainers))
    write(
        folder / "glossary/index.md",
        _index("Words", (f"- [{t.title}]({t.slug}.md) {t.definition}" for t in corpus.terms)),
    )
    write(folder / "sources/index.md", _index("Sources", (f"- [{s.title}]({s.slug}.md)" for s in corpus.sources)))


def _source(source: Source) -> str:
    head = front_matter({"title": source.title, "date": source.published})
    byline = f"By {source.author}, {source.publisher}, {source.published}"
    return f"{head}\n# {source.title}\n\n{byline}\n\n{source_text(source)}"


def _index(title: str, lines: Iterable[str]) -> str:
    return f"# {title}\n\n" + "\n".join(lines) + "\n"
