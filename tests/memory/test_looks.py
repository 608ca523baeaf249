"""What work looks at is noted, and nothing else is."""

from dataclasses import dataclass, field, replace

import pytest

from nutgraf.build import Look
from nutgraf.memory.looks import MISSING, Watched, digest_at
from nutgraf.work import Scene


@dataclass(frozen=True)
class Paper:
    """What work may look at."""

    title: str = "The File"
    pages: dict[str, str] = field(default_factory=lambda: {"a": "first", "b": "second"})


PAPER = Paper()


@pytest.mark.parametrize(
    ("look", "seen"),
    [
        (lambda paper: paper.title, {("paper", "title", None)}),
        (lambda paper: paper.pages, set()),
        (lambda paper: paper.pages["a"], {("paper", "pages", "a")}),
        (lambda paper: paper.pages.get("z"), {("paper", "pages", "z")}),
        (lambda paper: "b" in paper.pages, {("paper", "pages", "b")}),
        (lambda paper: len(paper.pages), {("paper", "pages", None)}),
        (lambda paper: list(paper.pages), {("paper", "pages", None)}),
        (lambda paper: dict(paper.pages.items()), {("paper", "pages", each) for each in (None, "a", "b")}),
    ],
)
def test_a_look_is_noted_with_its_key(look: object, seen: set[Look]) -> None:
    noted: set[Look] = set()
    look(Watched("paper", PAPER, noted))  # type: ignore[operator]
    assert noted == seen


@pytest.mark.parametrize(
    ("look", "later", "is_felt"),
    [
        (("paper", "title", None), Paper("Another"), True),
        (("paper", "title", None), Paper(pages={}), False),
        (("paper", "pages", "a"), Paper(pages={"a": "other", "b": "second"}), True),
        (("paper", "pages", "a"), Paper(pages={"a": "first", "b": "other"}), False),
        (("paper", "pages", "a"), Paper(pages={}), True),
        (("paper", "pages", "z"), Paper(pages={"z": "new"}), True),
        (("paper", "pages", "z"), Paper(pages={"a": "other"}), False),
        (("paper", "pages", None), Paper(pages={"a": "other", "b": "other"}), False),
        (("paper", "pages", None), Paper(pages={"b": "second", "a": "first"}), True),
    ],
)
def test_a_change_is_felt_by_those_who_looked_there(look: Look, later: Paper, is_felt: bool) -> None:
    before = digest_at(look, Scene("paper", PAPER))
    assert (digest_at(look, Scene("paper", later)) != before) is is_felt


def test_where_digests_are_known_no_value_is_opened() -> None:
    scene = Scene("paper", replace(PAPER, pages=None), {"pages": lambda key: key.encode()})  # type: ignore[arg-type]
    assert digest_at(("paper", "pages", "a"), scene) == b"a"
    assert digest_at(("paper", "pages", "z"), Scene("paper", PAPER)) == MISSING
