"""Newsrooms as no desk would leave them: files by path, made up at random by hypothesis.

Most of what is made up is nearly right, so that it comes far; some is torn to pieces.
"""

from typing import Any

import yaml
from hypothesis import strategies as st

from nutgraf.rules import FIXED, NAMES
from tests.fuzz.markdown import (
    PARAGRAPHS,
    bodies,
    letters,
    line,
    noteless,
    noteless_bodies,
    quotations,
    sentences,
    words,
    written,
)

Newsroom = dict[str, str]  # texts by path; bytes that are no UTF-8 stand in them as surrogates

STORY = "\n\n".join(("Ports reopen after a long strike", "By A. Writer", *PARAGRAPHS)) + "\n"
_LEVELS = "".join(f'{name} = "warning"\n' for name in sorted(NAMES - FIXED))

dates = st.sampled_from(
    ["2026-01-22", "2026-02", "2026", "2026-02-04/2026-02-05", "2026-01~", "0001-01-01", "9999-12-31"]
)
days = st.sampled_from(["2026-01-22", "0001-01-01", "9999-12-31", "2024-02-29"])
statuses = st.sampled_from(["confirmed", "reported", "expected", "disputed"])


def fields(required: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]) -> Any:
    return st.fixed_dictionaries(required, optional=optional)


_evidence = {"source": st.sampled_from(["story", "desk", "story p2"]), "quote": quotations(), "status": statuses}
facts = st.lists(fields({"label": sentences, "value": line}, {**_evidence, "as_of": dates}), max_size=3)
events = st.lists(fields({"date": dates, "title": sentences}, {**_evidence, "text": sentences}), max_size=3)
notices = st.lists(fields({"date": days, "text": noteless}, {}), max_size=2)
explainers = fields(
    {"title": line, "standfirst": noteless, "date": days},
    {
        "updated": days,
        "review_by": days,
        "author": st.lists(line, max_size=2),
        "topics": st.lists(line, max_size=2),
        "sources": st.just(["desk"]),
        "key_facts": facts,
        "timeline": events,
        "corrections": notices,
        "changes": notices,
        "aliases": st.lists(line, max_size=1),
    },
)
terms = fields(
    {"title": line, "kind": st.sampled_from(["person", "term", "figure", "place"]), "definition": sentences},
    {
        "aliases": st.lists(line, max_size=2),
        "autolink": st.booleans(),
        "case_sensitive": st.booleans(),
        "source": st.just("story"),
        "quote": quotations(),
        "wikidata": st.just("Q668"),
        "see_also": st.just(["deal"]),
    },
)
sources = fields(
    {"seed": st.just("desk.md")},
    {
        "title": line,
        "author": line,
        "publisher": line,
        "published": dates,
        "url": st.just("https://example.org/?a=b&c"),
        "language": st.sampled_from(["en-GB", "hi", "ar"]),
        "rights": st.sampled_from(["full", "excerpt", "link"]),
        "spellings": st.dictionaries(line, line, max_size=2),
        "keep": st.lists(line, max_size=1),
    },
)
pages = fields({"title": line}, {"standfirst": noteless})
homes = fields({}, {"standfirst": noteless, "explainers": st.just(["b"])})


def documents(
    front: st.SearchStrategy[dict[str, Any]], usual: str, body: st.SearchStrategy[str] = bodies
) -> st.SearchStrategy[str]:
    """A Markdown file; often the usual one."""
    head = st.tuples(front, st.booleans()).map(
        lambda drawn: yaml.safe_dump(drawn[0], allow_unicode=drawn[1], sort_keys=False, width=10_000)
    )
    return st.one_of(st.just(f"---\n{usual}---\n"), written("---\n{}---\n{}\n", head, body))


_furniture = st.sampled_from(["Share", "Advertisement", "By A. Writer", "Also read: more", "Photo: AP", "* * *"])
seeds = written(
    "{}{}",
    st.sampled_from(["", "---\ntitle: The story\n---\n", "# A story\n\n", "| a | b |\n|-|-|\n| “c” | 1 |\n\n"]),
    st.lists(st.one_of(st.sampled_from(PARAGRAPHS), line, _furniture), min_size=1, max_size=6).map("\n\n".join),
)
_toml_texts = line.map(
    lambda text: "".join(sign if sign.isprintable() and sign not in '"\\' else f"\\U{ord(sign):08x}" for sign in text)
)
# Every rule is as low as it goes, so that what is wrong is shown as well.
settings = written(
    'title = "{}"\ntagline = "{}"\nrights = "{}"\nbase_url = "https://news.example/file/"\nlanguage = "{}"\n{}',
    *(
        _toml_texts,
        _toml_texts,
        _toml_texts,
        st.sampled_from(["en", "en", "hi", "ar"]),
        st.just(f'embeds = ["charts.example.org"]\n[checks]\n{_LEVELS}'),
    ),
)
_scraps = st.one_of(
    letters, words, st.sampled_from(["\n", "\n---\n", "\x00", "\x01", "\x92", "\udcff", ": ", "&a ", "- ", "  ", "\r"])
)


@st.composite
def torn(draw: st.DrawFn, newsroom: Newsroom) -> Newsroom:
    """The newsroom with a file or two cut short, mixed up, or with something put into them."""
    for path in draw(st.lists(st.sampled_from(sorted(newsroom)), min_size=1, max_size=2)):
        text = newsroom[path]
        at, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        newsroom[path] = text[:at] + draw(_scraps) + text[end:]
    return newsroom


_EXPLAINER = "title: Why the ports closed\nstandfirst: In one sentence.\ndate: 2026-01-22\n"
_whole = st.fixed_dictionaries(
    {
        "site.toml": settings,
        "seeds/desk.md": seeds,
        "content/sources/desk.md": documents(sources, "seed: desk.md\n", noteless_bodies),
        "content/explainers/a.md": documents(explainers, _EXPLAINER),
        "content/explainers/b.md": documents(explainers, _EXPLAINER),
        "content/glossary/odd.md": documents(terms, "title: Odd\nkind: term\ndefinition: Strange.\n"),
        "content/pages/about.md": documents(pages, "title: About\n"),
        "content/index.md": documents(homes, "", noteless_bodies),
    }
)
newsrooms = st.one_of(_whole, _whole, _whole, _whole.flatmap(torn))
# What every newsroom has beside what is drawn, and what a kept case has where it says nothing else.
USUAL: Newsroom = {
    "site.toml": 'title = "x"\nbase_url = "https://news.example/file/"\nlanguage = "en"\n'
    f'embeds = ["charts.example.org"]\n[checks]\n{_LEVELS}',
    "seeds/story.txt": STORY,
    "seeds/desk.md": PARAGRAPHS[0],
    "content/sources/desk.md": "---\nseed: desk.md\n---\n",
    "content/explainers/a.md": f"---\n{_EXPLAINER}---\n",
    "content/explainers/b.md": f"---\n{_EXPLAINER}---\n",
    "content/glossary/deal.md": "---\ntitle: Trade Deal\nkind: term\ndefinition: A deal.\n---\n",
}
