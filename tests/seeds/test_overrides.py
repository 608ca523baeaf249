from __future__ import annotations

from nutgraf.seeds import Unmatched, read_capture

CAPTURE = (
    "Old harbour plan approved by council\n\n"
    "The council met on Tuesday and voted on the plan for the old harbour by a clear majority.\n"
    "The quay will be closed from May, the harbour master said at the end of the meeting.\n"
    "Share this\n"
    "Bakery named best in the county\n"
)


def test_a_line_that_the_rules_kept_can_be_removed() -> None:
    reading = read_capture(
        CAPTURE,
        ".txt",
        remove=("The quay will be closed from May,  the harbour master said at the end of the meeting.",),
    )
    assert len(reading.paragraphs) == 1
    assert [line.rule for line in reading.lines][3] == "remove"
    assert reading.unmatched == ()


def test_a_line_that_the_rules_dropped_can_be_kept() -> None:
    reading = read_capture(CAPTURE, ".txt", keep=("Bakery named best in the county",))
    assert reading.paragraphs[-1].text == "Bakery named best in the county"
    assert reading.lines[-1].rule == "keep"
    assert reading.lines[-1].kept


def test_an_override_that_matches_no_line_is_reported_with_the_nearest() -> None:
    reading = read_capture(CAPTURE, ".txt", remove=("Bakery named best in the country",))
    assert reading.unmatched == (Unmatched("Bakery named best in the country", 6, "Bakery named best in the county"),)


def test_an_override_on_an_empty_capture_has_no_nearest_line() -> None:
    assert read_capture("", ".txt", keep=("x",)).unmatched == (Unmatched("x", None, None),)
