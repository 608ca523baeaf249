"""What stands in a page’s markup and not in its text: hidden words, struck words, reference marks, readings."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nutgraf.seeds.styles import Styles

    Element = Any  # of lxml, which has no types

_NEVER_SHOWN = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "applet", "audio", "video"),
        *("canvas", "textarea", "select", "datalist", "noframes", "noembed", "rt", "rp", "rtc", "del", "s", "strike"),
    )
)
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)", re.I)
# Classes that keep words for those who listen to a page, by whatever prefix and suffix: “govuk-visually-hidden”.
_FOR_LISTENERS = re.compile(
    r"(?<![a-z])(?<!not-)(?:visually-?_?hidden|hidden-?_?visually|(?:sr|at|screen-?_?reader)s?-?_?(?:only|text|content)"
    r"|show-?_?for-?_?sr|screen-?_?reader|(?:a11y|accessibly?|element)-?_?(?:hidden|invisible)|assistive-?_?text)(?![a-z])",
    re.IGNORECASE,
)
_CLASS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_FOR_LISTENERS = 300  # letters; a page about screen readers may bear such a class as a whole
_SOME = 60  # elements that are looked at
_NOTE_CLASS = re.compile(
    r"(?<![a-z])(?:reference|footnote|endnote|noteref|citation|cite_?ref|fnref|sdfootnoteanc|noprint|inline-template"
    r"|msofootnotereference|msoendnotereference|msocommentreference|msocomanchor)",
    re.IGNORECASE,
)
_NOTE_ROLE = re.compile(r"doc-(?:noteref|backlink)|noteref", re.IGNORECASE)
_NOTE_TARGET = re.compile(r"#_?(?:cite|fn|foot|end|note|ref|ftn|edn|cmnt|n\.?[-_:]?\d|r\d|_?mso)", re.IGNORECASE)
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]{1,4}|[*†‡§¶]+)(?:\s*[,–-]\s*\d{1,3})*[\])]?", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[^\[\]]{1,60}\]")
_SIGNS = re.compile(r"[*†‡§]+")
_DIGITS = re.compile(r"\d{1,3}(?:\s*[,–-]\s*\d{1,3})*")
_BEFORE_MARK = re.compile(r"(?:[.,;:!?…”’\"'»)。，、」]|[^\W\d_]{4})\s*$")
_COMMENT_STYLE = re.compile(r"mso-element\s*:\s*comment|mso-comment-(?:continuation|reference)", re.IGNORECASE)
_STREAMED = re.compile(r"\w*S:[0-9a-f]+")  # a part of a page that React sends late, and shows
_COMMENT_ID = re.compile(r"cmnt\d+|_msocom_\d+", re.IGNORECASE)


def is_unseen(element: Element, styles: Styles) -> bool:
    """True if a browser shows nothing of the element, or shows words that are not part of the text.

    styles: from styles_of. Style, hidden, aria-hidden and classes for screen readers count (HTML, CSS, WAI-ARIA).
    """
    if element.tag in _NEVER_SHOWN:
        return not _is_shown_template(element)
    style = element.get("style", "")
    if style and (_HIDING.search(style) or _COMMENT_STYLE.search(style)):
        return True
    if element.get("hidden", "until-found").lower() != "until-found":
        return _STREAMED.fullmatch(element.get("id", "")) is None
    if element.tag == "dialog" and element.get("open") is None:
        return True
    if element.get("aria-hidden") == "true" and not any(map(str.isalnum, _start_of(element))):
        return True
    classes = element.get("class", "")
    if classes and any(_FOR_LISTENERS.search(_CLASS.sub("-", name)) for name in classes.split() if ":" not in name):
        return len(_start_of(element)) <= _MOST_FOR_LISTENERS
    return styles.hide(element)


def is_reference_mark(element: Element, before: str) -> bool:
    """True if the element is the raised mark of a note, or of a colleague’s comment. before: the text before it."""
    if element.tag not in {"sup", "a", "span"}:
        return False
    text = _start_of(element).strip()
    if _NOTE_ROLE.search(f"{element.get('role', '')} {element.get('epub:type', '')}"):
        return True
    if element.tag == "span":
        return element.get("class", "") in {"MsoCommentReference", "MsoFootnoteReference", "MsoEndnoteReference"}
    if element.tag == "a":
        return _leads_to_note(element, text)
    if _NOTE_CLASS.search(element.get("class", "")) and len(text) <= _MOST_FOR_LISTENERS:
        return True
    links = list(islice((each for each in islice(element.iter("a"), _SOME) if "#" in each.get("href", "")), 1))
    if links and _NOTE_MARK.fullmatch(text):
        return True
    if _BRACKETED.fullmatch(text) or _SIGNS.fullmatch(text):
        return True
    return _DIGITS.fullmatch(text) is not None and _BEFORE_MARK.search(before) is not None


def _leads_to_note(link: Element, text: str) -> bool:
    target = "#" + link.get("href", "").partition("#")[2]
    if target == "#" or not _NOTE_MARK.fullmatch(text):
        return False
    marked = _NOTE_CLASS.search(link.get("class", "")) is not None or _NOTE_TARGET.match(target) is not None
    return marked or _BRACKETED.fullmatch(text) is not None


def comments_of_colleagues(page: Element) -> frozenset[Element]:
    """The block elements in which Google Docs and Word save the comments on a text."""
    found = set()
    for anchor in page.iter("a"):
        if _COMMENT_ID.fullmatch(anchor.get("id") or anchor.get("name") or ""):
            block = next((each for each in anchor.iterancestors() if each.tag in {"div", "p", "li", "dd"}), None)
            within = block.getparent() if block is not None and block.tag == "p" else None
            if within is not None and within.tag == "div" and next(within.iter("p"), None) is block:
                block = within
            if block is not None:
                found.add(block)
    return frozenset(found)


def _is_shown_template(element: Element) -> bool:
    return element.tag == "template" and (element.get("shadowrootmode") or element.get("shadowroot")) is not None


def _start_of(element: Element) -> str:
    """The first words of an element; of a large one only a part is read."""
    texts: list[str] = []
    for each in islice(element.iter(), _SOME):
        texts.append(each.text or "" if isinstance(each.tag, str) else "")
        if each is not element:
            texts.append(each.tail or "")
        if sum(map(len, texts)) > _MOST_FOR_LISTENERS:
            break
    return "".join(texts)
