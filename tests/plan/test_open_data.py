"""What the site offers to other programs, held against the schemas in docs/."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nutgraf.addresses import file_of
from tests.resolve.desk import explainer, file_in, files_in, pages_of, source, term
from tests.sites.project import PROJECT, SITES

SCHEMAS = PROJECT / "docs" / "schemas"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(name: str, told: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(told)]


@pytest.fixture(scope="module", params=["small", "states"])
def published(request: pytest.FixtureRequest) -> dict[str, str]:
    return pages_of(files_in(SITES / request.param), is_clean=False)


def data_of(pages: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The data of every explainer, by the name of its file."""
    return {name: json.loads(text) for name, text in pages.items() if name.endswith("/index.json")}


def test_every_file_is_as_its_schema_says(published: dict[str, str]) -> None:
    assert faults("site", json.loads(published["index.json"])) == []
    found = data_of(published)
    assert found
    assert [fault for told in found.values() for fault in faults("explainer", told)] == []


def test_a_file_that_is_not_so_would_be_found(published: dict[str, str]) -> None:
    told = next(iter(data_of(published).values()))
    assert len(faults("explainer", told | {"url": "/relative/", "colour": "red"})) == 2


def test_the_list_names_every_explainer_and_its_data(published: dict[str, str]) -> None:
    told = json.loads(published["index.json"])
    listed = {each["data"].removeprefix(told["url"]): each for each in told["explainers"]}
    assert listed.keys() == data_of(published).keys()
    for name, whole in data_of(published).items():
        shared = listed[name].keys() & whole.keys()
        assert {key: listed[name][key] for key in shared} == {key: whole[key] for key in shared}


def test_every_address_of_ours_is_a_page_with_that_anchor(published: dict[str, str]) -> None:
    base = json.loads(published["index.json"])["url"]
    texts = {name: text for name, text in published.items() if name.endswith(".json")}
    addresses = {value for text in texts.values() for value in _addresses(json.loads(text)) if value.startswith(base)}
    assert any("#q" in address for address in addresses)
    for address in addresses:
        path, _, anchor = address.removeprefix(base).partition("#")
        page = published[file_of(f"/{path}")]
        assert not anchor or f'id="{anchor}"' in page, address


def _addresses(told: Any) -> Iterator[str]:
    if isinstance(told, list | dict):
        for each in told.values() if isinstance(told, dict) else told:
            yield from _addresses(each)
    elif isinstance(told, str) and told.startswith("https://"):
        yield told


def test_names_within_a_file_are_one_of_a_kind_and_sources_are_there(published: dict[str, str]) -> None:
    for told in data_of(published).values():
        for part in ("facts", "questions", "events", "terms", "sources"):
            names = [each["id"] for each in told[part]]
            assert len(names) == len({*names}), part
        resting = [one for part in ("facts", "questions", "events") for one in told[part]]
        used = {each["source"] for one in resting for each in one["evidence"]}
        assert used <= {each["id"] for each in told["sources"]}


FACTS = """key_facts:
  - {label: Tariff, value: 50%, source: story, quote: the 50% tariff, status: confirmed, as_of: 2026-01}
  - {label: Tariff, value: none}
timeline:
  - {date: 2026-02~, title: Talks, text: "They *meet* [@story p1].", status: expected}
"""


def told_of(more: str = FACTS, body: str = "", **files: str) -> dict[str, Any]:
    texts = {"content/explainers/e.md": explainer(body, more=more), **files}
    told = json.loads(file_in(texts, "e/index.json"))
    assert faults("explainer", told) == []
    assert isinstance(told, dict)
    return told


def test_a_fact_tells_its_verdict_and_the_passage_as_the_source_has_it() -> None:
    first, second = told_of()["facts"]
    passage = {
        "paragraph": 3,
        "text": "The 50% tariff",
        "url": "https://news.example/file/sources/story/#q3-0-14",
    }
    quotation = {"text": "the 50% tariff", "verdict": "verbatim", "passages": [passage]}
    evidence = {
        "source": "story",
        "paragraph": None,
        "verdict": "verbatim",
        "calculation": None,
        "quotations": [quotation],
        "supports": [],
    }
    assert first == {
        "id": "tariff",
        "label": "Tariff",
        "value": "50%",
        "as_of": "2026-01",
        "status": "confirmed",
        "evidence": [evidence],
    }
    assert (second["id"], second["evidence"]) == ("tariff-2", [])


def test_an_event_tells_its_date_as_written_and_its_words_without_markup() -> None:
    [event] = told_of()["events"]
    assert (event["id"], event["date"], event["text"], event["status"]) == (
        "e-2026-02",
        "2026-02~",
        "They meet.",
        "expected",
    )
    assert [(each["verdict"], each["paragraph"]) for each in event["evidence"]] == [("cited", 1)]


def test_an_answer_tells_what_it_rests_on() -> None:
    [question] = told_of("", "## Why?\n\n“the 50% tariff” [@story] and “no such words here” [@story].")["questions"]
    assert (question["id"], question["title"]) == ("why", "Why?")
    assert [each["verdict"] for each in question["evidence"]] == ["verbatim", "missed"]


def test_the_text_of_a_source_that_is_only_linked_is_not_given_away() -> None:
    linked = {"content/sources/story.md": source(more="rights: link\n")}
    [fact, _] = told_of(**linked)["facts"]
    [evidence] = fact["evidence"]
    assert evidence["verdict"] == "unchecked"
    assert evidence["quotations"] == [{"text": "the 50% tariff", "verdict": "unchecked", "passages": []}]


def test_a_page_that_is_renamed_keeps_its_id() -> None:
    text = explainer(more="aliases: [/e/]\n")
    renamed = json.loads(file_in({"content/explainers/new.md": text}, "new/index.json"))
    assert (renamed["id"], renamed["url"]) == (told_of()["id"], "https://news.example/file/new/")


def test_a_fact_keeps_its_name_when_another_comes_before_it() -> None:
    before = told_of()["facts"][0]
    more = FACTS.replace("key_facts:\n", "key_facts:\n  - {label: Ports, value: two}\n")
    assert told_of(more)["facts"][1] == before


def test_the_list_holds_no_draft_and_every_word() -> None:
    files = {
        "content/explainers/draft.md": explainer(more="draft: true\n"),
        "content/glossary/levy.md": term("Levy", more="aliases: [duty]\nwikidata: Q8161\n"),
    }
    told = json.loads(file_in(files, "index.json", with_drafts=True))
    assert told["explainers"] == []
    [word] = told["terms"]
    assert (word["id"], word["aliases"], word["wikidata"]) == ("levy", ["duty"], "Q8161")
    assert told["sources"] == [{"id": "story", "url": "https://news.example/file/sources/story/"}]


def test_an_explainers_page_names_its_data() -> None:
    page = file_in({"content/explainers/e.md": explainer()}, "e/index.html")
    assert '<link rel="alternate" type="application/json" title="Why the ports closed" href="index.json">' in page
