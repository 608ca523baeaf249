from __future__ import annotations

from nutgraf.seeds import read_capture
from nutgraf.seeds.html import page_language
from nutgraf.seeds.page import read_page

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
