import re
from hashlib import sha256
from pathlib import Path

import pytest

from bench.corpus.make import make
from bench.corpus.model import ROUND, Corpus
from bench.generators import GENERATORS, OURS, Generator
from bench.processes import run
from bench.tools import Tools
from bench.workplace import edit_definition, edit_explainer

SIZE = 8


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make(SIZE)


def test_the_same_size_gives_the_same_words_in_every_run(corpus: Corpus) -> None:
    digest = sha256(repr(corpus).encode()).hexdigest()
    assert digest.startswith("42e0f884bad7"), "other words: times of before cannot be compared with those of now"


def test_an_explainer_has_the_parts_that_are_promised(corpus: Corpus) -> None:
    for explainer in corpus.explainers:
        texts = [paragraph.text for section in explainer.sections for paragraph in section.paragraphs]
        quoted = [quotation.words for quotation in explainer.quotations]
        assert 650 <= sum(len(text.split()) for text in (*texts, *quoted)) <= 800
        assert (len(explainer.facts), len(explainer.events), len(explainer.sections)) == (5, 6, 8)
        assert len(quoted) == 10


def test_every_quotation_stands_in_its_source(corpus: Corpus) -> None:
    for explainer in corpus.explainers:
        of_boxes = [*(fact.quotation for fact in explainer.facts), *(event.quotation for event in explainer.events)]
        for quotation in (*explainer.quotations, *of_boxes):
            assert quotation.words in quotation.source.paragraphs[quotation.paragraph - 1]


def test_there_are_200_entries_and_at_least_20_sources(corpus: Corpus) -> None:
    assert (len(corpus.terms), len({term.title for term in corpus.terms})) == (200, 200)
    assert len(corpus.sources) == 20


def test_our_project_builds_without_an_error(corpus: Corpus, tmp_path: Path) -> None:
    ours = next(generator for generator in GENERATORS if generator.name == OURS)
    ours.lay_out(corpus, tmp_path / "project")
    done = run(ours.build(Tools()), tmp_path / "project", limit=240)
    assert done.code == 0, done.said
    assert set(re.findall(r"(?:warning|error)\[(.+?)\]", done.said)) <= {"unused-term"}
    assert (tmp_path / "project" / ours.output / corpus.edited_explainer.slug / "index.html").exists()


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda generator: generator.name)
def test_every_layout_holds_all_words_and_can_be_edited(generator: Generator, corpus: Corpus, tmp_path: Path) -> None:
    project = tmp_path / "project"
    generator.lay_out(corpus, project)
    for explainer in corpus.explainers:
        text = (project / generator.explainer.format(explainer.slug)).read_text("utf-8")
        for words in (explainer.title, explainer.standfirst, *(fact.value for fact in explainer.facts)):
            assert words in text
        for section in explainer.sections:
            assert f"## {section.question}" in text
            for paragraph in section.paragraphs:
                assert paragraph.text.partition("{}")[0] in text
        for quotation in explainer.quotations:
            assert f"“{quotation.words}”" in text
    edit_explainer(project, generator, corpus, "round one")
    edit_definition(project, generator, corpus, "round two")
    assert "in round one." in (project / generator.explainer.format(corpus.edited_explainer.slug)).read_text("utf-8")
    for name in generator.definitions:
        text = (project / name.format(corpus.edited_term.slug)).read_text("utf-8")
        assert corpus.edited_term.definition.replace(ROUND, "round two") in text
