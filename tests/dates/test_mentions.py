"""The dates that texts mention: what is found, where, and which days it may mean."""

import datetime
import time

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.dates import Mention, bears_out, mentions_in, parse_date
from nutgraf.dates.locales import locale_of
from tests.dates.case_files import read_cases

PUBLISHED = parse_date("2026-01-22")
LANGUAGES = ("cs", "de", "en", "es", "fi", "fr", "hi", "hu", "it", "mr", "nl", "pl", "pt", "ru", "sv", "ta", "tr", "uk")


def spelled(mention: Mention) -> str:
    periods = (first.isoformat() if first == last else f"{first}/{last}" for first, last in mention.periods)
    return f"{mention.text} = {', '.join(periods)}".rstrip()


@pytest.mark.parametrize("case", read_cases("mentions.txt", 3), ids=str)
def test_mentions_are_found_with_the_days_they_may_mean(case: tuple[str, ...]) -> None:
    published, text, expected = case
    found = mentions_in(text, ("en", "hi"), parse_date(published) if published else None)
    assert "; ".join(map(spelled, found)) == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


def test_places_are_those_of_the_text_given_whatever_it_hides() -> None:
    text = "\u00adवह\u200b 4 फ\u093cरवरी को, décembre 2025, le 5 de\u0301cembre\u200d 2025."
    found = mentions_in(text, ("hi", "fr"), PUBLISHED)
    assert [mention.text for mention in found] == ["4 फ\u093cरवरी", "décembre 2025", "5 de\u0301cembre\u200d 2025"]
    assert [text[mention.start : mention.end] for mention in found] == [mention.text for mention in found]


def test_what_the_day_of_publication_told_says_so() -> None:
    told = {
        mention.text: mention.is_relative for mention in mentions_in("4 May, 4 May 2025, today", ("en",), PUBLISHED)
    }
    assert told == {"4 May": True, "4 May 2025": False, "today": True}


def test_words_of_one_language_mean_nothing_in_another() -> None:
    assert mentions_in("4 फरवरी को, am 4. Februar", ("en",), PUBLISHED) == ()
    assert len(mentions_in("4 फरवरी को, am 4. Februar", ("hi", "de"), PUBLISHED)) == 2


def test_an_unknown_language_has_dates_in_digits_only() -> None:
    found = mentions_in("4 February, 2026-02-04", ("tlh", "not a tag"), PUBLISHED)
    assert [mention.text for mention in found] == ["2026-02-04"]


@pytest.mark.parametrize("text", ["2026年2月4日", "于2026年2月4日举行", "2026년 2월 4일"])
def test_dates_of_east_asia_are_read(text: str) -> None:
    (mention,) = mentions_in(text, ("zh", "ko"), None)
    assert mention.periods == ((datetime.date(2026, 2, 4),) * 2,)


@settings(deadline=None)  # the tables of a language are read once
@given(
    day=st.dates(datetime.date(1900, 1, 1), datetime.date(2098, 12, 31)),
    language=st.sampled_from(LANGUAGES),
    width=st.sampled_from(["full", "long", "medium"]),
)
def test_a_date_written_in_any_language_bears_itself_out_and_no_other(
    day: datetime.date, language: str, width: str
) -> None:
    written = format_date(day, width, locale_of(language))
    found = mentions_in(f"… {written} …", (language,), PUBLISHED)
    other = day + datetime.timedelta(31)
    assert bears_out([(day, day)], found, None) == "supported", written
    assert bears_out([(other, other)], found, None) in allowed(written), written


def allowed(written: str) -> set[str]:
    """What a wrong day is: British or American dates in digits may mean it after all."""
    return {"contradicted"} if "/" not in written else {"contradicted", "supported"}


HOSTILE = [
    "4 February – " * 4000, "last " * 20_000, "1-1-" * 10_000, "4, " * 20_000 + "February", "मार्च से " * 8000,
    "in 2019 on 4 May " * 4000, "d'" * 20_000, "q1" * 20_000, "\u093c" * 60_000, "9" * 60_000, "२" * 30_000,
    "January'" * 8000, "2026年" * 10_000, "a year ago last Thursday " * 3000, "N. " * 20_000, "1/1/1/" * 9000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_takes_time_in_line_with_its_length(text: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        mentions_in(text, ("en", "hi"), PUBLISHED)
        return time.process_time() - start

    seconds(text[:100])
    half = seconds(text[: len(text) // 2])
    assert seconds(text) < 4 * half + 0.1


@given(st.text(alphabet=st.sampled_from("0123456789-–/.,:()' \nadlnost4फरवरीमार्च年月日Mayinbyu़\u00ad"), max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    for mention in mentions_in(text, ("en", "hi", "fr", "de"), PUBLISHED):
        assert text[mention.start : mention.end] == mention.text != ""
        assert all(first <= last for first, last in mention.periods)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "../2026", "2026/.."])
def test_a_source_of_no_sensible_day_resolves_nothing_by_it(published: str) -> None:
    found = mentions_in("yesterday, last year, a decade ago, 4 May", ("en",), parse_date(published))
    assert [mention.periods for mention in found[:3]] == [(), (), ()]
    assert found[3].is_yearless
