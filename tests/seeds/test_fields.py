from __future__ import annotations

import pytest

from nutgraf.seeds import read_capture
from nutgraf.seeds.dateline import find_dateline
from nutgraf.seeds.published import read_date

REST = " the council met on Tuesday and voted on the plan for the old harbour by a clear majority."


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2026-01-22", "2026-01-22"),
        ("Published 12 March 2025, 5:41 pm", "2025-03-12"),
        ("Sept. 14, 2025", "2025-09-14"),
        ("1er mars 2024", "2024-03-01"),
        ("9 de julio de 2024", "2024-07-09"),
        ("21.02.2024, 18:32 Uhr", "2024-02-21"),
        ("11. května 2022", "2022-05-11"),
        ("16 октября 2024, 09:42", "2024-10-16"),
        ("14 फ़रवरी 2025", "2025-02-14"),
        ("27 سبتمبر 2023", "2023-09-27"),
        ("2023. június 15.", "2023-06-15"),
        ("2025年05月21日 10:32", "2025-05-21"),
        ("22.abr.2025 às 19h45", "2025-04-22"),
        ("12/31/2023", "2023-12-31"),
        ("31/12/2023", "2023-12-31"),
        ("January 2025", "2025-01"),
        ("03/04/2023", "2023"),  # March or April? Only the year is certain.
        ("31 February 2023", None),
        ("room 2023", None),
        ("7 minutes", None),
        ("listopad 2023", None),  # November in Polish and Czech, October in Croatian
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written_and_no_more(text: str, edtf: str | None) -> None:
    assert read_date(text) == edtf


def test_a_date_of_change_is_no_date_of_publication() -> None:
    capture = f"Old harbour plan approved by council\nUpdated 3 March 2021\n\nIn the evening{REST}\n\nAt noon{REST}"
    assert read_capture(capture, ".txt").published is None


def test_a_date_in_the_text_is_no_date_of_publication() -> None:
    capture = f"Old harbour plan approved by council\n\nOn 3 March 2021{REST}\n\nAt noon{REST}"
    assert read_capture(capture, ".txt").published is None


@pytest.mark.parametrize(
    ("first", "place"),
    [
        ("New Delhi:External Affairs Minister", "New Delhi"),
        ("VALLETTA, March 4 (Continental Press) -", "VALLETTA"),
        ("BURLINGTON, Wash. (Press) –", "BURLINGTON"),
        ("THAMDUNG —", "THAMDUNG"),
        ("Berlin (ndk) –", "Berlin"),
        ("SUKAMAJU -", "SUKAMAJU"),
        ("रामपुरा:", "रामपुरा"),
        ("In the evening of a long day:", None),
        ("The plan, he said —", None),
        ("On Tuesday", None),
    ],
)
def test_the_dateline_is_the_place_that_opens_the_first_paragraph(first: str, place: str | None) -> None:
    assert find_dateline(first + REST, ()) == place


def test_a_speaker_who_opens_several_paragraphs_is_no_place() -> None:
    assert find_dateline(f"Aumann:{REST}", ("Aumann: Yes.",)) is None


@pytest.mark.parametrize(
    "byline",
    [
        "By Priya Nair",
        "Von Priya Nair",
        "Priya Nair",
        "PAR PRIYA NAIR",
        "By Priya Nair, Staff Writer",
        "By\nPriya Nair",
    ],
)
def test_the_author_is_found_in_the_byline(byline: str) -> None:
    capture = f"Old harbour plan approved by council\n{byline}\n\nIn the evening{REST}\n\nAt noon{REST}"
    author = read_capture(capture, ".txt").author
    assert author is not None
    assert author.casefold() == "priya nair"


def test_the_name_of_the_site_is_cut_from_the_headline() -> None:
    capture = f"Old harbour plan approved by council | The Post\n\nIn the evening{REST}\n\nAt noon{REST}"
    reading = read_capture(capture, ".txt")
    assert (reading.title, reading.publisher) == ("Old harbour plan approved by council", "The Post")
