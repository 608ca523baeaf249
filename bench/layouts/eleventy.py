"""The corpus for Eleventy: Nunjucks layouts, boxes in front matter, a filter that links first mentions."""

from pathlib import Path

from bench.corpus.model import Corpus
from bench.layouts.files import write
from bench.layouts.peer import (
    copy_assets,
    copy_templates,
    explainer_fields,
    explainer_text,
    front_matter,
    source_text,
)


def lay_out(corpus: Corpus, folder: Path) -> None:
    """Writes the project."""
    copy_templates("eleventy", folder)
    copy_assets(folder / "assets")
    content = folder / "content"
    for term in corpus.terms:
        head = front_matter({"title": term.title, "kind_of_word": term.kind, "definition": term.definition})
        write(content / f"glossary/{term.slug}.md", f"{head}\n{term.text}\n")
    for source in corpus.sources:
        fields = {"title": source.title, "author": source.author, "publisher": source.publisher}
        head = front_matter({**fields, "date": source.published})
        write(content / f"sources/{source.slug}.md", f"{head}\n{source_text(source)}")
    for explainer in corpus.explainers:
        text = explainer_text(explainer, "/sources/{}/")
        write(content / f"explainers/{explainer.slug}.md", front_matter(explainer_fields(explainer)) + text)
