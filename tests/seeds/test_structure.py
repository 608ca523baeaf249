"""Paragraphs stay what they were: wrapped lines, captions, lists, line ends, scripts."""

from __future__ import annotations

import pytest

from nutgraf.seeds import read_capture

BODY = "The council met on Tuesday and voted on the plan for the old harbour by a clear majority."
NEXT = "Work on the quay will begin in May, the harbour master said at the end of the meeting, and last two years."
LAST = "Two members abstained, one because she had not read the plan and the other because he had read it twice."


def texts(capture: str) -> list[str]:
    return [paragraph.text for paragraph in read_capture(capture, ".txt").paragraphs]


def test_hard_wrapped_lines_are_joined_and_blank_lines_part_paragraphs() -> None:
    capture = (
        "The river authority said on Friday that the level at the bridge had\n"
        "fallen to 41 centimetres, the lowest since measurements began, and\n"
        "asked farmers to stop.\n\n"
        "No rain is forecast before the twentieth of the month, the weather\n"
        "office said, and none after it.\n"
    )
    assert [text[-6:] for text in texts(capture)] == [" stop.", "er it."]


def test_an_indented_line_starts_a_paragraph_in_wrapped_text() -> None:
    capture = (
        "   The river authority said on Friday that the level at the bridge\n"
        "had fallen to 41 centimetres, the lowest since measurements began in\n"
        "the valley, and asked farmers to stop drawing water for their fields\n"
        "   No rain is forecast before the twentieth of the month, the office\n"
        "for weather said, and very little after it, to judge by the old maps\n"
        "on the wall of the inn.\n"
    )
    assert [text.split(" ")[0] for text in texts(capture)] == ["The", "No"]


def test_paragraphs_without_blank_lines_between_them_stay_apart() -> None:
    capture = "\n".join([BODY, "“No,” she said.", BODY.replace("Tuesday", "Friday"), "He left."])
    assert len(texts(capture)) == 4


def test_headlines_of_equal_length_are_not_mistaken_for_wrapped_text() -> None:
    lines = ["Council votes to keep the library open after long debate tonight"] * 3
    capture = "\n".join([BODY, BODY.replace("plan", "map"), *(f"{line} {n}" for n, line in enumerate(lines))])
    assert len(read_capture(capture, ".txt").lines) == 5
    assert texts(capture)[:2] == [BODY, BODY.replace("plan", "map")]


def test_a_word_broken_at_a_lines_end_keeps_its_hyphen_and_the_place_is_noted() -> None:
    capture = (
        "The international court heard the case against the ministry on Monday,\n"
        "and the ministry said that it had always respected the rule of inter-\n"
        "national law, although it could not say which, and that it was a well-\n"
        "known friend of the court and of all those who work there every day.\n"
    )
    (paragraph,) = read_capture(capture, ".txt").paragraphs
    assert "rule of inter-national law" in paragraph.text
    assert "a well-known friend" in paragraph.text
    assert [paragraph.text[:place].split()[-1] for place in paragraph.breaks] == ["inter-", "well-"]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("an inter-\nnational court", ["an inter-national court"]),
        ("an Ost-\nWest border", ["an Ost-", "West border"]),
        ("he left -\nand came back", ["he left -", "and came back"]),
        ("that was 50-\nfold", ["that was 50-", "fold"]),
        ("सर्वो-\nच्च अदालत", ["सर्वो-च्च अदालत"]),
    ],
)
def test_a_line_goes_on_after_a_hyphen_between_letters(lines: str, read: list[str]) -> None:
    capture = f"{BODY}\n\n{lines}\n\n{BODY.replace('plan', 'map')}"
    assert texts(capture)[1:-1] == read


def test_the_place_of_a_broken_word_is_right_behind_a_caption_that_ran_in() -> None:
    caption = "The minister at the opening of the bridge on Monday evening. (@Photo Desk)"
    capture = f"{caption}The court in The Hague said on Monday that the inter-\nnational community had failed again."
    paragraphs = read_capture(capture, ".txt").paragraphs
    assert [(p.kind, [p.text[:place][-6:] for place in p.breaks]) for p in paragraphs][-1] == ("text", ["inter-"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_count_alike(end: str) -> None:
    capture = end.join(["Old harbour plan approved by council", "", BODY, "", BODY.replace("Tuesday", "Friday")])
    reading = read_capture(capture, ".txt")
    assert [line.number for line in reading.lines] == [1, 2, 3, 4, 5]
    assert len(reading.paragraphs) == 2


def test_a_form_feed_parts_text_but_not_line_numbers() -> None:
    reading = read_capture(f"{BODY}\f{BODY.replace('Tuesday', 'Friday')}\n{BODY.replace('plan', 'map')}\n", ".txt")
    assert [line.number for line in reading.lines] == [1, 1, 2]
    assert len(reading.paragraphs) == 3


def test_kept_words_are_published_as_captured() -> None:
    line = "The fee\xa0is 14\xa0million for the build\xading, the\u202ecourt\u202c said: “no\u200bw” to e\u0301mile."
    assert texts(f"{line}\n\n{BODY}")[0] == line


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        (f"The mayor met the envoy in Delhi on Thursday. (@Mayor X){NEXT}", "Thursday. (@Mayor X)"),
        (f"Workers outside the gates on Monday. (Photo: M. Sund/Norra){NEXT}", "Monday. (Photo: M. Sund/Norra)"),
        (f"Workers outside the gates on Monday (AP Photo)“{NEXT}", "Monday (AP Photo)"),
    ],
)
def test_a_caption_that_runs_into_a_paragraph_is_cut_off_at_its_credit(line: str, caption: str) -> None:
    paragraphs = read_capture(f"{BODY}\n\n{line}", ".txt").paragraphs
    assert [paragraph.kind for paragraph in paragraphs] == ["text", "caption", "text"]
    assert paragraphs[1].text.endswith(caption)
    assert "".join(paragraph.text for paragraph in paragraphs[1:]) == line


@pytest.mark.parametrize(
    "line",
    [
        "The World Health Organization (WHO) said on Monday that the number of cases had fallen again everywhere.",
        "They set the value of f(x)and then left, which nobody in the room could quite explain to the others.",
        "世界卫生组织(WHO)表示，病例数量在所有地区都有所下降，这是今年以来的第一次，各国应当继续保持警惕，不可放松。",
        "The firm was founded in the spring (2019)The missing space is a slip of the pen and nothing else.",
    ],
)
def test_brackets_inside_a_sentence_are_no_captions(line: str) -> None:
    assert line in texts(f"{BODY}\n\n{line}")


def test_lists_subheads_and_captions_are_marked_as_such() -> None:
    lines = ["What the plan says", BODY, "It asks for:", "• a new quay", "• two cranes", "1. January was cold.", NEXT]
    capture = "\n".join([LAST, *lines, "The quay in January (Photo: M. Sund)", BODY.replace("Tuesday", "Friday")])
    kinds = [paragraph.kind for paragraph in read_capture(capture, ".txt").paragraphs]
    assert kinds == ["text", "subhead", "text", "text", "list-item", "list-item", "text", "text", "caption", "text"]


def test_a_capture_without_any_sentence_keeps_all_that_is_no_furniture() -> None:
    poem = "The gate is gone\nthe post remains\nand leans a little\nto the lane"
    assert len(texts(poem)) >= 3


@pytest.mark.parametrize("capture", ["", "\n\n", "\ufeff", "   \n\t"])
def test_an_empty_capture_gives_an_empty_reading(capture: str) -> None:
    reading = read_capture(capture, ".txt")
    assert reading.paragraphs == ()
    assert reading.title is None


def test_an_unknown_kind_of_file_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match=r"a source cannot be a “\.pdf” file"):
        read_capture("x", ".pdf")
