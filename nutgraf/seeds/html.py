"""An HTML capture read: trafilatura says what the article is and what the page declares; the page gives the words."""

from __future__ import annotations

import importlib
import re
from typing import Any

from nutgraf.seeds.article import decide_texts
from nutgraf.seeds.blocks import Block, fold
from nutgraf.seeds.dateline import find_dateline
from nutgraf.seeds.overrides import overruled
from nutgraf.seeds.page import read_page
from nutgraf.seeds.reading import Paragraph, Reading
from nutgraf.seeds.rows import split_rows
from nutgraf.seeds.shape import measure
from nutgraf.seeds.trace import traced_lines

_LANGUAGE = re.compile(r"<html[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.IGNORECASE)


def read_html(capture: str, remove: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> Reading:
    """The reading of an HTML capture. Raises ModuleNotFoundError where trafilatura is not installed."""
    rows = split_rows(capture)
    page = read_page(capture)
    declared = _declared(page.parsed)
    title = _said(declared, "title")
    blocks = tuple(Block(text.words, fold(text.words), measure(text.words), text.lines) for text in page.texts)
    decisions = decide_texts(page, blocks, title, _extracted(page.plain))
    decisions, missed = overruled(decisions, blocks, rows, remove, keep)
    paragraphs = tuple(
        Paragraph(text.words, text.kind)
        for text, decision in zip(page.texts, decisions, strict=True)
        if decision.kept and decision.rule != "headline"
    )
    plain = tuple(paragraph.text for paragraph in paragraphs if paragraph.kind == "text")
    return Reading(
        title=title,
        author=_said(declared, "author"),
        published=_said(declared, "date"),
        publisher=_said(declared, "sitename"),
        url=_said(declared, "url"),
        language=_said(declared, "language") or page_language(capture),
        dateline=find_dateline(plain[0], plain[1:]) if plain else None,
        paragraphs=paragraphs,
        lines=traced_lines(rows, blocks, decisions),
        unmatched=missed,
    )


def page_language(capture: str) -> str | None:
    """The language the page declares on its root element, or None."""
    found = _LANGUAGE.search(capture[:5000])
    return found.group(1) if found else None


def _extracted(plain: Any) -> tuple[str, ...]:
    """The lines that trafilatura takes for the article. Imported by name: only HTML needs it, and it is heavy."""
    trafilatura = importlib.import_module("trafilatura")
    found = trafilatura.bare_extraction(plain, include_comments=False, favor_recall=True)
    return tuple((found.text or "").splitlines()) if found else ()


def _declared(parsed: Any) -> Any:
    # Only the original date, and only where the page declares it: the extensive search guesses from any year.
    dates = {"original_date": True, "extensive_search": False}
    return importlib.import_module("trafilatura").extract_metadata(parsed, None, dates) if parsed is not None else None


def _said(extracted: Any, name: str) -> str | None:
    found = getattr(extracted, name, None)
    return found.strip() or None if isinstance(found, str) else None
