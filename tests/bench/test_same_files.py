"""“Hugo, all the same files” makes what ours makes, file by file, but for what docs/performance.md states."""

import json
import re
import struct
from collections import Counter
from pathlib import Path

import pytest

from bench.corpus.make import make
from bench.corpus.model import Corpus
from bench.generators import GENERATORS, OURS
from bench.processes import run
from bench.tools import Tools
from tests.missing import lacks

TOOLS = Tools()
SIZE = 8
KINDS = {  # of file, by its path
    r"explainer-\d+/index\.html": "explainer",
    r"explainer-\d+/index\.json": "data of an explainer",
    r"explainer-\d+/share\.png": "picture of an explainer",
    r"embed/explainer-\d+/key-facts/index\.html": "box of key facts",
    r"embed/explainer-\d+/timeline/index\.html": "box of a timeline",
    r"embed/explainer-\d+/oembed\.json": "oEmbed",
    r"embed/term/(glossary/)?[a-z-]+/index\.html": "box of a word",
    r"glossary/[a-z-]+/index\.html": "word",
    r"sources/source-\d+/index\.html": "source",
    r"topics/[a-z-]+/index\.html": "topic",
    r"assets/.+\.(css|js|woff2|txt)": "asset",
}


@pytest.fixture(scope="module", autouse=True)
def _hugo() -> None:
    if not TOOLS.are_installed:
        lacks("Hugo", "make .bench/.ready")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make(SIZE)


@pytest.fixture(scope="module")
def published(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The output of ours and of both Hugos, by name."""
    home = tmp_path_factory.mktemp("same-files")
    outputs = {}
    for generator in GENERATORS:
        if generator.name in (OURS, "hugo", "hugo-all"):
            generator.lay_out(corpus, home / generator.name)
            done = run(generator.build(TOOLS), home / generator.name, limit=240)
            assert done.code == 0, done.said
            outputs[generator.name] = home / generator.name / generator.output
    return outputs


def kinds(output: Path) -> Counter[str]:
    """How many files there are of each kind; a file of no kind is one by itself."""
    paths = [path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()]
    return Counter(
        next((kind for shape, kind in KINDS.items() if re.fullmatch(shape, path)), path)
        for path in paths
        if path != ".nutgraf.json"  # the list of what ours wrote
    )


def test_hugo_makes_as_many_files_of_each_kind_as_ours(published: dict[str, Path]) -> None:
    assert kinds(published["hugo-all"]) == kinds(published[OURS])
    assert kinds(published["hugo-all"])["box of a word"] == 200


def test_hugo_with_pages_only_makes_what_a_reader_opens_and_two_lists_of_its_own(
    published: dict[str, Path], corpus: Corpus
) -> None:
    topics = len({topic for explainer in corpus.explainers for topic in explainer.topics})
    assert kinds(published["hugo"]) == Counter(
        {"explainer": SIZE, "word": 200, "source": 20, "topic": topics, "asset": 7}
        | dict.fromkeys(("index.html", "glossary/index.html", "sources/index.html", "timeline/index.html"), 1)
        | dict.fromkeys(("sitemap.xml", "explainers/index.html", "topics/index.html"), 1)
    )


def test_its_boxes_and_data_hold_the_facts_and_events(published: dict[str, Path], corpus: Corpus) -> None:
    output = published["hugo-all"]
    for explainer in corpus.explainers:
        facts = (output / "embed" / explainer.slug / "key-facts/index.html").read_text("utf-8")
        events = (output / "embed" / explainer.slug / "timeline/index.html").read_text("utf-8")
        assert all(fact.value in facts for fact in explainer.facts)
        assert all(event.text in events for event in explainer.events)
        written = json.loads((output / explainer.slug / "index.json").read_text("utf-8"))
        assert [fact["value"] for fact in written["facts"]] == [fact.value for fact in explainer.facts]
        assert [event["title"] for event in written["events"]] == [event.title for event in explainer.events]
        quoted = [each["quotations"][0]["text"] for question in written["questions"] for each in question["evidence"]]
        assert quoted == [quotation.words for quotation in explainer.quotations]
        assert {term["id"] for term in written["terms"]} == {term.slug for term in explainer.words}


def test_its_source_pages_mark_everything_that_is_quoted(published: dict[str, Path], corpus: Corpus) -> None:
    for explainer in corpus.explainers:
        for quotation in explainer.quotations:
            page = (published["hugo-all"] / "sources" / quotation.source.slug / "index.html").read_text("utf-8")
            assert any(quotation.words in mark for mark in re.findall("<mark>(.+?)</mark>", page))
            assert f"<q>{quotation.words}</q>" in page


def test_its_glossary_pages_show_where_an_entry_is_named(published: dict[str, Path], corpus: Corpus) -> None:
    for explainer in corpus.explainers:
        for term in explainer.words:
            page = (published["hugo-all"] / "glossary" / term.slug / "index.html").read_text("utf-8")
            assert explainer.title in page
            assert f"<b>{term.title}</b>" in page


def test_its_pictures_are_as_large_as_ours(published: dict[str, Path]) -> None:
    for name in (OURS, "hugo-all"):
        sizes = {struct.unpack(">II", path.read_bytes()[16:24]) for path in published[name].rglob("share.png")}
        assert sizes == {(1200, 630)}


def test_no_page_of_it_is_empty_or_has_an_address_that_hugo_refused(published: dict[str, Path]) -> None:
    for path in published["hugo-all"].rglob("*.html"):
        page = path.read_text("utf-8")
        assert len(re.sub("<.+?>", "", page.partition("<main")[2])) > 60, path
        assert "ZgotmplZ" not in page, path
