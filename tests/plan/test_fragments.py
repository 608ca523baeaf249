"""Text fragments as the WICG specifies them (URL Fragment Text Directives)."""

from urllib.parse import unquote

import pytest

from nutgraf.plan.fragments import text_fragment
from nutgraf.resolve.sources import Source
from tests.resolve.desk import explainer, site_of, source

HEAD = "A strike in the harbour\n\nBy A. Writer\n\n"
URL = "https://press.example/story"


def fragment(paragraph: str, quotation: str, url: str = URL) -> str:
    """What the note of a quotation of this paragraph links to, behind “:~:”."""
    return whole(paragraph, quotation, url).partition(":~:")[2]


def whole(paragraphs: str, quotation: str, url: str = URL) -> str:
    site = site_of(
        {
            "seeds/story.txt": f"{HEAD}{paragraphs}\n\nThe port was closed for nine days in a row, and ships waited.\n",
            "content/sources/story.md": source(more=f"url: '{url}'\n"),
            "content/explainers/a.md": explainer(f"“{quotation}” [@story]"),
        }
    )
    (note,) = site.bound["content/explainers/a.md"].citations.notes
    assert note.is_verbatim, quotation
    return text_fragment(site.sources[note.source.id], note.spans) or ""


LINE = "Officials of both sides said on Monday that the long talks had gone on well into the night without a result."


def test_a_short_passage_is_named_whole_between_its_neighbours() -> None:
    assert fragment(LINE, "the long talks") == "text=on%20Monday%20that-,the%20long%20talks,-had%20gone%20on"


def test_a_long_passage_is_named_by_its_first_and_last_words() -> None:
    assert fragment(LINE, "on Monday that the long talks had gone on well into the night") == (
        "text=both%20sides%20said-,on%20Monday%20that%20the,well%20into%20the%20night,-without%20a%20result."
    )


def test_a_passage_at_the_edge_of_its_paragraph_has_no_neighbour_there() -> None:
    assert fragment(LINE, "Officials of both sides").startswith("text=Officials%20of%20both%20sides,-said")
    assert fragment(LINE, "without a result").endswith("the%20night-,without%20a%20result,-.") is False
    assert fragment(LINE, "without a result.") == "text=into%20the%20night-,without%20a%20result."


def test_signs_alone_are_no_neighbours() -> None:
    line = "“The long talks” went on well into the night, officials of both sides said on Monday, and had no result."
    assert fragment(line, "The long talks").startswith("text=The%20long%20talks,-%E2%80%9D%20went")


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("a well-known deal", "a%20well%2Dknown%20deal"),
        ("ports, ships and R&D", "ports%2C%20ships%20and%20R%26D"),
        ("100% of it: #1 + 2 = 3?", "100%25%20of%20it%3A%20%231%20%2B%202%20%3D%203%3F"),
    ],
)
def test_the_signs_of_a_directive_are_escaped(quotation: str, expected: str) -> None:
    line = f"Officials of both sides said on Monday that {quotation} had gone on into the night without a result."
    assert f"-,{expected},-" in fragment(line, quotation)


def test_blanks_of_every_kind_are_blanks() -> None:
    line = "Officials of both sides said that on 4\u00a0January the talks had gone on well into the night."
    assert "-,on%204%20January,-" in fragment(line, "on 4 January")


def test_each_part_of_a_quotation_with_an_omission_has_a_directive() -> None:
    found = fragment(LINE, "the long talks … into the night")
    assert found == (
        "text=on%20Monday%20that-,the%20long%20talks,-had%20gone%20on"
        "&text=gone%20on%20well-,into%20the%20night,-without%20a%20result."
    )


def test_a_passage_over_two_paragraphs_has_a_directive_for_each() -> None:
    found = fragment(LINE, "without a result. The port was closed")
    assert unquote(found) == "text=into the night-,without a result.&text=The port was closed,-for nine days"


def test_a_script_without_spaces_has_no_endless_neighbours() -> None:
    line = (
        "两国官员星期一表示，漫长的会谈一直持续到深夜，但没有任何结果，双方同意在二月再次会面并继续讨论关税问题。" * 2
    )
    found = fragment(line, "漫长的会谈一直持续到深夜")
    assert unquote(found) == "text=两国官员星期一表示，-,漫长的会谈一直持续到深夜"  # what follows is one long “word”


def test_the_address_keeps_its_own_fragment() -> None:
    assert whole(LINE, "the long talks", "https://press.example/#/story/1").startswith(
        "https://press.example/#/story/1:~:text="
    )
    assert whole(LINE, "the long talks", "https://press.example/x#:~:text=old").startswith(
        "https://press.example/x#:~:text=on%20Monday"
    )


def test_the_headline_needs_no_fragment() -> None:
    assert whole(LINE, "strike in the harbour") == URL


def test_a_source_without_an_address_has_none() -> None:
    story: Source = site_of({}).sources["story"]
    assert text_fragment(story, ()) is None
