"""What looks like a citation and is none: an error where it names a source of ours, text everywhere else."""

import pytest

from tests.resolve.desk import STORY, explainer, problems_of

PATH = "content/explainers/a.md"
SOURCES = {"seeds/story.txt": STORY, "seeds/ferry-strike.txt": STORY.replace("Ports", "Ferries")}


def told(body: str) -> list[tuple[int, str]]:
    """The column of each name that is no citation, and what is asked."""
    text = explainer(f"## Why?\n\n{body}")
    found = problems_of({PATH: text, **SOURCES})
    return [(each.place.column, each.hints[0]) for each in found if "is not a citation" in each.message]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[ferry-strike]", "[@ferry-strike]"),
        ("[ferry-strike p3]", "[@ferry-strike p3]"),
        ("[ferry-strike, p3]", "[@ferry-strike p3]"),
        ("[ferry-strike p3; other]", "[@ferry-strike p3]"),
        ("“Never again” [story]", "[@story]"),
        ("“Never again.” [story p0]", "[@story p0]"),
        ("(@ferry-strike p3)", "[@ferry-strike p3]"),
        ("(@story)", "[@story]"),
        ("(see @ferry-strike.)", "[@ferry-strike]"),
        ("@ferry-strike says so", "[@ferry-strike]"),
        ("@story, p3", "[@story p3]"),
    ],
)
def test_a_citation_without_its_brackets_is_named(written: str, meant: str) -> None:
    assert [hint for _, hint in told(f"So {written}.")] == [f"did you mean {meant}?"]


@pytest.mark.parametrize(
    "written",
    [
        "“the [story] goes on” [@story]",  # an insertion
        "as @story wrote",  # somebody’s name on another site
        "@ferry-strike@example.org",
        "desk@ferry-strike",
        "@ferry-strike.example.org",
        "https://example.org/@ferry-strike",
        "`[ferry-strike p3]`",
        r"\[ferry-strike p3]",
        r"\@ferry-strike",
        "[ferry-strike p3](a.md)",
        "[ferry-lines p3]",  # no source
        "(@ferry-lines)",
    ],
)
def test_other_names_in_brackets_and_behind_an_at_are_text(written: str) -> None:
    assert told(f"So {written}.") == []


def test_it_is_shown_where_it_stands() -> None:
    assert told("**So** [ferry-strike p3], *and* (@ferry-strike).") == [
        (8, "did you mean [@ferry-strike p3]?"),
        (34, "did you mean [@ferry-strike]?"),
    ]
