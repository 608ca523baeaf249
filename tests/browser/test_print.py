"""Pages on paper: everything that is read is there, notes included, and nothing that is clicked."""

import io
import re
from itertools import pairwise

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.showcase import Showcase, Template, on_every_framed_template
from tests.browser.visit import Visit

# The runs of text of the article that are seen, each with whether it only leads somewhere.
_RUNS = """() => {
  const leads = 'nav, button, .verdict-original, [role=doc-backlink], .next, .home-all, .words dd a, .embed';
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const runs = [];
  while (walker.nextNode()) {
    const {data, parentElement} = walker.currentNode;
    if (data.trim() && parentElement.checkVisibility({visibilityProperty: true})) {
      runs.push([data, !!parentElement.closest(leads)]);
    }
  }
  return runs;
}"""
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")  # a PDF holds these as they are drawn, from left to right
_CLICKED = "nav, .skip, button, textarea, iframe, summary, [popover]"


def letters(text: str) -> str:
    """The text without blanks and signs, which a PDF sets as it likes."""
    return "".join(filter(str.isalnum, text)).casefold()


def on_paper(page: Page) -> str:
    """The letters of the printed page, in their order."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return letters(" ".join(sheet.extract_text() for sheet in sheets))


def seen(page: Page, *, with_leads: bool = True) -> list[str]:
    """The runs of text that are seen; those that only lead somewhere ``with_leads``."""
    return [text for text, leads in page.evaluate(_RUNS) if with_leads or not leads]


@on_every_framed_template
def test_paper_holds_all_that_is_read_and_nothing_that_is_clicked(
    visit: Visit, shown_states: Showcase, template: Template
) -> None:
    visit.url = shown_states.url
    page = visit.open(shown_states.fullest(template))
    read = seen(page, with_leads=False)
    navigation = letters(page.locator(".masthead nav").first.inner_text())
    page.emulate_media(media="print")
    assert set(read) - set(seen(page)) == set()
    assert page.locator(f":is({_CLICKED}):visible").evaluate_all("parts => parts.map(part => part.outerHTML)") == []
    page.emulate_media(media="null")
    printed = on_paper(page)
    assert [text for text in read if letters(text) not in printed and not _RIGHT_TO_LEFT.search(text)] == []
    assert navigation
    assert navigation not in printed


def test_the_notes_of_an_answer_are_printed_after_it(visit: Visit, shown_states: Showcase) -> None:
    visit.url = shown_states.url
    page = visit.open("/everything/")
    printed = on_paper(page)
    assert page.locator(".qa").count() > 1
    for before, after in pairwise(page.locator(".qa").all()):
        notes = before.locator(".notes q").all_text_contents()
        assert notes
        start = printed.index(letters(before.locator(".prose p").first.inner_text()))
        end = printed.index(letters(after.locator(".prose p").first.inner_text()))
        for note in notes:
            assert letters(note) in printed[start:end]


def test_paper_names_the_addresses_of_the_page_and_its_sources(visit: Visit, shown_states: Showcase) -> None:
    visit.url = shown_states.url
    page = visit.open("/everything/")
    printed = on_paper(page)
    assert letters("https://states.example/everything/") in printed
    originals = {
        (link.get_attribute("href") or "").partition("#")[0] for link in page.locator(".notes .verdict-original").all()
    }
    assert len(originals) > 1
    assert {address for address in originals if letters(address) not in printed} == set()
