"""Dates as readers see them, in words and in HTML."""

import subprocess
import sys
from gettext import NullTranslations
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from nutgraf.dates import in_words, parse_date, time_markup
from nutgraf.dates.words import Parts
from nutgraf.interface import interface_for

WORDS = [
    ("2026-01-22", "en", "22 January 2026"),
    ("2026-01", "en", "January 2026"),
    ("2026", "en", "2026"),
    ("2026-02-04/2026-02-05", "en", "4–5 February 2026"),
    ("2026-02-04/2026-02-04", "en", "4 February 2026"),
    ("2026-01-28/2026-02-03", "en", "28 January – 3 February 2026"),
    ("2025-12-30/2026-01-02", "en", "30 December 2025 – 2 January 2026"),
    ("2026-01/2026-03", "en", "January–March 2026"),
    ("2025-12/2026-01", "en", "December 2025 – January 2026"),
    ("2024/2026", "en", "2024–2026"),
    ("2026-01/2026-02-03", "en", "January 2026 – 3 February 2026"),
    ("2026-01~/2026-02", "en", "about January 2026 – February 2026"),
    ("2026-01~", "en", "about January 2026"),
    ("2026?", "en", "possibly 2026"),
    ("2026-01-22%", "en", "possibly about 22 January 2026"),
    ("2026-02-04/..", "en", "since 4 February 2026"),
    ("2026-02~/..", "en", "since about February 2026"),
    ("2026-02-04/", "en", "from 4 February 2026"),
    ("../2026-02-04", "en", "until 4 February 2026"),
    ("/2026-02-04", "en", "until 4 February 2026"),
    ("2026-21", "en", "spring 2026"),
    ("2026-24", "en", "winter 2026"),
    ("202X", "en", "2020s"),
    ("202X~", "en", "about 2020s"),
    ("20XX", "en", "2000–2099"),
    ("2026-01-22", "en-US", "January 22, 2026"),
    ("2026-02-04/2026-02-05", "en-US", "February 4–5, 2026"),
    ("2026-01-22", "en-IN", "22 January 2026"),
    ("2026-01-22", "de", "22. Januar 2026"),
    ("2026-02-04/2026-02-05", "de-AT", "4.–5. Februar 2026"),
    ("2026-02-04/2026-02-05", "es", "4–5 de febrero de 2026"),
    ("2026-01-28/2026-02-03", "cs", "28. ledna – 3. února 2026"),
    ("2026-02-04/2026-02-05", "fr", "4–5 février 2026"),
    ("2026-02-04/2026-02-05", "hi", "4–5 फ़रवरी 2026"),
    ("2026-01-28/2026-02-03", "ar", "28 يناير – 3 فبراير 2026"),
    ("2026-02-04/2026-02-05", "zh", "2026年2月4日至5日"),
    ("2026-01-22", "zh-Hans-CN", "2026年1月22日"),
    ("2026-01/2026-03", "fa", "ژانویهٔ 2026 تا مارس 2026"),
    ("2026-01-22", "tlh", "22 January 2026"),
    ("2026-01-22", "de-XY", "22. Januar 2026"),
    ("2026-01-22", "", "22 January 2026"),
]

MARKUP: list[tuple[str, str, Parts, str]] = [
    ("2026-01-22", "en", "full", '<time datetime="2026-01-22">22 January 2026</time>'),
    ("2026-01-22", "en", "no-year", '<time datetime="2026-01-22">22 January</time>'),
    ("2026-03", "en", "full", '<time datetime="2026-03">March 2026</time>'),
    ("2026-03", "en", "no-year", '<time datetime="2026-03">March</time>'),
    ("2026-03", "zh", "no-year", '<time datetime="2026-03">3月</time>'),
    ("2026", "en", "no-year", '<time datetime="2026">2026</time>'),
    ("0044-03-15", "en", "full", '<time datetime="0044-03-15">15 March 44</time>'),
    (
        "2026-02-04/2026-02-05", "en", "full",
        '<time datetime="2026-02-04">4</time>–<time datetime="2026-02-05">5 February 2026</time>',
    ),
    (
        "2026-02-04/2026-02-05", "en", "no-year",
        '<time datetime="2026-02-04">4</time>–<time datetime="2026-02-05">5 February</time>',
    ),
    (
        "2026-02-04/2026-02-05", "en-US", "no-year",
        '<time datetime="2026-02-04">February 4</time>–<time datetime="2026-02-05">5</time>',
    ),
    (
        "2025-12-30/2026-01-02", "en", "no-year",
        '<time datetime="2025-12-30">30 December 2025</time> – <time datetime="2026-01-02">2 January 2026</time>',
    ),
    (
        "2026-01/2026-03", "en", "no-year",
        '<time datetime="2026-01">January</time>–<time datetime="2026-03">March</time>',
    ),
    ("2026-01~/2026-02", "en", "no-year", 'about January – <time datetime="2026-02">February</time>'),
    ("2026-02-04/..", "en", "no-year", 'since <time datetime="2026-02-04">4 February</time>'),
    ("../2026-02-04", "en", "no-year", 'until <time datetime="2026-02-04">4 February 2026</time>'),
    ("2026-01~", "en", "full", "about January 2026"),
    ("2026-01?", "en", "no-year", "possibly January"),
    ("2026-21", "en", "full", "spring 2026"),
    ("2026-21", "en", "no-year", "spring"),
    ("202X", "en", "no-year", "2020s"),
]  # fmt: skip

HINDI = [
    ("2026-01-22", "22 जनवरी 2026"),
    ("2026-02", "फ़रवरी 2026"),
    ("2026-02-04/2026-02-05", "4–5 फ़रवरी 2026"),
    ("2026-01-28/2026-02-03", "28 जनवरी – 3 फ़रवरी 2026"),
    ("2025-12-30/2026-01-02", "30 दिसंबर 2025 – 2 जनवरी 2026"),
    ("2026-01/2026-03", "जनवरी–मार्च 2026"),
    ("2024/2026", "2024–2026"),
    ("2026-01~", "जनवरी 2026 के आसपास"),
    ("2026?", "संभवतः 2026"),
    ("2026-01-22%", "संभवतः 22 जनवरी 2026 के आसपास"),
    ("2026-02-04/..", "4 फ़रवरी 2026 से"),
    ("2026-02~/..", "फ़रवरी 2026 के आसपास से"),
    ("2026-02-04/", "4 फ़रवरी 2026 से"),
    ("../2026-02-04", "4 फ़रवरी 2026 तक"),
    ("2026-21", "वसंत 2026"),
    ("2026-24/..", "सर्दी 2026 से"),
    ("202X", "2020 का दशक"),
    ("202X/..", "2020 के दशक से"),
    ("202X~", "2020 के दशक के आसपास"),
    ("20XX", "2000–2099"),
]


class German(NullTranslations):
    """A few words, written so that a test can tell them."""

    words = MappingProxyType(
        {"since {date}": "seit {date}", "{year}s": "{year}er", "about {date}": "<{date}>", "spring {year}": "F {year}"}
    )

    def gettext(self, message: str) -> str:
        return self.words.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return self.words.get(message, message)


class Chinese(NullTranslations):
    def gettext(self, message: str) -> str:
        return {"since {date}": "{date}以来"}[message]


@pytest.mark.parametrize(("text", "language", "words"), WORDS)
def test_a_date_reads_as_a_newspaper_of_that_language_prints_it(text: str, language: str, words: str) -> None:
    assert in_words(parse_date(text), language) == words


@pytest.mark.parametrize(("text", "language", "parts", "html"), MARKUP)
def test_only_exact_days_months_and_years_are_marked_up(text: str, language: str, parts: Parts, html: str) -> None:
    assert time_markup(parse_date(text), language, parts) == Markup(html)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-02-04/..", "seit 4. Februar 2026"),
        ("202X", "2020er"),
        ("2026-01~", "<Januar 2026>"),
        ("2026-21", "F 2026"),
    ],
)
def test_a_catalogue_translates_the_interface_words(text: str, words: str) -> None:
    assert in_words(parse_date(text), "de", German()) == words


def test_a_catalogue_may_put_the_date_first() -> None:
    assert in_words(parse_date("2026/.."), "zh", Chinese()) == "2026年以来"


@pytest.mark.parametrize(("text", "words"), HINDI)
def test_a_date_reads_as_a_hindi_newspaper_prints_it(text: str, words: str) -> None:
    assert in_words(parse_date(text), "hi-IN", interface_for("hi-IN")) == words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("2026-01-22", '<time datetime="2026-01-22">22 जनवरी</time>'),
        ("2026-02", '<time datetime="2026-02">फ़रवरी</time>'),
        ("2026-02-04/..", '<time datetime="2026-02-04">4 फ़रवरी</time> से'),
        (
            "2026-01-28/2026-02-03",
            '<time datetime="2026-01-28">28 जनवरी</time> – <time datetime="2026-02-03">3 फ़रवरी</time>',
        ),
        ("2026-21", "वसंत"),
    ],
)
def test_under_a_year_a_hindi_date_leaves_the_year_out(text: str, html: str) -> None:
    assert time_markup(parse_date(text), "hi", "no-year", interface_for("hi")) == html


def test_words_from_a_catalogue_are_escaped() -> None:
    assert "<2026>" not in time_markup(parse_date("2026~"), "en", phrases=German())


@settings(deadline=None)  # the first in each language waits for its tables
@given(st.dates(), st.dates(), st.sampled_from(["en", "en-US", "de", "hi", "ar", "zh", "fa"]))
def test_the_markup_says_the_same_words(one: object, other: object, language: str) -> None:
    date = parse_date("/".join(sorted((str(one), str(other)))))
    assert time_markup(date, language).striptags() == " ".join(in_words(date, language).split())


@settings(deadline=None)  # the first in each language waits for its tables
@given(st.text(max_size=20))
def test_any_language_tag_gives_some_words(language: str) -> None:
    assert in_words(parse_date("2026-01-22"), language)


def test_reading_plain_dates_loads_neither_edtf_nor_babel() -> None:
    program = (
        "import sys; from nutgraf.dates import parse_date; parse_date('2026-02-04/2026-02~');"
        "print(sorted({'edtf', 'babel'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
