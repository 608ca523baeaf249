"""Starters: files that build as they are and hold only what the source says."""

from typing import TypeVar

import pytest
import yaml

from nutgraf.dates import parse_date
from nutgraf.kinds.documents import parse
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.kinds.source import SourceFile
from nutgraf.kinds.term import Term
from nutgraf.names import Count
from nutgraf.problems import Severity
from nutgraf.quotations import Found, find_quotation, prepare
from nutgraf.read import File
from nutgraf.seeds import Reading, read_capture
from nutgraf.starters.candidates import event_candidates, fact_candidates
from nutgraf.starters.explainer import explainer_draft, origin
from nutgraf.starters.others import page_file, term_file
from nutgraf.starters.source_file import source_file
from nutgraf.starters.yaml_text import scalar
from tests.sites.project import PROJECT

SEED = next((PROJECT / "seeds").glob("*.txt")).read_text("utf-8")
Kind = TypeVar("Kind")


@pytest.fixture
def reading() -> Reading:
    return read_capture(SEED, ".txt")


def parsed(kind: type[Kind], path: str, text: str) -> Kind:
    """The document of a file that must have no problem but infos."""
    documents, problems = parse([File(path, text.encode(), "")])
    assert [p for p in problems if p.severity is not Severity.INFO and p.place.path != "site.toml"] == []
    (document,) = documents.of(Explainer) + documents.terms + documents.of(Page) + documents.source_files
    assert isinstance(document, kind)
    return document


def uncommented(text: str) -> str:
    """The file as it is when an editor takes every suggestion."""
    suggested = ("# key_facts", "# timeline", "#   - ", "#     ")
    lines = [line[2:] if line.startswith(suggested) else line for line in text.split("\n")]
    return "\n".join(lines)


def test_every_candidate_quotes_its_source_word_for_word(reading: Reading) -> None:
    text = prepare([paragraph.text for paragraph in reading.paragraphs])
    quotes = [fact.quote for fact in fact_candidates(reading)]
    quotes += [event.quote for event in event_candidates(reading, parse_date("2026-01"))]
    assert len(quotes) == 3
    assert all(isinstance(find_quotation(quote, text), Found) for quote in quotes)


def test_figures_that_weigh_most_come_first(reading: Reading) -> None:
    assert [fact.value for fact in fact_candidates(reading)] == ["50%", "25%"]


def values(sentence: str) -> list[tuple[str, str]]:
    found = fact_candidates(read_capture(f"Westport opens a quay\n\n{sentence}\n", ".txt"))
    return [(fact.label, fact.value) for fact in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The 45-minute service between Westport and the islands begins in summer.",
        "It has been so since 2021 for all of the islands.",
        "The wave of COVID-19 closed the port for a while.",
        "Some 50-60 boats sail every day in the summer months.",
    ],
)
def test_a_year_and_a_part_of_a_word_or_a_range_are_no_key_facts(sentence: str) -> None:
    assert values(sentence) == []


def test_a_figure_beside_one_that_is_part_of_a_word_is_suggested() -> None:
    assert values("Traffic grew by 25% under the 10-year plan of the board.") == [("Under the 10-year plan", "25%")]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Holt said the decision was “the best thing for all of us” on 4 March 2026.", "Holt said the decision was"),
        ('Lind said on 4 March that the plan was "the best ever" for all.', "Lind said on 4 March that the plan was"),
        ("The board called it “a day” of joy on 4 March 2026.", "The board called it “a day” of joy"),
        ("“The port opens on 4 March 2026,” she said.", "The port opens on 4 March 2026"),
    ],
)
def test_the_title_of_an_event_is_not_cut_inside_a_quotation(sentence: str, title: str) -> None:
    reading = read_capture(f"Westport opens a quay\n\n{sentence}\n", ".txt")
    (event,) = event_candidates(reading, parse_date("2026-03"))
    assert event.title == title


def test_a_date_after_publication_is_expected_and_its_missing_year_is_taken_from_it(reading: Reading) -> None:
    (event,) = event_candidates(reading, parse_date("2026-01"))
    assert (event.date, event.is_expected) == ("2026-02-04/2026-02-05", True)


def test_a_date_without_a_year_is_no_candidate_when_nothing_tells_the_year(reading: Reading) -> None:
    assert event_candidates(reading, None) == ()


def test_the_draft_builds_as_it_is_and_with_every_suggestion_taken(reading: Reading) -> None:
    source = origin("gor-meeting", reading, parse_date("2026-01"))
    draft = explainer_draft("What: now", "2026-11-22", [source], [Count("Quad", 4, 2)])
    explainer = parsed(Explainer, "content/explainers/now.md", draft)
    assert explainer.is_draft
    assert explainer.facts == ()
    taken = parsed(Explainer, "content/explainers/now.md", uncommented(draft))
    assert len(taken.facts) == 2
    assert len(taken.events) == 1
    assert "Quad ×4" in draft


def test_a_draft_without_sources_builds_too() -> None:
    assert parsed(Explainer, "content/explainers/a.md", explainer_draft("A", "2026-11-22", [])).title == "A"


def test_the_source_file_holds_what_was_detected_and_says_what_is_missing(reading: Reading) -> None:
    text = source_file("a seed: 1.txt", "0" * 64, reading)
    source = parsed(SourceFile, "content/sources/a.md", text)
    assert source.author == "Anand Kumar"
    assert source.seed.text == "a seed: 1.txt"
    assert "# publisher: who published it" in text


def test_terms_and_pages_build_as_they_are() -> None:
    assert parsed(Term, "content/glossary/quad.md", term_file("Quad: the four")).title == "Quad: the four"
    assert parsed(Page, "content/pages/about.md", page_file("About")).title == "About"


@pytest.mark.parametrize(
    "text", ["yes", "12:30", "a: b", "#x", "“x”", "- a", "it's", "2026-01", "[a]", "a #b", "", "x\ny", "@a"]
)
def test_a_scalar_reads_as_it_was_written(text: str) -> None:
    fields = yaml.safe_load(f"key: {scalar(text)}")
    assert fields["key"] == " ".join(text.split())
