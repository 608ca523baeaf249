"""An HTML capture read: trafilatura says what the article is and what the page declares; the page gives the words."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from nutgraf.seeds.blocks import Block, fold
from nutgraf.seeds.dateline import find_dateline
from nutgraf.seeds.decide import Decision
from nutgraf.seeds.overrides import overruled
from nutgraf.seeds.page import PageText, page_language, page_texts
from nutgraf.seeds.reading import Paragraph, Reading
from nutgraf.seeds.rows import split_rows
from nutgraf.seeds.shape import measure
from nutgraf.seeds.trace import left_out, traced_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PART = 25  # letters from which a text may be part of an extracted line; shorter ones must be the whole line


def read_html(capture: str, remove: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> Reading:
    """The reading of an HTML capture. Raises ModuleNotFoundError where trafilatura is not installed."""
    rows = split_rows(capture)
    extracted = _extracted(capture)
    texts = page_texts(capture)
    blocks = tuple(Block(text.words, fold(text.words), measure(text.words), text.lines) for text in texts)
    title = _said(extracted, "title")
    decisions = _decisions(texts, title, (_said(extracted, "text") or "").splitlines())
    decisions, missed = overruled(decisions, blocks, rows, remove, keep)
    paragraphs = tuple(
        Paragraph(text.words, text.kind)
        for text, decision in zip(texts, decisions, strict=True)
        if decision.kept and decision.rule != "headline"
    )
    plain = tuple(paragraph.text for paragraph in paragraphs if paragraph.kind == "text")
    return Reading(
        title=title,
        author=_said(extracted, "author"),
        published=_said(extracted, "date"),
        publisher=_said(extracted, "sitename"),
        url=_said(extracted, "url"),
        language=_said(extracted, "language") or page_language(capture),
        dateline=find_dateline(plain[0], plain[1:]) if plain else None,
        paragraphs=paragraphs,
        lines=traced_lines(rows, blocks, decisions),
        left_out=left_out(blocks, decisions),
        unmatched=missed,
    )


def _extracted(capture: str) -> Any:
    """What trafilatura finds, or None. Imported by name: only HTML sources need it, and it is heavy."""
    trafilatura = importlib.import_module("trafilatura")
    # Only the original date, and only where the page declares it: the extensive search guesses from any year.
    dates = {"original_date": True, "extensive_search": False}
    return trafilatura.bare_extraction(
        capture, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=dates
    )


def _said(extracted: Any, name: str) -> str | None:
    found = getattr(extracted, name, None)
    return found.strip() or None if isinstance(found, str) else None


def _decisions(texts: tuple[PageText, ...], title: str | None, extracted: Iterable[str]) -> tuple[Decision, ...]:
    """A text of the page is kept if it is, or is part of, a line that trafilatura extracted."""
    lines = {_plain(line) for line in extracted if line.strip()}
    joined = "\n".join(sorted(lines))
    decisions = []
    headed = False
    for text in texts:
        words = _plain(text.words)
        if title is not None and not headed and text.is_heading and words == _plain(title):
            decisions.append(Decision(True, "headline"))
            headed = True
        elif words in lines or (len(words) >= _PART and words in joined):
            decisions.append(Decision(True, "extracted"))
        else:
            decisions.append(Decision(False, "not-extracted"))
    return tuple(_with_captions(texts, decisions))


def _with_captions(texts: tuple[PageText, ...], decisions: list[Decision]) -> Iterator[Decision]:
    """The decisions, with the captions kept that stand in the article among its texts: trafilatura leaves them out."""
    kept = [index for index, decision in enumerate(decisions) if decision.kept]
    among = range(kept[0], kept[-1]) if kept else range(0)
    for index, (text, decision) in enumerate(zip(texts, decisions, strict=True)):
        is_caption = text.kind == "caption" and text.is_in_article and index in among
        yield Decision(True, "caption") if is_caption and not decision.kept else decision


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text))
