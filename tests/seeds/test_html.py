from __future__ import annotations

import pytest

from nutgraf.seeds import read_capture
from nutgraf.seeds.html import page_language
from nutgraf.seeds.page import read_page
from tests.effort import calls_in

PAGE = """<!doctype html>
<html lang="en-GB">
<head><title>Old harbour plan approved | The Post</title>
<meta name="author" content="Priya Nair">
<meta property="og:title" content="Old harbour plan approved by council">
<meta property="og:site_name" content="The Post">
<meta property="article:published_time" content="2026-01-22T10:00:00Z">
<link rel="canonical" href="https://example.org/plan"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Old harbour plan approved by council</h1>
<p>The council <b>met</b> on Tuesday and voted on the plan for the old harbour by a clear majority,
after a debate that lasted until midnight and in which nobody was persuaded of anything.</p>
<h2>What is in it</h2>
<p>Work on the quay will begin in May, the harbour master said at the end of the meeting, and last two years.</p>
<ul><li>a new quay for the ferries</li><li>two cranes</li></ul>
<p>Two members abstained, one because she had not read the plan and the other because he had read it twice.</p>
</article><footer>© 2026 The Post <script>alert(1)</script></footer></body></html>
"""


def test_the_visible_texts_of_a_page_carry_their_lines_and_kinds() -> None:
    texts = {text.words: (text.kind, text.lines) for text in read_page(PAGE).texts}
    assert texts["What is in it"] == ("subhead", (13,))
    assert texts["two cranes"] == ("list-item", (15,))
    assert any(words.startswith("The council met on Tuesday") and at == (11, 12) for words, (_, at) in texts.items())
    assert not any("alert" in words for words in texts)
    assert page_language(PAGE) == "en-GB"


def test_html_is_read_with_its_fields_and_without_its_frame() -> None:
    reading = read_capture(PAGE, ".html")
    assert reading.title == "Old harbour plan approved by council"
    assert (reading.author, reading.publisher) == ("Priya Nair", "The Post")
    assert (reading.published, reading.url, reading.language) == ("2026-01-22", "https://example.org/plan", "en-GB")
    assert [paragraph.kind for paragraph in reading.paragraphs] == [
        "text",
        "subhead",
        "text",
        "list-item",
        "list-item",
        "text",
    ]
    dropped = {line.text: line.rule for line in reading.lines if not line.kept}
    assert any("© 2026" in text for text in dropped)


def with_pictures(*markup: str) -> str:
    """The page with markup after the first paragraph of its article."""
    return PAGE.replace("<h2>What is in it</h2>", "".join(markup) + "<h2>What is in it</h2>")


def captions(capture: str, **overrides: tuple[str, ...]) -> list[str]:
    reading = read_capture(capture, ".html", **overrides)
    return [paragraph.text for paragraph in reading.paragraphs if paragraph.kind == "caption"]


SHIP = "<figure><img src=a.jpg><figcaption>A ship at the <b>old</b> quay. Photo: A. Berg</figcaption></figure>"


def test_a_caption_among_the_texts_of_the_article_is_kept_and_can_be_removed() -> None:
    page = with_pictures(SHIP)
    assert captions(page) == ["A ship at the old quay. Photo: A. Berg"]
    assert captions(page, remove=("A ship at the old quay. Photo: A. Berg",)) == []
    assert [line.rule for line in read_capture(page, ".html").lines if "A ship" in line.text] == ["caption"]


def test_captions_beside_the_article_of_teasers_and_below_its_last_text_are_left_out() -> None:
    assert captions(with_pictures(f"<aside>{SHIP}</aside>")) == []
    assert captions(with_pictures(f"<article>{SHIP}</article>")) == []
    assert captions(PAGE.replace("</article>", f"{SHIP}</article>")) == []
    assert captions(PAGE.replace("</article>", f"</article>{SHIP}")) == []
    assert captions(with_pictures(SHIP).replace("<article>", "<div>").replace("</article>", "</div>")) == []


def test_a_caption_that_is_not_closed_ends_with_its_figure() -> None:
    page = with_pictures("<figure><figcaption>A ship</figure><div>Share this now</div>")
    assert captions(page) == ["A ship"]


def titled(title: str, heading: str = "", more: str = "") -> str | None:
    body = f"<article>{f'<h1>{heading}</h1>' if heading else ''}{PAGE[PAGE.index('<p>The council') :]}"
    return read_capture(f"<html><head><title>{title}</title>{more}</head><body>{body}", ".html").title


SITE = '<meta property="og:site_name" content="The Gazette">'


@pytest.mark.parametrize(
    ("title", "heading", "more"),
    [
        ("Bridge opens at last | The Gazette", "", ""),
        ("Bridge opens at last - The Gazette", "", SITE),
        ("Bridge opens at last – Gazette", "Bridge opens at last", ""),
        ("The Gazette: News | Bridge opens at last", "Bridge opens at last", ""),
        ("Bridge opens at last • The Gazette Online", "", SITE),
        ("Bridge opens at last – The Gazette – 22.01.2026", "Bridge opens at last", ""),
        ("Bridge opens at last | News | The Gazette", "", SITE),
        ("Bridge opens at last", "<span>Transport</span> Bridge opens at last", ""),
    ],
)
def test_the_name_of_the_site_leaves_the_headline(title: str, heading: str, more: str) -> None:
    assert titled(title, heading, more) == "Bridge opens at last"


@pytest.mark.parametrize("title", ["Bridge opens – at last", "Bridge opens - a day out", "Well-known | unknown"])
def test_a_dash_or_bar_that_belongs_to_the_headline_stays(title: str) -> None:
    assert titled(f"{title} | The Gazette", title) == title
    assert titled(title, title, SITE) == title


def test_a_dash_stays_where_nothing_says_that_a_name_follows() -> None:
    assert titled("Bridge opens – mayor absent") == "Bridge opens – mayor absent"


def published(*declared: str) -> str | None:
    metas = "".join(f'<meta property="article:published_time" content="{value}">' for value in declared)
    usual = '<meta property="article:published_time" content="2026-01-22T10:00:00Z">'
    return read_capture(PAGE.replace(usual, metas), ".html").published


def test_the_day_is_that_of_the_page_s_own_time_zone() -> None:
    assert published("2026-01-05T23:30:00-05:00") == "2026-01-05"
    assert published("2026-01-06T00:30:00+09:00") == "2026-01-06"
    assert published("2026-01-06T04:30:00Z", "2026-01-05T23:30:00-05:00") == "2026-01-05"
    assert published("2026-01-06T04:30:00Z", "2026-01-07T23:30:00-05:00") == "2026-01-06"
    assert published("2026-01-05") == "2026-01-05"


def test_the_lines_of_a_text_are_those_of_its_words_whatever_stands_before_it() -> None:
    before = "<html>\n<body><!--\n\n--><p\n hidden>x\ny</p><script>\n\n</script>\n"
    page = f"{before}<p>The council\nmet <b\n>on</b> Friday.</p>"
    [text] = read_page(page).texts
    assert (text.words, text.lines) == ("The council met on Friday.", (9, 10, 11))


def test_custom_elements_that_hold_a_paragraph_each_are_paragraphs() -> None:
    page = "<article><x-p>The council met.</x-p> <x-p>It did not vote.</x-p></article>"
    assert [text.words for text in read_page(page).texts] == ["The council met.", "It did not vote."]


@pytest.mark.parametrize(
    "markup",
    [
        "a<br>",
        "<sup>1</sup> x",
        "word <b>b</b> ",
        "word <a href=x>b</a> ",
        "<table><tr><td>1<td>2</table>",
        "<p hidden>x",
    ],
)
def test_ten_times_as_much_markup_is_ten_times_the_work(markup: str) -> None:
    def work(times: int) -> int:
        return calls_in(lambda: read_page(f"<p>{markup * times}"))

    work(1)
    assert work(2000) < 11 * work(200)


def test_a_page_that_is_nested_too_deep_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"line 2 of the page is nested too deep to be read; save only the article"):
        read_capture("<html>\n" + "<div>" * 3000 + "deep", ".html")
