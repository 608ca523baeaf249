"""Every link that the engine makes leads to an address and an anchor that exist, each anchor once on its page."""

import re
from collections import Counter
from html import unescape
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from nutgraf.addresses import file_of
from tests.resolve.desk import STORY, explainer, pages_of, source, term

SECOND = """Talks in Delhi end without a result

By B. Writer

The talks were long and hard, officials in both capitals said, and the tariff was not even mentioned in them.

They ended at noon on Monday, when Marco Rubio left for the airport; Marco Rubio had come to Delhi on Sunday.

Nobody knows when they will be taken up again, or whether there is still any hope of a deal this year.
"""
FACTS = """\
topics: [trade, Critical minerals]
key_facts:
  - {label: Tariff on exports, value: "50% [@second p1]", source: story, quote: the 50% tariff, as_of: 2026-01}
  - {label: They called it, value: “very important discussion”, source: story p2}
  - {label: Unsourced, value: none}
timeline:
  - {date: 2026-02, title: They meet again, text: "“in a hurry” [@story], more [@second; @linked]", source: story}
  - {date: 2026-02, title: Nobody knows, source: excerpt, quote: Nobody knows}
  - {date: 2025/.., title: Since then}
corrections: [{date: 2026-01-23, text: "A [[Tariff]] was wrong."}]
changes: [{date: 2026-01-24, text: More.}]
sources: [linked]
"""
BODY = """\
The tariff is [explained](../glossary/tariff.md), “the 50% tariff on Indian exports” [@story] [@second p2].[^1]

## What is [[rubio]]’s *tariff*?

“A very important discussion”? They said “very important discussion for both of us” [@story p1], and again
“important discussion” [@story; @second]. “Tensions over … key to understanding” [@story].[^1]
Also “Ports reopen” [@story p0].

:::{timeline}
:::

:::{key-facts} other
:::

| a | b |
|---|---|
| “long and hard” [@excerpt] | “long and hard” [@excerpt] |

> “The talks were long and hard”
> — A reporter [@linked]

### Smaller

See [above](#what-is-rubios-tariff), [key facts](other.md#key-facts), [p2](../sources/excerpt.md#p1).

## Main

A tariff [@excerpt p2] [@linked p1] [@story p0].

[^1]: Said on the record: “not in a hurry” [@story]. A levy.
"""
ABOUT = """\
---
title: About
standfirst: On the tariff.
---
Intro, “in both capitals” [@second].

## Why?

Marco Rubio, see [the desk](../index.md#from-the-desk).
"""
HOME = """\
---
standfirst: A tariff in brief.
---
More on the tariff, or [one](explainers/one.md).

## From the desk

:::{timeline} one
:::
"""


def files() -> dict[str, str]:
    return {
        "seeds/story.txt": STORY,
        "seeds/second.txt": SECOND,
        "seeds/third.txt": SECOND,
        "seeds/fourth.txt": SECOND,
        "content/sources/story.md": source(
            more="url: https://press.example/a\n", body="A [[tariff]], see [us](../pages/about.md)."
        ),
        "content/sources/excerpt.md": source("third.txt", "rights: excerpt\npublisher: The Post\n"),
        "content/sources/linked.md": source("fourth.txt", "rights: link\nurl: https://press.example/b\n"),
        "content/explainers/one.md": explainer(BODY, title="Why the ports closed", more=FACTS),
        "content/explainers/other.md": explainer(
            "## What is it?\n\nSo [@second].", more=FACTS.replace('tariff"', 'tariff"')
        ),
        "content/glossary/tariff.md": term(
            "Tariff",
            more="source: story\nquote: the 50% tariff\nsee_also: [rubio]\n",
            body="## How\n\n[@second p1] levy",
        ),
        "content/glossary/levy.md": term("Levy", body="A tariff, [see](tariff.md#how)."),
        "content/glossary/rubio.md": term("Marco Rubio", "person"),
        "content/glossary/main.md": term("Main"),
        "content/glossary/figures.md": term("Figures"),
        "content/glossary/दिल्ली.md": term("दिल्ली", "place", "aliases: [Delhi]\n"),
        "content/pages/about.md": ABOUT,
        "content/index.md": HOME,
    }


ADDRESS = "/file/"  # the path of the base_url


def test_every_link_leads_somewhere_and_every_anchor_is_unique() -> None:
    pages = pages_of(files())
    html = {name: page for name, page in pages.items() if name.endswith(".html")}
    ids = {name: Counter(map(unescape, re.findall(r'\sid="([^"]*)"', page))) for name, page in html.items()}
    assert [(name, anchor) for name, found in ids.items() for anchor, count in found.items() if count > 1] == []
    broken = [
        (name, href)
        for name, page in html.items()
        for href in map(unescape, re.findall(r'\shref="([^"]*)"', page))
        if not _leads(name, href, pages, ids)
    ]
    assert broken == []


def _leads(name: str, href: str, pages: dict[str, str], ids: dict[str, Counter[str]]) -> bool:
    parts = urlsplit(href)
    if parts.scheme:
        return parts.scheme in {"https", "http", "data"}
    path = unquote(parts.path)
    if path.startswith("/"):
        target = path.removeprefix(ADDRESS)
    else:
        target = normpath(join("/", name.rpartition("/")[0], path)).lstrip("/") + ("/" if path.endswith("/") else "")
    target = name if not path else file_of(f"/{target}".replace("//", "/"))
    return target in pages and (not parts.fragment or unquote(parts.fragment) in ids[target])


def test_marks_are_never_nested() -> None:
    for name, page in pages_of(files()).items():
        depth = 0
        for end in re.findall(r"<(/?)mark\b", page):
            depth += -1 if end else 1
            assert depth in (0, 1), name


def test_the_same_site_makes_the_same_pages() -> None:
    assert pages_of(files()) == pages_of(dict(reversed(files().items())))
