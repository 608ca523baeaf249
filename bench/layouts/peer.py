"""What the layouts of the other generators have in common: the notes are footnotes, the boxes are front matter."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.corpus.model import Explainer, Paragraph, Quotation, Section, Source

BENCH = Path(__file__).resolve().parents[1]
ASSETS = BENCH.parent / "assets"


def copy_templates(generator: str, folder: Path) -> None:
    """Begins the project with the settings and templates kept in ``bench/projects``."""
    shutil.copytree(BENCH / "projects" / generator, folder)


def copy_assets(folder: Path) -> None:
    """The same fonts, script and style for everybody, copied and no more."""
    shutil.copytree(ASSETS / "fonts", folder / "fonts")
    shutil.copytree(ASSETS / "js", folder / "js")
    css = "\n".join(path.read_text("utf-8") for path in sorted((ASSETS / "css").rglob("*.css")))
    (folder / "site.css").write_text(css, "utf-8")


def front_matter(fields: dict[str, object]) -> str:
    """YAML: each value in the notation of JSON, which YAML holds within it."""
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    return f"---\n{lines}---\n"


def explainer_fields(explainer: Explainer) -> dict[str, object]:
    """The front matter of an explainer."""
    return {
        "title": explainer.title,
        "description": explainer.standfirst,
        "date": explainer.date,
        "topics": list(explainer.topics),
        "key_facts": [
            {"label": fact.label, "value": fact.value, **_evidence(fact.quotation)} for fact in explainer.facts
        ],
        "timeline": [
            {"date": event.date, "title": event.title, "text": event.text, **_evidence(event.quotation)}
            for event in explainer.events
        ],
    }


def _evidence(quotation: Quotation) -> dict[str, object]:
    source = quotation.source
    return {
        "source": source.slug,
        "publisher": source.publisher,
        "published": source.published,
        "quote": quotation.words,
        "paragraph": quotation.paragraph,
    }


def explainer_text(explainer: Explainer, sources: str) -> str:
    """The answers, and a footnote for each quotation that links to its paragraph on a page under ``sources``."""
    numbers = iter(range(1, len(explainer.quotations) + 1))
    sections = "".join(_section(section, numbers) for section in explainer.sections)
    notes = "\n".join(note(str(number), each, sources) for number, each in enumerate(explainer.quotations, 1))
    return f"{sections}\n{notes}\n"


def _section(section: Section, numbers: Iterator[int]) -> str:
    paragraphs = "\n\n".join(_paragraph(paragraph, numbers) for paragraph in section.paragraphs)
    return f"\n## {section.question}\n\n{paragraphs}\n"


def _paragraph(paragraph: Paragraph, numbers: Iterator[int]) -> str:
    if not paragraph.quotation:
        return paragraph.text
    return paragraph.text.format(f"“{paragraph.quotation.words}”[^{next(numbers)}]")


def note(name: str, quotation: Quotation, sources: str) -> str:
    """A footnote: the source, the words, and a link to where they stand."""
    source = quotation.source
    link = f"[Paragraph {quotation.paragraph}]({sources.format(source.slug)}#p{quotation.paragraph})"
    return f"[^{name}]: *{source.publisher}*, {source.published}. “{quotation.words}” {link}\n"


def source_text(source: Source) -> str:
    """The numbered paragraphs of a source."""
    return "\n\n".join(f'<p id="p{at}">{text}</p>' for at, text in enumerate(source.paragraphs, 1)) + "\n"
