"""Images that check finds fault with; their messages are in tests/cases/problems/images."""

import pytest

from tests.images import makers
from tests.resolve.desk import explainer, problems_of


def rules_of(body: str, name: str, data: bytes) -> list[tuple[str, str]]:
    page = explainer(f"## Why?\n\n{body}")
    files: dict[str, str | bytes] = {"content/explainers/a.md": page, f"assets/images/{name}": data}
    return [(problem.rule, problem.place.path) for problem in problems_of(files)]


def test_a_sound_picture_with_a_text_is_no_problem() -> None:
    assert rules_of("![A](../../assets/images/a.jpg)", "a.jpg", makers.photo(64, 48)) == []


@pytest.mark.parametrize("body", ["![A](../../assets/images/a.jpg)", "[A](../../assets/images/a.jpg)", "Words."])
def test_a_damaged_picture_is_a_problem_of_its_file_whether_a_page_shows_it_or_not(body: str) -> None:
    assert rules_of(body, "a.jpg", makers.photo(64, 48)[:100]) == [("bad-image", "assets/images/a.jpg")]


def test_a_picture_that_cannot_be_cleaned_is_a_problem_even_if_no_page_shows_it() -> None:
    assert rules_of("Words.", "a.heic", b"\0\0\0\x18ftypheic") == [("bad-image", "assets/images/a.heic")]


def test_what_is_no_picture_can_be_published_but_not_shown() -> None:
    assert rules_of("[A](../../assets/images/a.pdf)", "a.pdf", b"%PDF") == []
    assert rules_of("![A](../../assets/images/a.pdf)", "a.pdf", b"%PDF") == [
        ("broken-image", "content/explainers/a.md")
    ]


def test_a_picture_in_a_text_of_the_front_matter_is_checked_as_well() -> None:
    front = "standfirst: Look ![](../../assets/images/b.jpg) here.\n"
    files = {"content/explainers/a.md": explainer(more=front)}
    assert sorted(problem.rule for problem in problems_of(files)) == ["broken-image", "figure-without-alt"]
