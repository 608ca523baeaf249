"""The fields of every file one by one: what is text shows as text, what is none refuses every vector."""

import json
import re

import pytest

from nutgraf.kinds.documents import parse
from nutgraf.kinds.values import is_web_address
from tests.hostile.newsroom import CHUNKS, file_name, settings_of
from tests.hostile.shown import ELEMENTS, even
from tests.hostile.vectors import UNSEEN, VECTORS
from tests.resolve.desk import SETTINGS, STORY, explainer, files_of, pages_of, source, term
from tests.sites.published import Page


@pytest.mark.parametrize("turn", range(0, len(CHUNKS), 3))
def test_every_vector_in_every_text_of_site_toml_shows_as_text(turn: int) -> None:
    files = {"site.toml": settings_of(turn), "content/explainers/a.md": explainer(more="topics: [trade]\n")}
    pages = pages_of(files)
    made = [Page(name, pages[name]) for name in ("index.html", "a/index.html", "topics/trade/index.html")]
    told = even(" ".join(part for page in made for part in page.root.itertext()))
    for number in range(9):
        chunk = CHUNKS[(turn + number) % len(CHUNKS)]
        assert even(" · ".join(chunk)) in told, number
    assert {str(element.tag) for page in made for element in page.elements} <= ELEMENTS


# Fields that are no text: every vector is refused in each, by a rule that no desk can switch off.
FORMS = {
    "content/explainers/a.md": "title: a\nstandfirst: a\n{}",
    "content/glossary/a.md": "title: a\ndefinition: a\n{}",
    "content/sources/a.md": "{}",
    "site.toml": 'title = "a"\n{}',
}
FIELDS = [
    *(("content/explainers/a.md", name) for name in ("date", "updated", "draft", "review_by", "key_facts", "timeline")),
    *(("content/glossary/a.md", name) for name in ("kind", "case_sensitive", "autolink", "wikidata")),
    *(("content/sources/a.md", name) for name in ("published", "url", "language", "rights", "sha256")),
    *(
        ("site.toml", name)
        for name in ("base_url", "language", "timezone", "fonts", "logo", "icon", "raw_html", "colours")
    ),
]


NO_TEXT = {"bad-date", "bad-value", "wrong-type"}


@pytest.mark.parametrize(("path", "name"), FIELDS)
def test_a_field_that_is_no_text_refuses_every_vector(path: str, name: str) -> None:
    for vector in VECTORS:
        if name == "url" and is_web_address(vector):
            continue  # one is an address, with a password and a quote mark in it
        sign = "=" if path == "site.toml" else ":"
        text = FORMS[path].format(f"{name}{sign} {json.dumps(vector)}") + "\n"
        _, problems = parse(files_of({path: text if sign == "=" else f"---\n{text}---\n"}))
        last = text.count("\n") + (sign == ":")
        assert {problem.rule for problem in problems if problem.place.line == last} & NO_TEXT, (vector, problems)


@pytest.mark.parametrize("vector", UNSEEN, ids=ascii)
def test_signs_that_nobody_can_see_are_refused_in_every_file_and_field(vector: str) -> None:
    files = {
        "site.toml": SETTINGS + f"tagline = {json.dumps(vector)}\n",
        "content/explainers/a.md": explainer(more=f"standfirst: {json.dumps(vector)}\n"),
        "content/explainers/b.md": explainer(vector),
        "content/glossary/a.md": term("a", more=f"aliases: [{json.dumps(vector)}]\n"),
        "content/sources/story.md": source(more=f"publisher: {json.dumps(vector)}\n"),
    }
    _, problems = parse(files_of(files))
    refused = {problem.place.path for problem in problems if problem.rule in {"bad-value", "bad-encoding"}}
    assert refused == set(files)


@pytest.mark.parametrize("vector", UNSEEN, ids=ascii)
def test_signs_that_no_page_can_hold_are_not_published_from_a_seed(vector: str) -> None:
    if "\0" not in vector:  # with NUL the seed is refused
        said = f"The minister said {vector} on Monday, after the talks had ended in Delhi without a word."
        pages = pages_of({"seeds/story.txt": said, "content/explainers/a.md": explainer("So [@story].")})
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe]", pages["sources/story/index.html"])


def test_raw_html_is_text_unless_site_toml_trusts_its_editors() -> None:
    files = {"content/explainers/a.md": explainer("<b>bold</b>")}
    assert "&lt;b&gt;bold" in pages_of(files, is_clean=False)["a/index.html"]
    assert "<b>bold</b>" in pages_of({**files, "site.toml": SETTINGS + "raw_html = true\n"})["a/index.html"]


@pytest.mark.parametrize("folder", ["explainers", "glossary", "pages", "sources"])
def test_no_page_can_be_called_like_a_vector(folder: str) -> None:
    paths = {f"content/{folder}/{file_name(vector)}.md" for vector in VECTORS}
    _, problems = parse(files_of(dict.fromkeys(paths, "---\ntitle: a\n---\n")))
    assert {problem.place.path for problem in problems if problem.rule == "bad-name"} == paths


@pytest.mark.parametrize("suffix", ["txt", "html", "md"])
def test_a_capture_of_any_kind_brings_nothing_but_its_text(suffix: str) -> None:
    for chunk in CHUNKS:
        said = (f"The minister said {vector} on Monday, after the talks in Delhi had ended." for vector in chunk)
        text = "\n\n".join(f"<p>{line}</p>" if suffix == "html" else line for line in said)
        seed = f"<article><h1>{chunk[0]}</h1>{text}</article>" if suffix == "html" else f"{chunk[0]}\n\n{text}\n"
        files = {f"seeds/story.{suffix}": f"{seed}{STORY}", "content/explainers/a.md": explainer("So [@story].")}
        pages = pages_of(files, is_clean=False)
        for name in ("sources/story/index.html", "a/index.html", "sources/index.html"):
            page = Page(name, pages[name])
            assert {str(element.tag) for element in page.elements} <= ELEMENTS
            assert not [each for element in page.elements for each in element.attrib if each.startswith("on")]
            assert not [link for _, link in page.references() if link.lower().startswith(("javascript", "data:text"))]
