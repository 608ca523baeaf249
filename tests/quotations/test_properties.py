"""What holds for every quotation: words repeated are found where they stand, words changed are not found."""

import re
import unicodedata

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nutgraf.quotations import Found, NotFound, find_quotation, prepare
from nutgraf.quotations.boundaries import inside_word
from nutgraf.quotations.wording import wording

SETTINGS = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

WORDS = re.findall(
    r"\S+",
    """
    the minister’s talks trade café São naïve 3.5% 1,000 $50 India-US don’t “historic” ‘new’ deal – of and not in
    व्यापार समझौता शक्ति وزير الخارجية Да Москва 継続 谈判 U.S. Feb. 4-5 (big) [own] @handle e.g. well… Straße
""",
)
word = st.sampled_from(WORDS)
paragraph = st.lists(word, min_size=3, max_size=25).map(" ".join)
paragraphs = st.lists(paragraph, min_size=1, max_size=4)

QUOTES = "\"'“”‘’«»„"
DASHES = ["-", "–", "—", " – ", "--", " - "]
SPACES = [" ", "\u00a0", "\u202f", "  ", "\n"]


@st.composite
def restyled(draw: st.DrawFn, text: str) -> str:
    """The text with other quote marks, dashes and spaces, soft hyphens put in, and perhaps decomposed."""
    pieces = []
    for at, sign in enumerate(text):
        if sign in "'\"“”‘’":
            pieces.append(draw(st.sampled_from(QUOTES)) if sign in "“”‘" else draw(st.sampled_from("'’ʼ")))
        elif sign == " " and text[at - 1 : at] not in "–-" and text[at + 1 : at + 2] not in "–-":
            pieces.append(draw(st.sampled_from(SPACES)))
        elif sign in "–-":
            pieces.append(draw(st.sampled_from(DASHES)))
        else:
            pieces.append(sign + draw(st.sampled_from(["", "", "", "", "\u00ad", "\u200b"])))
    styled = "".join(pieces)
    return draw(st.sampled_from([styled, unicodedata.normalize("NFC", styled), unicodedata.normalize("NFD", styled)]))


@st.composite
def quoted_somewhere(draw: st.DrawFn) -> tuple[list[str], int, int, int]:
    """A source, and a run of whole words in it: paragraph, start, end."""
    source = draw(paragraphs)
    number = draw(st.integers(0, len(source) - 1))
    words = list(re.finditer(r"\S+", source[number]))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    run = source[number][words[first].start() : words[last].end()]
    assume(re.match(r"\w", run) and re.search(r"\w\w", run))
    return source, number, words[first].start(), words[last].end()


@SETTINGS
@given(data=st.data(), place=quoted_somewhere())
def test_any_run_of_words_is_found_in_any_typography(
    data: st.DataObject, place: tuple[list[str], int, int, int]
) -> None:
    source, number, start, end = place
    quotation = data.draw(restyled(source[number][start:end]))
    found = find_quotation(quotation, prepare(source), paragraph=number + 1)
    assert isinstance(found, Found), quotation
    text = " ".join(source[span.paragraph - 1][span.start : span.end] for span in found.spans)
    assert wording(text).text.casefold().rstrip(".") == wording(quotation).text.casefold().rstrip(".")


@SETTINGS
@given(data=st.data(), place=quoted_somewhere())
def test_the_span_is_right_in_any_typography_of_the_source(
    data: st.DataObject, place: tuple[list[str], int, int, int]
) -> None:
    source, number, start, end = place
    before, run, after = source[number][:start], source[number][start:end], source[number][end:]
    styled = data.draw(restyled(run))
    found = find_quotation(run, prepare([before + styled + after]))
    assert isinstance(found, Found), styled
    (span,) = found.spans
    passage = (before + styled + after)[span.start : span.end]
    assert wording(passage).text.casefold().rstrip(".") == wording(run).text.casefold().rstrip(".")
    if run not in before:
        assert span.start == len(before)


@SETTINGS
@given(data=st.data(), place=quoted_somewhere())
def test_no_changed_word_is_found(data: st.DataObject, place: tuple[list[str], int, int, int]) -> None:
    source, number, start, end = place
    words = source[number][start:end].split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = data.draw(st.sampled_from(["zebra", "51%", "Nobody", "न", words[at] + "x", "x" + words[at]]))
    assert isinstance(find_quotation(" ".join(words), prepare(source)), NotFound)


@SETTINGS
@given(source=paragraph, cut=st.data())
def test_no_run_that_cuts_a_word_of_letters_is_found(source: str, cut: st.DataObject) -> None:
    letters = [at for at in range(1, len(source)) if source[at - 1].isascii() and (source[at - 1 : at + 1]).isalpha()]
    inside = [at for at in letters if source[at].isascii()]
    assume(inside)
    at = cut.draw(st.sampled_from(inside))
    piece = source[at:] if cut.draw(st.booleans()) else source[:at]
    assume(re.search(r"\w\w\w", piece))
    assert inside_word(source, at)
    answer = find_quotation(piece, prepare([source]))
    if isinstance(answer, Found):  # the same letters stand elsewhere as words of their own
        assert not any(span.start == at or span.end == at for span in answer.spans)


@SETTINGS
@given(
    text=st.text(
        alphabet=st.sampled_from(" -–—'’“”«»a\u0301é\u00ad\u200b\u00a0.谈 \n\u1100\u1161Bﬁﬄ\ufdfa\u0958"), max_size=40
    )
)
def test_evening_out_twice_changes_nothing_and_places_stay_in_order(text: str) -> None:
    once = wording(text)
    assert wording(once.text).text == once.text
    places = [once.place(at) for at in range(len(once.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@SETTINGS
@given(quotation=st.text(alphabet=st.sampled_from("ab …[].'\"“”-(sic)t50%")), source=paragraphs)
def test_no_quotation_however_odd_stops_the_press(quotation: str, source: list[str]) -> None:
    assert find_quotation(quotation, prepare(source, "A headline")) is not None
