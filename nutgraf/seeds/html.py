"""An HTML capture read: trafilatura says what the article is and what the page declares; the page gives the words."""

from __future__ import annotations

import importlib
import re
from typing import Any

from nutgraf.seeds.article import decide_texts
from nutgraf.seeds.blocks import Block, fold
from nutgraf.seeds.dateline import find_dateline
from nutgraf.seeds.decide import Decision
from nutgraf.seeds.declared import declared_by
from nutgraf.seeds.extent import is_prose
from nutgraf.seeds.linked_data import LinkedData
from nutgraf.seeds.overrides import overruled
from nutgraf.seeds.page import Page, PageText, read_page
from nutgraf.seeds.reading import Paragraph, Reading
from nutgraf.seeds.rows import split_rows
from nutgraf.seeds.shape import measure
from nutgraf.seeds.trace import left_out, traced_lines

_LANGUAGE = re.compile(r"<html[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote)\b", re.IGNORECASE)


def read_html(capture: str, remove: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> Reading:
    """The reading of an HTML capture, with the editor’s overrides applied last.

    remove, keep: as in read_capture. Raises ModuleNotFoundError if trafilatura is not installed, and ValueError with a
    sentence for the editor for a page whose text is made by a script, or that is nested too deep.
    """
    rows = split_rows(capture)
    page = read_page(capture)
    declared = declared_by(page.parsed, page.texts)
    texts, blocks, decisions = _decided(page, declared.title, declared.article)
    decisions, missed = overruled(decisions, blocks, rows, remove, keep)
    paragraphs = tuple(
        Paragraph(text.words, text.kind, text.breaks)
        for text, decision in zip(texts, decisions, strict=True)
        if decision.kept and decision.rule != "headline"
    )
    if not paragraphs and not any(map(is_prose, blocks)) and _is_made_by_script(page):
        hint = "open the page in a browser, and save it once its text is shown"
        raise ValueError(f"this page’s text is made by a script, and the file holds none of it; {hint}")
    plain = tuple(paragraph.text for paragraph in paragraphs if paragraph.kind == "text")
    return Reading(
        title=declared.title,
        author=declared.author,
        published=declared.published,
        publisher=declared.publisher,
        url=declared.url,
        language=declared.language or page_language(capture),
        dateline=find_dateline(plain[0], plain[1:]) if plain else None,
        paragraphs=paragraphs,
        lines=traced_lines(rows, blocks, decisions),
        left_out=left_out(blocks, decisions),
        unmatched=missed,
    )


def page_language(capture: str) -> str | None:
    """The language that the capture declares on its root element, as written.

    None if not in its first 5,000 characters.
    """
    found = _LANGUAGE.search(capture[:5000])
    return found.group(1) if found else None


def _decided(
    page: Page, title: str | None, article: LinkedData
) -> tuple[tuple[PageText, ...], tuple[Block, ...], tuple[Decision, ...]]:
    """The texts of the page with what becomes of them; those of its JSON-LD where it shows no text of its own."""
    blocks = _blocks(page.texts)
    decisions = decide_texts(page, blocks, title, _extracted(page.plain))
    shows_text = any(decision.kept and is_prose(block) for block, decision in zip(blocks, decisions, strict=True))
    if shows_text or not article.body:
        return page.texts, blocks, decisions
    told = tuple(
        PageText(words, "text", 0, True, (article.line,), None, 0) for words in _paragraphs_of_body(article.body)
    )
    kept = (Decision(True, "json-ld"),) * len(told)
    return (*page.texts, *told), (*blocks, *_blocks(told)), (*decisions, *kept)


def _blocks(texts: tuple[PageText, ...]) -> tuple[Block, ...]:
    return tuple(
        Block(text.words, fold(text.words), measure(text.words), text.lines, breaks=text.breaks) for text in texts
    )


def _paragraphs_of_body(body: str) -> list[str]:
    """The lines of an article’s text in JSON-LD, which some pages write as HTML."""
    if _BLOCK_TAG.search(body):
        return [text.words for text in read_page(body).texts]
    return [words for line in body.split("\n") if (words := " ".join(line.split()))]


def _is_made_by_script(page: Page) -> bool:
    return page.parsed is not None and next(page.parsed.iter("script"), None) is not None


def _extracted(plain: Any) -> tuple[str, ...]:
    """The lines that trafilatura takes for the article. Imported by name: only HTML needs it, and it is heavy."""
    trafilatura = importlib.import_module("trafilatura")
    found = trafilatura.bare_extraction(plain, include_comments=False, favor_recall=True)
    return tuple((found.text or "").splitlines()) if found else ()
