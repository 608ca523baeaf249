"""The words of a line of Markdown, without the marks of Markdown, of HTML in it, and of programs that clip pages."""

from __future__ import annotations

import importlib
import re
from functools import cache
from typing import TYPE_CHECKING

from nutgraf.seeds.unwrap import join_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

_LINE_END = "\x00"  # no text holds it, because files that hold one are refused
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_NO_WORDS = frozenset(("script", "style", "template"))
# What clippers and note programs add to CommonMark, and what stands for it: the words alone.
_MARKS = (
    (re.compile(r"!\[\[[^\[\]]*\]\]"), ""),  # ![[picture.png]]
    (re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]"), r"\1"),  # [[page]], [[page|words]]
    (re.compile(rf"(\A|{_LINE_END})\[\^[^\[\]\s]+\]:"), r"\1"),  # [^1]: at the start of a footnote
    (re.compile(r"\[\^[^\[\]\s]+\]"), ""),  # [^1] in the text
    (re.compile(r"\A\[![A-Za-z-]+\][+-]?\s*"), ""),  # [!note] at the start of a callout
    (re.compile(r"==(?=[^\s=])([^=]*[^\s=])=="), r"\1"),  # ==highlighted==
    (re.compile(r"\*\*(?=[^\s*])([^*]*[^\s*])\*\*"), r"\1"),  # **bold**, where CommonMark sees none: before a letter
    (re.compile(r"\{#[\w-]+\}\Z"), ""),  # {#anchor} behind a heading
)
_TASK = re.compile(r"\A\[[ xX]\]\s+")  # [x] at the start of a list item
_SPACES = re.compile(r"[ \t]{2,}")


def words_of(tokens: Iterable[Token], *, in_list: bool) -> tuple[str, tuple[int, ...]]:
    """The words of inline tokens, and the 0-based places in them where a line ended in a hyphen inside a word.

    in_list: also leave out the box of a task list.
    """
    text = "".join(_pieces(tokens))
    for pattern, words in _MARKS:
        text = pattern.sub(words, text)
    if in_list:
        text = _TASK.sub("", text)
    lines = [line.strip() for line in _SPACES.sub(" ", text).split(_LINE_END)]
    return join_text([line for line in lines if line] or [""])


def _pieces(tokens: Iterable[Token]) -> Iterator[str]:
    breaks = {"softbreak": _LINE_END, "hardbreak": "\n", "image": ""}
    unseen: str | None = None
    for token in tokens:
        tag = _tag(token.content) if token.type == "html_inline" else None
        if unseen is not None:
            unseen = None if tag == unseen and token.content.startswith("</") else unseen
        elif tag in _NO_WORDS and not token.content.startswith("</"):
            unseen = tag
        elif tag == "br":
            yield "\n"
        elif tag is None:
            yield breaks.get(token.type, token.content)


def _tag(markup: str) -> str | None:
    """The name of a tag of HTML, "" of a comment and the like; None where it is no markup: <name withheld>."""
    found = _TAG.match(markup)
    if found is None:
        return ""
    name = found[1].lower()
    return name if name in _elements() else None


@cache
def _elements() -> frozenset[str]:
    """The elements of HTML. Imported by name: only clipped pages with HTML in them need the list, and it is heavy."""
    return frozenset(importlib.import_module("lxml.html.defs").tags) | {"picture", "template", "slot", "data"}
