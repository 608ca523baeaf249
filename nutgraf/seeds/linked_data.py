"""What a page says of its article in JSON-LD (schema.org Article and its kinds)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLES = ("Article", "BlogPosting", "Report", "Review", "LiveBlogPosting")  # endings of types: NewsArticle


class LinkedData(Struct, frozen=True):
    """The first article of the page’s JSON-LD; empty where it has none."""

    headline: str = ""
    published: str = ""
    publisher: str = ""
    body: str = ""
    line: int = 0  # 1-based, of the script with the body


def linked_data(parsed: Any) -> LinkedData:
    """The first article with a headline or a text in the page’s JSON-LD (schema.org Article); empty if there is none.

    parsed: the page as lxml has it. JSON that cannot be read is skipped.
    """
    for script in parsed.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            for thing in _things(script.text or ""):
                if _is_article(thing) and (_words(thing, "headline") or _words(thing, "articleBody")):
                    publisher = thing.get("publisher")
                    return LinkedData(
                        _words(thing, "headline"),
                        _words(thing, "datePublished"),
                        _words(publisher, "name") if isinstance(publisher, dict) else "",
                        _words(thing, "articleBody"),
                        script.sourceline,
                    )
    return LinkedData()


def _things(text: str) -> Iterator[dict[str, Any]]:
    """Every object of a script, from the outside in."""
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):  # the page is as broken as that
        return
    for thing in waiting:
        if isinstance(thing, dict):
            yield thing
            waiting.extend(thing.values())
        elif isinstance(thing, list):
            waiting.extend(thing)


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _words(thing: dict[str, Any], name: str) -> str:
    value = thing.get(name)
    return value.strip() if isinstance(value, str) else ""
