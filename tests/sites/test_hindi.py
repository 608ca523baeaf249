"""A site in Hindi: what readers see and hear is Hindi, and what is not says so."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from tests.sites.published import Page, Published, words_of

_LATIN = re.compile(r"[A-Za-z]{2,}")
_SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-close", "data-done")
_SILENT = {"script", "style", "textarea"}


def texts(element: Element, language: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an element that is read or heard, with its language."""
    language = element.get("lang", language)
    yield from ((language, element.attrib[name]) for name in _SPOKEN if name in element.attrib)
    if element.tag == "meta" and element.get("name") == "description":
        yield language, element.attrib["content"]
    if element.tag in _SILENT or not isinstance(element.tag, str):
        return
    yield language, element.text or ""
    for child in element:
        yield from texts(child, language)
        yield language, child.tail or ""


def english(page: Page) -> list[str]:
    """The texts with a Latin word in them that are not marked as English; addresses are no words."""
    shown = (text for language, text in texts(page.root) if language != "en" and not text.startswith("https://"))
    return [text for text in shown if _LATIN.search(text)]


def test_no_english_word_is_left_on_any_page(hindi: Published) -> None:
    assert len(hindi.pages) > 15
    found = {page.name: english(page) for page in hindi.pages}
    (window,) = found.pop("sources/letter/index.html")
    assert window == "The wall will not hold: नदीपुर डेस्क", "no element inside of <title> can say the language"
    assert {name: words for name, words in found.items() if words} == {}


def test_every_page_says_that_it_is_in_hindi(hindi: Published) -> None:
    for page in hindi.pages:
        assert page.root.get("lang") == "hi-IN"
        assert "dir" not in page.root.attrib


def test_a_source_in_another_language_is_marked_and_what_we_say_in_it_is_not(hindi: Published) -> None:
    page = hindi.page("/sources/letter/")
    assert [headline.get("lang") for headline in page.all("h1")] == ["en"]
    *_, text = [span for span in page.all("span") if span.get("lang") == "en"]
    assert words_of(text).startswith("Nobody has asked the boatmen")
    (letter,) = [link for link in text.iter("a") if link.get("class") == "noteref"]
    assert (letter.get("lang"), letter.get("aria-label")) == ("hi-IN", "अंश b")
    (number,) = [link for link in page.all("a") if link.get("class") == "source-n" and link.get("href") == "#p2"]
    assert number.get("aria-label") == "पैराग्राफ़ 2"


def test_quotations_and_titles_from_another_language_say_so(hindi: Published) -> None:
    page = hindi.page("/tatbandh/")
    quotes = {words_of(quote): quote.get("lang") for quote in page.all("q")}
    assert quotes["Nobody has asked the boatmen"] == "en"
    assert quotes["डर है"] is None
    titles = {words_of(link): link.get("lang") for link in page.all("a") if link.get("class") == "record-title"}
    assert titles["The wall will not hold"] == "en"
    assert titles["नदीपुर में बनेगी तटबंध दीवार"] is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", "14 उद्धरण जाँचे गए।"),
        ("/", "नया एक्सप्लेनर: नाव कहाँ जाती है"),
        ("/tatbandh/", "लेखन: अ. प्रतिनिधि, ब. सहायक और\u00a0स. संपादक।"),
        ("/tatbandh/", "शब्दशः, पैराग्राफ़ 2"),
        ("/tatbandh/", "नदीपुर समाचार, 2 मार्च 2025।"),
        ("/tatbandh/", "पुष्ट, मार्च 2025 की स्थिति"),
        ("/tatbandh/", "10 मार्च 2025 से"),
        ("/tatbandh/", "मई 2027 तक"),
        ("/timeline/", "1980 का दशक"),
        ("/glossary/", "आँकड़े"),
        ("/sources/ghoshna/", "मूल लेख पढ़ें"),
        ("/sources/ghoshna/", "नदीपुर की तटबंध दीवार किसलिए है और किस पर भारी पड़ेगी, नोट 1, 7"),
        ("/corrections/", "भूल सुधार: पहले लागत ग़लत लिखी गई थी।"),
        ("/404.html", "एक्सप्लेनर, घटनाक्रम या शब्दावली से शुरू करें।"),
    ],
)
def test_the_pages_say_it_in_good_hindi(hindi: Published, address: str, words: str) -> None:
    assert words.replace("\u00a0", " ") in words_of(hindi.page(address).root).replace("\u00a0", " ")


def test_quotations_in_devanagari_are_found_word_for_word(hindi: Published) -> None:
    verdicts = [
        words_of(link) for link in hindi.page("/tatbandh/").all("a") if link.get("class") == "verdict verdict-ok"
    ]
    assert len(verdicts) >= 10


def test_letters_that_reach_high_get_room(hindi: Published, small: Published) -> None:
    sheets = [next(site.folder.glob("assets/site.*.css")).read_bytes() for site in (hindi, small)]
    assert [b"*{letter-spacing:0}" in sheet for sheet in sheets] == [True, False]
