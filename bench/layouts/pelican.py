"""The corpus for Pelican: its front matter holds no lists, so the boxes stand in the text; words are not linked."""

import json
from pathlib import Path

from bench.corpus.model import Corpus, Explainer, Quotation
from bench.layouts.files import write
from bench.layouts.peer import copy_assets, copy_templates, explainer_text, note, source_text

SOURCES = "/sources/{}/"


def lay_out(corpus: Corpus, folder: Path) -> None:
    """Writes the project."""
    copy_templates("pelican", folder)
    copy_assets(folder / "content/assets")
    words = {term.slug: {"title": term.title, "definition": term.definition} for term in corpus.terms}
    write(folder / "words.json", json.dumps(words, indent=1))
    for term in corpus.terms:
        head = _head(Title=term.title, Save_as=f"glossary/{term.slug}/index.html", URL=f"glossary/{term.slug}/")
        text = f"{head}Word: {term.slug}\nTemplate: word\n\n{term.text}\n"
        write(folder / f"content/pages/words/{term.slug}.md", text)
    for source in corpus.sources:
        place = {"Save_as": f"sources/{source.slug}/index.html", "URL": f"sources/{source.slug}/"}
        head = _head(Title=source.title, Date=source.published, Writer=source.author, **place, Template="source")
        write(folder / f"content/pages/sources/{source.slug}.md", f"{head}\n{source_text(source)}")
    for explainer in corpus.explainers:
        write(folder / f"content/explainers/{explainer.slug}.md", _explainer(explainer))


def _head(**fields: str) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _explainer(explainer: Explainer) -> str:
    head = _head(
        Title=explainer.title,
        Slug=explainer.slug,
        Date=explainer.date,
        Summary=explainer.standfirst,
        Tags=", ".join(explainer.topics),
        Words=", ".join(term.slug for term in explainer.words),
    )
    facts = "\n".join(f"{fact.label}\n:   **{fact.value}**[^f{at}]\n" for at, fact in enumerate(explainer.facts, 1))
    events = "\n".join(
        f"1.  **{event.date}** *{event.title}* {event.text}[^e{at}]" for at, event in enumerate(explainer.events, 1)
    )
    notes = _notes("f", [fact.quotation for fact in explainer.facts])
    notes += _notes("e", [event.quotation for event in explainer.events])
    text = explainer_text(explainer, SOURCES)
    return f"{head}\n## Key facts\n\n{facts}\n[TOC]\n\n## What happened when\n\n{events}\n{text}{notes}"


def _notes(kind: str, quotations: list[Quotation]) -> str:
    return "".join(note(f"{kind}{at}", each, SOURCES) for at, each in enumerate(quotations, 1))
