"""A newsroom full of hostile text: every vector in every field, body, seed and name, and what of it readers must see.

Each vector stands on a line of its own wherever a file allows it, so that the line of a problem says which is refused.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from tests.hostile.vectors import VECTORS

_AT_ONCE = 13  # vectors on one page
CHUNKS = tuple(VECTORS[start : start + _AT_ONCE] for start in range(0, len(VECTORS), _AT_ONCE))
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>'

Refused = dict[str, set[str]]  # vectors by the context in which they are an error: "title", "link to"


@dataclass
class Sheet:
    """A file that is being written."""

    path: str
    lines: list[str] = field(default_factory=list)
    written: dict[int, tuple[str, str]] = field(default_factory=dict)  # by line: the context, and the vector in it

    def add(self, text: str) -> None:
        """Lines without a vector."""
        self.lines += text.split("\n")

    def put(self, context: str, shape: str, vectors: Iterable[str], refused: Refused) -> None:
        """The shape once for each vector, but for those that are refused in this context."""
        for number, vector in enumerate(vectors):
            if vector not in refused.get(context, ()):
                first = len(self.lines) + 1
                self.add(
                    shape.replace("QUOTED", json.dumps(vector))
                    .replace("VECTOR", vector)
                    .replace("NUMBER", str(number))
                    .replace("FILE", quote(file_name(vector)))
                )
                self.written |= dict.fromkeys(range(first, len(self.lines) + 1), (context, vector))

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


# What stands in the body of an explainer for each vector. NUMBER is its own.
BODY = {
    "paragraph": "Said VECTOR today.\n",
    "list": "- Said VECTOR\n",
    "quote": "> Said VECTOR\n",
    "fence": "```html VECTOR\nVECTOR\n```\n",
    "code": "Said `` VECTOR ``.\n",
    "heading": "### Said VECTOR?\n",
    "question": "## Said VECTOR?\n",
    "table": "| Said VECTOR |\n|---|\n| Said VECTOR |\n",
    "link text": "[Said VECTOR](https://example.org/)\n",
    "link title": "[x](https://example.org/ 'VECTOR')\n",
    "link to": "[x](<VECTOR>)\n",
    "link below": "[x][dNUMBER] there.\n\n[dNUMBER]: <VECTOR> (VECTOR)\n",
    "autolink": "See <VECTOR> there.\n",
    "image": "![Said VECTOR](../../assets/images/bars.svg 'Said VECTOR')\n",
    "image from": "![x](<VECTOR>)\n",
    "picture": "![Said](../../assets/images/FILE.svg 'So')\n",
    "footnote": "Said.[^nNUMBER]\n\n[^nNUMBER]: Said VECTOR\n",
    "note": ":::{note}\nSaid VECTOR\n:::\n",
    "box": ":::{VECTOR}\n:::\n",
    "box of": ":::{key-facts} VECTOR\n:::\n",
    "embed": ":::{embed}\nurl: https://charts.example.org/\ntitle: QUOTED\n\nSaid VECTOR\n:::\n",
    "embed of": ":::{embed}\nurl: QUOTED\ntitle: So\n:::\n",
    "embed at": ":::{embed}\nurl: https://charts.example.org/VECTOR\ntitle: So\n:::\n",
    "citation": "Said [@VECTOR].\n",
    "term": "Said [[VECTOR]] and [[deal|VECTOR]].\n",
}
# Of these the words are what CommonMark says they are.
SHOWN = ("paragraph", "list", "quote", "heading", "question", "link text", "footnote", "note")


# Fields that hold a list, and so each vector by itself: plain text, and inline Markdown.
_EVENT = "- date: 2026-01-22\n  title: QUOTED\n  text: QUOTED\n  source: chunk-CHUNK\n  quote: QUOTED"
_NOTICE = "- date: 2026-01-22\n  text: QUOTED"


def newsroom(refused: Refused) -> tuple[Sheet, ...]:
    """The files, but for pictures, without what is refused."""
    sheets = [
        Sheet("site.toml", settings_of(0).splitlines()),
        _page("content/glossary/deal.md", "title: Trade Deal\nkind: term\ndefinition: A deal."),
    ]
    for number, chunk in enumerate(CHUNKS):
        inline = quoted(each for each in chunk if each not in refused.get("standfirst", ()))
        joined = quoted(chunk)
        name, date = f"chunk-{number}", "date: 2026-01-22"
        sheets += [
            _explainer(
                number,
                chunk,
                _page(f"content/explainers/{name}.md", f"title: {joined}\n{date}\nstandfirst: {inline}", is_open=True),
                refused,
            ),
            _page(
                f"content/glossary/{name}.md",
                f"title: {joined}\nkind: term\ndefinition: {inline}\naliases: {json.dumps(chunk)}",
            ),
            _standing(number, chunk, f"title: {joined}\nstandfirst: {inline}", refused),
            _source(number, chunk, joined),
            Sheet(
                f"seeds/{file_name(chunk[0])}.txt",
                ["A headline of seven words in all", "", *(_SPOKEN.format(" ".join(each.split())) for each in chunk)],
            ),
        ]
    every = quoted(each for each in VECTORS if each not in refused.get("standfirst", ()))
    return (*sheets, _page("content/index.md", f"standfirst: {every}"))


def pictures() -> dict[str, str]:
    """Pictures that are called like the vectors, by path."""
    return {f"assets/images/{name}.svg": DRAWING for name in ("bars", *map(file_name, VECTORS))}


_SPOKEN = "The minister said {} on Monday, after the talks in Delhi had ended without a word.\n"


def file_name(vector: str) -> str:
    """The vector as a file may be called: without what nobody can see, and told from those that differ in case only."""
    name = f"{vector} {VECTORS.index(vector)}".replace("/", "\u2044")
    return "".join(sign for sign in name if sign.isprintable())


def quoted(vectors: Iterable[str]) -> str:
    """The vectors as one text, in the quotes of JSON, which YAML and TOML have too."""
    return json.dumps(" · ".join(vectors))


def _page(path: str, fields: str, *, is_open: bool = False) -> Sheet:
    return Sheet(path, ["---", *fields.split("\n"), *([] if is_open else ["---"])])


def _explainer(number: int, chunk: tuple[str, ...], sheet: Sheet, refused: Refused) -> Sheet:
    sheet.add(f"author: {json.dumps(chunk)}\ntopics: {json.dumps([' · '.join(chunk[:3])])}\nkey_facts:")
    for vector, other in zip(chunk[:7], chunk[6:], strict=True):
        sheet.put("standfirst", f"- value: {json.dumps(other)}\n  label: QUOTED", [vector], refused)
    sheet.add("timeline:")
    sheet.put("event", _EVENT.replace("CHUNK", str(number)), chunk, refused)
    for name in ("corrections", "changes"):
        sheet.add(f"{name}:")
        sheet.put("standfirst", _NOTICE, chunk, refused)
    sheet.add("---")
    for context, shape in BODY.items():
        sheet.put(context, shape, chunk, refused)
    return sheet


def _standing(number: int, chunk: tuple[str, ...], fields: str, refused: Refused) -> Sheet:
    sheet = _page(f"content/pages/page-{number}.md", f"{fields}\naliases:\n- old-{number}", is_open=True)
    sheet.put("alias", "- QUOTED", chunk, refused)
    sheet.add("---")
    return sheet


def _source(number: int, chunk: tuple[str, ...], joined: str) -> Sheet:
    spellings = json.dumps({each: each[::-1] for each in chunk[:3]})
    fields = f"seed: {json.dumps(file_name(chunk[0]) + '.txt')}\ntitle: {joined}\nauthor: {joined}\npublisher: {joined}"
    url = "https://example.org/?q=" + quote(chunk[0], safe="\"'<>()/:&;=")
    return _page(f"content/sources/chunk-{number}.md", f"{fields}\nurl: {json.dumps(url)}\nspellings: {spellings}")


def settings_of(turn: int) -> str:
    """A site.toml with another chunk of the vectors in each text; after as many turns, every chunk was everywhere."""
    chunks = (*CHUNKS[turn:], *CHUNKS[:turn])
    title, tagline, publisher, rights, author, nav, foot, topic, text = (quoted(chunk) for chunk in chunks[:9])
    return f"""base_url = "https://news.example/"
language = "en"
title = {title}
tagline = {tagline}
publisher = {publisher}
rights = {rights}
author = {author}
embeds = ["charts.example.org"]
[[nav]]
title = {nav}
page = "/timeline/"
[[footer]]
title = {foot}
page = "/sources/"
[topics.trade]
title = {topic}
text = {text}
[checks]
long-definition = "off"
name-claimed-twice = "off"
"""
