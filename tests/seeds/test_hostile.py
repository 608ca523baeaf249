"""Nothing in a capture can hang the reader: every expression is linear, every rule looks at bounded text."""

from __future__ import annotations

import pytest

from nutgraf.seeds import read_capture
from tests.effort import calls_in

MILLION = 1_000_000
LINES = {
    "words": "word " * (MILLION // 5),
    "one letter": "a" * MILLION,
    "spaces": " " * MILLION + "x",
    "brackets": "(" * MILLION,
    "captions": "The thing is (AP x)The " * (MILLION // 23),
    "stops": ". " * (MILLION // 2),
    "capitals": "Word " * (MILLION // 5),
    "digits": "1 " * (MILLION // 2),
    "Chinese": "世" * MILLION,
    "bars": "| " * (MILLION // 2),
    "link": "https://" + "a." * (MILLION // 2),
    "ellipses": ("A line of some sixty letters or more that breaks off right there…\n" * 3000),
    "names": ("By Priya Nair\nPriya Nair is a reporter who covers the harbour\n" * 1500),
}


CUE = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
LINES |= {
    "voices of a transcript": CUE + "<v " * 330_000,
    "marks of a transcript": CUE + "{\\" * 500_000,
    "marks of an e-mail": f"Subject: x\n{'> ' * 500_000}\n> a\n> b",
    "prefixes of an e-mail": "Subject: " + "FW: " * 250_000,
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_a_million_characters_are_read_to_the_end(line: str) -> None:
    reading = read_capture(line, ".txt")  # one that looks at every pair of words would run into the time-out
    assert "".join("".join(each.text for each in reading.lines).split()) == "".join(line.split())


def test_the_work_grows_with_the_length_and_not_faster() -> None:
    paragraph = "The council met on Tuesday and voted on the plan.\nShare\nBy Priya Nair\n3 March 2021\n"

    def work(repetitions: int) -> int:
        return calls_in(lambda: read_capture(paragraph * repetitions, ".txt"))

    work(1)
    assert work(1600) < 9 * work(200)


def test_markup_and_control_characters_stay_text() -> None:
    line = (
        "The <script>alert(1)</script> plan\x07 was &amp; is \x1b[31mred\x1b[0m, the council said on Tuesday evening."
    )
    assert read_capture(line, ".txt").paragraphs[0].text == line


BIDI = "The plan \u202e(evil)\u202c and \u2066more\u2069 \u200fwas read by the council on Tuesday evening."


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_bidi_overrides_stay_in_the_text_as_captured(suffix: str) -> None:
    capture = f"<html><body><article><p>{BIDI}</p></article></body></html>" if suffix == ".html" else BIDI + "\n"
    reading = read_capture(capture, suffix, keep=(BIDI,))
    assert reading.paragraphs[0].text == BIDI
    assert any(BIDI in line.text for line in reading.lines)


def test_every_control_character_survives_in_the_middle_of_a_line() -> None:
    controls = "".join(map(chr, [*range(1, 10), 11, *range(14, 32), 127, *range(0x80, 0xA0)]))
    line = f"The council {controls} voted on the plan for the old harbour on Tuesday evening."
    reading = read_capture(line, ".txt")
    assert [paragraph.text for paragraph in reading.paragraphs] == [line]


def test_ten_times_as_many_cues_are_ten_times_the_work() -> None:
    def work(cues: int) -> int:
        capture = "\n".join(
            f"{n}\n00:00:{n % 60:02},000 --> 00:00:{n % 60:02},900\ninter-\nnational\n" for n in range(cues)
        )
        return calls_in(lambda: read_capture(capture, ".txt"))

    work(1)
    assert work(5000) < 11 * work(500)


@pytest.mark.parametrize("row", ["Row {}", "The plan of {} is short", "A short row", "He came home late today."])
def test_ten_times_as_many_short_rows_are_ten_times_the_work(row: str) -> None:
    def work(rows: int) -> int:
        capture = "\n".join(row.format(number) for number in range(rows))
        return calls_in(lambda: read_capture(capture, ".txt"))

    work(1)
    assert work(10_000) < 11 * work(1000)
