"""Dates are read strictly, and a mistake is answered with what to write."""

import datetime
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.dates import Date, parse_date
from nutgraf.dates.reading import _is_readable

DAY = datetime.date
FORMS = (
    "write a day (2026-02-04), a month (2026-02), a year (2026), a range (2026-02-04/2026-02-05), "
    "a season (2026-21 to 2026-24), a decade (202X) or about when (2026-02~)"
)
NOT_A_MONTH = "months run from 01 to 12, seasons from 21 (spring) to 24 (winter)"

SPANS = [
    ("2026-02-04", DAY(2026, 2, 4), DAY(2026, 2, 4)),
    ("2026-02", DAY(2026, 2, 1), DAY(2026, 2, 28)),
    ("2024-02", DAY(2024, 2, 1), DAY(2024, 2, 29)),
    ("2026", DAY(2026, 1, 1), DAY(2026, 12, 31)),
    ("9999-12", DAY(9999, 12, 1), DAY(9999, 12, 31)),
    ("2026-01~", DAY(2026, 1, 1), DAY(2026, 1, 31)),
    ("2026-21", DAY(2026, 3, 1), DAY(2026, 5, 31)),
    ("2026-24", DAY(2026, 12, 1), DAY(2026, 12, 31)),
    ("202X", DAY(2020, 1, 1), DAY(2029, 12, 31)),
    ("20XX~", DAY(2000, 1, 1), DAY(2099, 12, 31)),
    ("2026-02-04/2026-03", DAY(2026, 2, 4), DAY(2026, 3, 31)),
    ("2026-02-15/2026-02", DAY(2026, 2, 15), DAY(2026, 2, 28)),
    ("2026-02-04/..", DAY(2026, 2, 4), DAY.max),
    ("../2026-02", DAY.min, DAY(2026, 2, 28)),
    ("2026-02-04/", DAY(2026, 2, 4), DAY(2026, 2, 4)),
    ("/2026-02", DAY(2026, 2, 1), DAY(2026, 2, 28)),
]

MISTAKES = [
    ("", f"the date is empty: {FORMS}"),
    (" \n", f"the date is empty: {FORMS}"),
    ("soon", f"“soon” is not a date: {FORMS}"),
    ("2026-02-30", "“2026-02-30” is not a date: February 2026 has 28 days"),
    ("2026-02-00", "“2026-02-00” is not a date: days start at 01"),
    ("2026-13", f"“2026-13” is not a date: {NOT_A_MONTH}"),
    ("2026-33", f"“2026-33” is not a date: {NOT_A_MONTH}"),
    ("0000", "“0000” is not a date: years run from 0001 to 9999"),
    ("000X", "“000X” is not a date: years run from 0001 to 9999"),
    ("2026-21~", "“2026-21~” is not a date: a season takes no ?, ~ or %"),
    ("2026-05/2026-04", "the range “2026-05/2026-04” ends before it starts: write 2026-04/2026-05"),
    ("../..", f"the range “../..” names no day: {FORMS}"),
    ("/", f"the range “/” names no day: {FORMS}"),
    ("22/01/2026", "“22/01/2026” is not a date: write 2026-01-22"),
    ("1/22/2026", "“1/22/2026” is not a date: write 2026-01-22"),
    ("02/03/2026", "“02/03/2026” is not a date: write 2026-03-02 or 2026-02-03"),
    ("31/02/2026", "“2026-02-31” is not a date: February 2026 has 28 days"),
    ("20260122", "“20260122” is not a date: write 2026-01-22"),
    ("2026-1-5", "“2026-1-5” is not a date: write 2026-01-05"),
    ("2026–02–04", "“2026–02–04” is not a date: write 2026-02-04"),
    ("Feb 2026", "“Feb 2026” is not a date: write 2026-02"),
    ("4th February 2026", "“4th February 2026” is not a date: write 2026-02-04"),
    ("Sept. 4, 2026", "“Sept. 4, 2026” is not a date: write 2026-09-04"),
    ("Spring 2026", "“Spring 2026” is not a date: write 2026-21"),
    ("2020s", "“2020s” is not a date: write 202X"),
    ("c. 2026", "“c. 2026” is not a date: write 2026~"),
    ("around Feb 2026", "“around Feb 2026” is not a date: write 2026-02~"),
    ("2026-02-XX", "“2026-02-XX” is not a date: write 2026-02"),
    ("2024-2026", "“2024-2026” is not a date: write 2024/2026"),
    ("2026-02-04 – 2026-02-05", "“2026-02-04 – 2026-02-05” is not a date: write 2026-02-04/2026-02-05"),
    ("2026-02-04/05", "“2026-02-04/05” is not a date: write 2026-02-04/2026-02-05"),
    ("1 Feb 2026 to 3 Feb 2026", "“1 Feb 2026 to 3 Feb 2026” is not a date: write 2026-02-01/2026-02-03"),
    ("2026-02-04T10:00:00Z", "“2026-02-04T10:00:00Z” has a time of day, and dates carry none: write 2026-02-04"),
    ("2026-02-04 10:30", "“2026-02-04 10:30” has a time of day, and dates carry none: write 2026-02-04"),
    ("4 Feb 2026, 5pm", "“4 Feb 2026, 5pm” has a time of day, and dates carry none: write 2026-02-04"),
    ("２０２６", f"“２０２６” is not a date: {FORMS}"),
    ("\x1b[31m2026\0", f"“�[31m2026�” is not a date: {FORMS}"),
    ("1/../..", f"“1” is not a date: {FORMS}"),
    ("Y170000", f"“Y170000” is not a date: {FORMS}"),
    ("[2026,2027]", f"“[2026,2027]” is not a date: {FORMS}"),
    ("2026-~01", f"“2026-~01” is not a date: {FORMS}"),
    ("1X8X", f"“1X8X” is not a date: {FORMS}"),
    ("2" * 10_000, f"this is too long for a date (10000 characters): {FORMS}"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), SPANS)
def test_a_date_spans_from_its_first_possible_day_to_its_last(
    text: str, earliest: datetime.date, latest: datetime.date
) -> None:
    date = parse_date(f"  {text}\n")
    assert (date.text, date.earliest, date.latest) == (text, earliest, latest)


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_is_answered_with_one_sentence(text: str, message: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 (the whole message is compared below)
        parse_date(text)
    assert str(refusal.value) == message


def test_every_form_that_a_message_proposes_is_itself_a_date() -> None:
    proposals = [message.rpartition("write ")[2] for _, message in MISTAKES if "write " in message]
    concrete = [proposal for proposals_ in proposals if "(" not in proposals_ for proposal in proposals_.split(" or ")]
    assert len(concrete) > 15
    assert all(_is_readable(proposal) for proposal in concrete)


@given(st.dates())
def test_any_real_day_is_read_and_is_that_day(day: datetime.date) -> None:
    date = parse_date(day.isoformat())
    assert (date.earliest, date.latest, date.iso_day, date.is_day) == (day, day, day.isoformat(), True)


@given(st.lists(st.dates()))
def test_days_sort_as_the_calendar_does(days: list[datetime.date]) -> None:
    dates = sorted((parse_date(day.isoformat()) for day in days), key=lambda date: date.sort_key)
    assert [date.earliest for date in dates] == sorted(days)


@settings(deadline=None, max_examples=25)  # edtf takes milliseconds for each
@given(st.integers(1, 9999), st.integers(1, 12), st.sampled_from(["", "?", "~", "%"]))
def test_the_plain_road_and_edtf_agree_on_months(year: int, month: int, qualifier: str) -> None:
    from edtf import parse_edtf

    text = f"{year:04}-{month:02}{qualifier}"
    date, theirs = parse_date(text), parse_edtf(text)
    assert date.earliest == DAY(*theirs.lower_strict()[:3])
    assert date.latest == DAY(*theirs.upper_strict()[:3])


@settings(deadline=None)  # the first that needs edtf waits for its import
@given(st.text(max_size=45) | st.text("0123456789X?~%/.-TZ: ", max_size=45))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        date = parse_date(text)
    except ValueError:
        return
    assert date.earliest <= date.latest


def test_dates_sort_by_earliest_day_then_by_latest() -> None:
    written = ["2026-02-04", "2026-02", "2026-02-01", "../2027", "2026", "2026-02-01/.."]
    ordered = sorted((parse_date(text) for text in written), key=lambda date: date.sort_key)
    assert [date.text for date in ordered] == [
        "../2027", "2026", "2026-02-01", "2026-02", "2026-02-01/..", "2026-02-04",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["2026", "2026-02-04~", "2026-02-04?", "2026-02-04/2026-02-05", "2026-02-04/.."])
def test_only_one_sure_and_exact_day_counts_as_a_day(text: str) -> None:
    assert parse_date(text).iso_day is None
    assert not parse_date(text).is_day


def test_a_date_can_be_cached_and_used_as_a_key() -> None:
    date = parse_date("2026-01~/..")
    copy: Date = pickle.loads(pickle.dumps(date))
    assert {date: 1}[copy] == 1
