"""The part of a page that holds the article, as far as the extraction shows it, and what of it the extraction lost."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from nutgraf.seeds.extent import is_prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.page import Page, PageText

_MOST = 0.8  # share of the extracted letters that the article’s innermost element holds
_SOME = 0.1  # share of them that an element must hold so that others of its kind are looked for
_BESIDE = frozenset(("aside", "nav", "footer", "form", "menu", "dialog", "address", "figure"))
_BESIDE_NAME = re.compile(
    r"(?<![a-z])(?:hidden|ads?|captions?|credits?|gallery|lightbox|slideshow|carousel|placeholder|comments?|related|recirc\w*|recommend\w*|promo\w*|newsletters?|teasers?|sidebar|share|sharing|social|subscri\w+"
    r"|paywall|disclaimers?|advert\w*|sponsor\w*|cookies?|consent|breadcrumbs?|tags?|author|byline|bio|outbrain|taboola"
    r"|most-?(?:read|popular)|read-?(?:more|next|also)|more-?(?:stories|news|on)|trending|popular|footer|login|signup|sign-?up|modal|popup)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CELLS = frozenset(("td", "th"))


class Region:
    """Where the article is."""

    def __init__(self, page: Page, blocks: tuple[Block, ...], extracted: list[int]) -> None:
        self._texts = page.texts
        self._blocks = blocks
        self._extracted = frozenset(extracted)
        prose = [index for index in extracted if is_prose(blocks[index])] or extracted
        self._first, self._last = (prose[0], prose[-1]) if prose else (0, -1)
        self._root = _innermost(page.plain, [page.texts[index] for index in prose])
        self._landmark = _landmark(self._root)
        self._above = {self._root, *self._root.iterancestors()}
        self._containers = {_container(page.texts[index]) for index in prose}
        weighty = _weighty(page.texts[index] for index in prose)
        self._names = {_names(each) for each in weighty}
        self._names_around = {_names(each) for each in _with_ancestors(weighty)}
        self._tables = {_table(page.texts[index]) for index in extracted} - {None}
        self._menus = _tables_of_links(page.texts)
        self._part: dict[Any, bool] = {}
        self._inside: dict[Any, bool] = {}
        self._within: dict[Any, bool] = {}
        words = [page.texts[index].words for index in extracted if self._is_inside(page.texts[index].holder)]
        self._words_inside = frozenset(words)

    def rule_for(self, index: int) -> str | None:
        """The rule by which a text that was not extracted belongs to the article.

        None if it does not. index: 0-based.
        """
        text = self._texts[index]
        if text.holder is None or not self._extracted:
            return None
        among = self._first < index < self._last
        if (table := _table(text)) is not None:
            is_kept = table in self._tables or (among and self._is_in_landmark(table))
            return "table" if is_kept and table not in self._menus and self._is_part(_container(text)) else None
        if text.kind == "caption":
            return "caption" if text.is_in_article and among else None
        if not self.may_belong(index):
            return None
        container = _container(text)
        if container in self._containers and among:
            return "between-paragraphs"
        if not is_prose(self._blocks[index]) or text.holder.tag != "p" or text.words in self._words_inside:
            return None
        if self._is_like_a_container(container, among=among):
            return "same-container"
        return "in-article" if among and self._is_in_landmark(container) else None

    def may_belong(self, index: int) -> bool:
        """True if nothing around the text says that it is beside the article, and at most half of it is links."""
        text = self._texts[index]
        return text.holder is not None and text.linked * 2 <= len(text.words) and self._is_part(_container(text))

    def is_repeated_outside(self, index: int) -> bool:
        """True if the text is outside the article and the same words are inside."""
        text = self._texts[index]
        if text.words not in self._words_inside or self._is_inside(text.holder):
            return False
        return not self.may_belong(index)

    def _is_part(self, element: Any) -> bool:
        return _climb(element, self._part, self._verdict)

    def _is_inside(self, element: Any) -> bool:
        return _climb(element, self._inside, lambda each: True if each is self._root else None)

    def _is_in_landmark(self, element: Any) -> bool:
        return _climb(element, self._within, lambda each: True if each is self._landmark else None)

    def _is_like_a_container(self, element: Any, *, among: bool) -> bool:
        """Whether an element bears the classes of one that holds what was extracted, be it some more or fewer."""
        tag, names = _names(element)
        if not names:
            return among and (tag, names) in self._names
        return any(tag == other and known and (names <= known or known <= names) for other, known in self._names)

    def _verdict(self, element: Any) -> bool | None:
        if element in self._above:
            return True
        if element.tag in _BESIDE or element.tag == "article":
            return False
        if _names(element) in self._names_around:
            return None
        named = f"{element.get('class', '')} {element.get('id', '')}"
        return False if _BESIDE_NAME.search(_CAMEL.sub("-", named)) else None


def _climb(element: Any, known: dict[Any, bool], verdict: Any) -> bool:
    """The verdict on the nearest element around that has one, kept for all on the way; False at the top."""
    way = []
    found: bool | None = None
    while element is not None and found is None:
        found = known[element] if element in known else verdict(element)
        way.append(element)
        element = element.getparent()
    known.update(dict.fromkeys(way, bool(found)))
    return bool(found)


def _weighty(texts: Iterable[PageText]) -> list[Any]:
    """The elements that hold more than a few of the letters of some texts."""
    letters: Counter[Any] = Counter()
    for text in texts:
        letters[_container(text)] += len(text.words)
    return [element for element, count in letters.items() if count >= _SOME * letters.total()]


def _with_ancestors(elements: Iterable[Any]) -> set[Any]:
    found: set[Any] = set()
    for element in elements:
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def _innermost(plain: Any, texts: list[PageText]) -> Any:
    """The innermost element that holds most of the letters of some texts."""
    weights: dict[Any, int] = {}
    for text in texts:
        weights[text.holder] = weights.get(text.holder, 0) + len(text.words)
    total = sum(weights.values())
    for element in reversed(list(plain.iter())):
        if element in weights and (parent := element.getparent()) is not None:
            weights[parent] = weights.get(parent, 0) + weights[element]
    innermost = plain
    while total:
        heavy = next((child for child in innermost if weights.get(child, 0) >= _MOST * total), None)
        if heavy is None:
            break
        innermost = heavy
    return innermost


def _landmark(root: Any) -> Any:
    for element in (root, *root.iterancestors()):
        if element.tag in {"article", "main"} or element.get("role") in {"main", "article"}:
            return element
        if element.get("itemprop") == "articleBody":
            return element
    return None


def _container(text: PageText) -> Any:
    """The element around a paragraph."""
    holder = text.holder
    if holder.tag in {"div", "section", "body", "article", "main"}:
        return holder
    return holder.getparent()


def _table(text: PageText) -> Any:
    holder = text.holder
    cell = holder if holder is None or holder.tag in _CELLS else holder.getparent()
    return next(cell.iterancestors("table"), None) if cell is not None and cell.tag in _CELLS else None


def _tables_of_links(texts: Iterable[PageText]) -> frozenset[Any]:
    letters: Counter[Any] = Counter()
    linked: Counter[Any] = Counter()
    for text in texts:
        if (table := _table(text)) is not None:
            letters[table] += len(text.words)
            linked[table] += text.linked
    return frozenset(table for table, count in letters.items() if linked[table] * 2 > count)


def _names(element: Any) -> tuple[str, frozenset[str]]:
    return element.tag, frozenset(name for name in element.get("class", "").split() if not any(map(str.isdigit, name)))
