"""What a page’s own stylesheets hide: the classes and ids that have `display: none`, whatever else is the case."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PART = re.compile(r"[{}]|[^{}]+")
_ALWAYS = re.compile(r"@(?:media\s+(?:only\s+)?(?:screen|all)|layer\b[^,;]*)\s*", re.IGNORECASE)
_NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
_SIMPLE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9]*)?([.#]-?[A-Za-z_][\w-]*)")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:(?!\s*none)|visibility\s*:\s*visible)", re.IGNORECASE)


class Styles(Struct, frozen=True):
    """The names that a page hides by its own style elements."""

    hidden: frozenset[str] = frozenset()  # with the mark of their kind: “.c”, “#i”

    def hide(self, element: Any) -> bool:
        """True if the styles hide the element by its class or id."""
        if not self.hidden:
            return False
        names = [f".{name}" for name in element.get("class", "").split()]
        return f"#{element.get('id')}" in self.hidden or not self.hidden.isdisjoint(names)


def styles_of(page: Any) -> Styles:
    """The classes and ids that the page’s own <style> elements hide (CSS `display: none`).

    No other stylesheet is read.
    A name that any rule shows, even only on some screens, is not hidden.
    """
    hidden: set[str] = set()
    shown: set[str] = set()
    for style in page.iter("style"):
        if style.get("media", "all").lower() in {"all", "screen", ""} and not any(
            each.tag == "noscript" for each in style.iterancestors()
        ):
            for selectors, declarations, always in _rules(_COMMENT.sub("", style.text or "")):
                if _SHOWN.search(declarations):
                    shown.update(name.group() for name in _NAME.finditer(selectors))
                elif always and _HIDDEN.search(declarations):
                    found = (_SIMPLE.fullmatch(each.strip()) for each in selectors.split(","))
                    hidden.update(name.group(1) for name in found if name)
    return Styles(frozenset(hidden - shown))


def _rules(sheet: str) -> list[tuple[str, str, bool]]:
    """Selectors and declarations of every rule, and whether it holds on every screen."""
    rules: list[tuple[str, str, bool]] = []
    around: list[str] = []
    text = ""
    for part in _PART.findall(sheet):
        if part == "{":
            around.append(text.rpartition(";")[2].strip())
            text = ""
        elif part == "}":
            if around and not around[-1].startswith("@"):
                always = len(around) <= 2 and all(_ALWAYS.fullmatch(each) for each in around[:-1])
                rules.append((around[-1], text, always))
            del around[-1:]
            text = ""
        else:
            text = part
    return rules
