"""What reading a capture gives: fields, numbered paragraphs, and the fate of every line."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["text", "subhead", "caption", "list-item"]


class Paragraph(Struct, frozen=True):
    """One unit that quotations and links point to; its number is its position, from p1."""

    text: str  # the captured words, untouched
    kind: Kind
    breaks: tuple[int, ...] = ()  # places in the text where a line ended in a hyphen inside a word


class Line(Struct, frozen=True):
    """One line of the capture and what became of it."""

    number: int  # 1-based, as an editor's screen counts lines
    text: str  # as captured, without the line end
    kept: bool  # part of the headline or of a paragraph
    rule: str  # name of the rule that decided


class LeftOut(Struct, frozen=True):
    """A stretch of the capture’s text that was left out."""

    text: str
    line: int  # the number of its first line
    rule: str  # name of the rule that decided
    after: int  # the number of the paragraph above it; 0 above the first


class Unmatched(Struct, frozen=True):
    """An editor's `remove` or `keep` that is on no line, with the line it most resembles."""

    override: str
    nearest_number: int | None  # None when the capture has no text at all
    nearest_text: str | None


class Reading(Struct, frozen=True):
    """A capture as its readers will see it, and how it was arrived at."""

    title: str | None = None
    author: str | None = None
    published: str | None = None  # EDTF, as precise as the capture says; None when it does not say
    publisher: str | None = None
    url: str | None = None
    language: str | None = None  # BCP 47; None when the capture does not declare it
    dateline: str | None = None  # the place the first paragraph names; the words also stay in the text
    paragraphs: tuple[Paragraph, ...] = ()
    lines: tuple[Line, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
