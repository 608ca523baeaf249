"""Nothing in a capture can hang the reader: every expression is linear, every rule looks at bounded text."""

from __future__ import annotations

import time

import pytest

from nutgraf.seeds import read_capture

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


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_a_million_characters_are_read_in_a_moment(line: str) -> None:
    began = time.process_time()
    read_capture(line, ".txt")
    assert time.process_time() - began < 3


def test_the_time_grows_with_the_length_and_not_faster() -> None:
    paragraph = "The council met on Tuesday and voted on the plan.\nShare\nBy Priya Nair\n3 March 2021\n"

    def seconds(repetitions: int) -> float:
        began = time.process_time()
        read_capture(paragraph * repetitions, ".txt")
        return time.process_time() - began

    seconds(50)
    assert seconds(3200) < 16 * max(seconds(400), 0.02)


def test_markup_and_control_characters_stay_text() -> None:
    line = (
        "The <script>alert(1)</script> plan\x07 was &amp; is \x1b[31mred\x1b[0m, the council said on Tuesday evening."
    )
    assert read_capture(line, ".txt").paragraphs[0].text == line
