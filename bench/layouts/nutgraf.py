"""The corpus as a project of ours: what an editor would have written, and the engine beside it as in a clone."""

import shutil
from pathlib import Path

from bench.corpus.model import Corpus, Event, Explainer, Fact, Quotation, Section, Source, Term
from bench.layouts.files import write

PROJECT = Path(__file__).resolve().parents[2]
ENGINE = ("site.py", "nutgraf", "templates", "assets")


def lay_out(corpus: Corpus, folder: Path, engine: Path = PROJECT) -> None:
    """Writes the project, with the engine that lies in ``engine``."""
    folder.mkdir(parents=True)
    for part in ENGINE:
        _copy(engine / part, folder / part)
    write(folder / "site.toml", _settings(corpus))
    for term in corpus.terms:
        write(folder / f"content/glossary/{term.slug}.md", _term(term))
    for source in corpus.sources:
        write(folder / f"seeds/{source.slug}.txt", _capture(source))
    for explainer in corpus.explainers:
        write(folder / f"content/explainers/{explainer.slug}.md", _explainer(explainer))


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy2(source, target)


def _settings(corpus: Corpus) -> str:
    topics = "".join(f"\n[topics.{topic}]\ntitle = {topic.title()!r}\n" for topic in corpus.topics)
    return (
        f'title = "{corpus.title}"\nbase_url = "https://news.example.org/"\nlanguage = "en"\n'
        f'timezone = "UTC"\npublisher = "{corpus.title}"\nauthor = "The desk"\n{topics}'
    )


def _term(term: Term) -> str:
    return f"---\ntitle: {term.title}\nkind: {term.kind}\ndefinition: {term.definition}\n---\n\n{term.text}\n"


def _capture(source: Source) -> str:
    """An article as captured: headline, byline, date, text."""
    head = f"{source.title}\n\nBy {source.author}\n{source.published}\n"
    return "\n\n".join([head, *source.paragraphs]) + "\n"


def _explainer(explainer: Explainer) -> str:
    return (
        f"---\ntitle: {explainer.title}\nstandfirst: {explainer.standfirst}\ndate: {explainer.date}\n"
        f"topics: [{', '.join(explainer.topics)}]\n"
        f"key_facts:\n{''.join(map(_fact, explainer.facts))}timeline:\n{''.join(map(_event, explainer.events))}---\n"
        f"{''.join(map(_section, explainer.sections))}"
    )


def _evidence(quotation: Quotation) -> str:
    return f"    source: {quotation.source.slug}\n    quote: {quotation.words}\n"


def _fact(fact: Fact) -> str:
    return f"  - label: {fact.label}\n    value: {fact.value}\n{_evidence(fact.quotation)}"


def _event(event: Event) -> str:
    head = f"  - date: {event.date}\n    title: {event.title}\n    text: {event.text}\n"
    return head + _evidence(event.quotation)


def _section(section: Section) -> str:
    paragraphs = "\n\n".join(
        paragraph.text.format(_citation(paragraph.quotation)) if paragraph.quotation else paragraph.text
        for paragraph in section.paragraphs
    )
    return f"\n## {section.question}\n\n{paragraphs}\n"


def _citation(quotation: Quotation) -> str:
    return f"“{quotation.words}” [@{quotation.source.slug} p{quotation.paragraph}]"
