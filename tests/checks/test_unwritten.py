"""Texts that nobody has written; beside the golden case of tests/cases/problems/bodies."""

import pytest

from nutgraf.starters.explainer import explainer_draft
from nutgraf.starters.others import page_file, term_file
from nutgraf.starters.words import WORDS
from tests.resolve.desk import explainer, problems_of

FILES = {
    "content/explainers/a.md": explainer_draft("A", "2026-01-02", []),
    "content/glossary/a.md": term_file("A"),
    "content/pages/b.md": page_file("B"),
}


def told(path: str, text: str, *, with_drafts: bool = False) -> list[str]:
    """What is quoted as unwritten."""
    found = problems_of({path: text}, with_drafts=with_drafts)
    return [problem.message.split("”")[0].removeprefix("“") for problem in found if problem.rule == "unwritten"]


@pytest.mark.parametrize("path", FILES)
def test_what_new_writes_is_unwritten_wherever_it_asks_for_words(path: str) -> None:
    assert told(path, FILES[path], with_drafts=True) == asked(FILES[path])


def asked(text: str) -> list[str]:
    return sorted((words for words in WORDS if words in text and f"{words} Put" not in text), key=text.index)


def test_a_draft_may_be_unwritten_while_it_is_left_out() -> None:
    assert told("content/explainers/a.md", FILES["content/explainers/a.md"]) == []


def test_what_only_begins_like_it_is_written() -> None:
    assert told("content/explainers/a.md", explainer("## How?\n\nAnswer in the first sentence, we were told.")) == []
