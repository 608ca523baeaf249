"""The fields of a page: its headline without the site’s name, its day in its own time zone, and the rest."""

from __future__ import annotations

import importlib
import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from nutgraf.seeds.linked_data import LinkedData, linked_data
from nutgraf.seeds.shape import measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.seeds.page import PageText

_SEPARATOR = re.compile(r"\s+[|–—»·•:›~-]\s+|\s*[|｜¦ㅣ]\s*|\s+_|：(?=[^：]{1,20}$)")
_BARS = "|｜¦ㅣ"
_MOST_SITE_WORDS = 5
_LONGEST = 400  # characters of a headline with the site’s name
_HEADLINE_WORDS = 4  # of a first heading that is taken for the headline whatever the page declares
_BESIDE_A_NAME = re.compile(r"(?:the|news|online|web|digital|com|org|net|www|media|co|uk|[a-z]{2})*")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?")
_PUBLISHED = frozenset(
    (
        *("article:published_time", "og:article:published_time", "og:published_time", "article:published"),
        *("article.published", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate"),
        *("publish-date", "publication_date", "cxenseparse:recs:publishtime", "date.issued", "dc.date.issued"),
        *("dcterms.issued", "dcterms.created"),
    )
)
_SITE = frozenset(("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone"))
_TITLES = ("og:title", "twitter:title")


class Declared(Struct, frozen=True):
    """What a page says of itself."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    article: LinkedData = LinkedData()


def declared_by(parsed: Any, texts: Iterable[PageText]) -> Declared:
    """What the page declares in its markup: headline, author, day, publisher, address, language and its JSON-LD.

    parsed: the page as lxml has it; None gives empty fields. texts: its headings say which of several titles is the
    headline. published: YYYY-MM-DD, only if the page declares it. Raises ModuleNotFoundError without trafilatura.
    """
    if parsed is None:
        return Declared()
    # Only the original date, and only where the page declares it: the extensive search guesses from any year.
    dates = {"original_date": True, "extensive_search": False}
    found = importlib.import_module("trafilatura").extract_metadata(parsed, None, dates)
    article = linked_data(parsed)
    meta = list(_meta(parsed))
    publisher, url = _said(found, "sitename"), _said(found, "url")
    sites = [publisher, article.publisher, *(value for name, value in meta if name in _SITE)]
    names = {_letters(name) for name in (*filter(None, sites), *_domain(url))} - {""}
    headings = [text.words for text in texts if text.rank == 1 and text.holder is not None]
    titles = [value for wanted in _TITLES for name, value in meta if name == wanted]
    element = next(parsed.iter("title"), None)
    titles += [*filter(None, [" ".join((element.text or "").split()) if element is not None else ""])]
    title = headline_of(headings, [article.headline, *titles], names) or _said(found, "title")
    return Declared(
        title=title,
        author=_said(found, "author"),
        published=day_of([article.published, *_published(parsed, meta)]) or _said(found, "date"),
        publisher=publisher,
        url=url,
        language=_said(found, "language"),
        article=article,
    )


def headline_of(headings: list[str], titles: list[str], sites: set[str]) -> str | None:
    """The headline: the first heading that a title names, else the only heading that can be it, else the first title.

    headings: those of the first rank that the page shows. titles: those that it declares, the surest first.
    sites: names of the site, folded to letters. None without headings and titles.
    """
    named = [title for title in titles if title]
    shown = {_letters(heading) for heading in headings} - sites
    bare = [without_site(title, shown, sites) for title in named]
    letters = {_letters(title) for title in bare}
    for heading in headings:
        if _letters(heading) in letters:
            return heading
        if below := [title for title in bare if _letters(heading).endswith(_letters(title)) and _is_long(title)]:
            return below[0]  # the heading begins with a kicker
    parts = {_letters(part) for title in named for part in _SEPARATOR.split(title)[1:]}
    fit = [heading for heading in headings if _is_long(heading) and _letters(heading) not in sites | parts]
    if len(fit) == 1:
        return without_site(fit[0], set(), sites)
    return bare[0] if bare else None


def without_site(title: str, headlines: set[str], sites: set[str]) -> str:
    """The title without the site’s name: “Headline” from “Headline | Site”.

    A dash or bar of the headline itself is kept.
    headlines, sites: folded to letters.
    """
    if len(title) > _LONGEST or _letters(title) in headlines:
        return title
    for found in _SEPARATOR.finditer(title):
        before, after = title[: found.start()].strip(), title[found.end() :].strip()
        if _letters(before) in headlines:
            return before
        if _letters(after) in headlines or (_is_site(before, sites) and after):
            return without_site(after, headlines, sites)
    while separators := list(_SEPARATOR.finditer(title)):
        last = separators[-1]
        before, after = title[: last.start()].strip(), title[last.end() :].strip()
        is_barred = any(bar in last.group() for bar in _BARS) and len(after.split()) <= _MOST_SITE_WORDS
        if not before or not (_is_site(after, sites) or (is_barred and _is_long(before, 2))):
            break
        title = before
    return title


def day_of(declared: list[str]) -> str | None:
    """The day of the first date as YYYY-MM-DD, in the page’s own time zone; None if none is a date with a day.

    declared: ISO 8601 dates and times. If two are the same moment, the one with a local offset counts, not that in
    UTC.
    """
    dates = [value.strip() for value in declared if _DAY.fullmatch(value.strip())]
    for value in dates:
        moment = _moment(value)
        if moment is None:
            continue
        same = (_moment(other) for other in dates if moment.utcoffset() == timedelta(0))
        local = next((each for each in same if each and each.utcoffset() and each == moment), moment)
        return local.date().isoformat()
    return None


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value.replace(",", "."))
    except ValueError:
        return None


def _meta(parsed: Any) -> Iterator[tuple[str, str]]:
    for each in parsed.iter("meta"):
        name = each.get("property") or each.get("name") or each.get("itemprop") or ""
        if name and (content := " ".join(each.get("content", "").split())):
            yield name.lower(), content


def _published(parsed: Any, meta: list[tuple[str, str]]) -> Iterator[str]:
    yield from (value for name, value in meta if name in _PUBLISHED)
    for each in parsed.iter("time", "span", "div", "p", "abbr"):
        if "datePublished" in each.get("itemprop", "").split() or each.get("pubdate") is not None:
            yield each.get("datetime") or each.get("content") or ""


def _domain(url: str | None) -> tuple[str, ...]:
    """The names in an address: “news.example.org” → “example”, “exampleorg”."""
    host = re.match(r"https?://([^/:?#]+)", url or "")
    labels = host.group(1).lower().removeprefix("www.").split(".") if host else []
    return (*[label for label in labels[:-1] if len(label) > 2], "".join(labels))


def _is_site(name: str, sites: set[str]) -> bool:
    letters = _letters(name)
    return any(
        site in letters and _BESIDE_A_NAME.fullmatch(letters.replace(site, "", 1)) is not None
        for site in sites
        if letters
    )


def _is_long(text: str, words: int = _HEADLINE_WORDS) -> bool:
    return measure(text).words >= words


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _said(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return value.strip() or None if isinstance(value, str) else None
