"""What readers do: follow a note, a verdict, a word; and see how fresh a page is."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.visit import Visit

EXPLAINER = "/february-visit/"
REVIEW_BY = dt.date(2027, 2, 1)  # of that explainer
Opened = Callable[[str], Page]


@pytest.fixture(params=["with script", "without script"])
def opened(request: pytest.FixtureRequest) -> Opened:
    """Opens a page of the site with JavaScript, or without."""
    if request.param == "with script":
        visit: Visit = request.getfixturevalue("visit")
        return visit.open
    page: Page = request.getfixturevalue("scriptless")

    def open_(address: str) -> Page:
        page.goto(address.lstrip("/"))
        return page

    return open_


def fragment(link: Locator) -> str:
    return (link.get_attribute("href") or "").partition("#")[2]


def background(part: Locator) -> str:
    colour: str = part.evaluate("element => getComputedStyle(element).backgroundColor")
    return colour


def test_a_note_link_jumps_to_its_note_and_back(opened: Opened) -> None:
    page = opened(EXPLAINER)
    link = page.locator(".prose a.noteref").first
    mark, note = link.get_attribute("id"), fragment(link)
    link.click()
    expect(page).to_have_url(re.compile(f"#{note}$"))
    expect(page.locator(f"#{note}")).to_be_in_viewport()
    expect(page.locator(f"#{note}:target q")).to_be_visible()
    page.locator(f"#{note} a[role=doc-backlink]").first.click()
    expect(page).to_have_url(re.compile(f"#{mark}$"))
    expect(page.locator(f"#{mark}")).to_be_in_viewport()


def test_a_verdict_opens_the_source_with_the_passage_highlighted(opened: Opened) -> None:
    page = opened(EXPLAINER)
    note = page.locator("#c1")
    quoted = note.locator("q").inner_text()
    note.locator("a.verdict").click()
    expect(page).to_have_url(re.compile(r"/sources/gor-meeting/#q\d+-\d+-\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()
    passage = page.locator("mark:target, mark:has(:target)")
    expect(passage).to_have_count(1)
    assert " ".join(quoted.split()) in " ".join(passage.inner_text().split())
    others = page.locator("mark:not(:target):not(:has(:target))")
    assert background(passage) not in {"rgba(0, 0, 0, 0)", background(others.first)}


def test_every_verdict_of_an_explainer_highlights_one_passage(visit: Visit) -> None:
    page = visit.open("/trade-talks/")
    verdicts = page.locator("a.verdict-ok").evaluate_all("links => [...new Set(links.map(link => link.href))]")
    assert len(verdicts) > 10
    for href in verdicts:
        page.goto(href)
        assert page.locator("mark:target, mark:has(:target), h1:has(:target)").count() == 1, href


def test_the_source_leads_back_to_the_place_that_uses_it(visit: Visit) -> None:
    page = visit.open("/sources/gor-meeting/")
    use = page.locator(".usedin a:not([role])").first
    target = fragment(use)
    use.click()
    expect(page.locator(f"#{target}")).to_be_in_viewport()


def test_a_word_leads_to_its_definition_and_from_there_to_its_entry(opened: Opened) -> None:
    page = opened(EXPLAINER)
    word = page.locator(".prose a.term").first
    id_ = fragment(word)
    word.click()
    expect(page).to_have_url(re.compile(f"#{id_}$"))
    entry = page.locator(f"#{id_}")
    expect(entry).to_be_in_viewport()
    expect(entry.locator("dfn")).to_be_visible()
    assert len(entry.locator("dd").inner_text()) > 20
    entry.get_by_role("link", name="Full entry").click()
    expect(page).to_have_url(re.compile(f"/glossary/{id_.removeprefix('t-')}/$"))


def test_a_word_shows_its_definition_in_a_card_on_hover_and_escape_closes_it(visit: Visit) -> None:
    page = visit.open(EXPLAINER)
    page.locator(".prose a.term").first.hover()
    card = page.locator(".card")
    expect(card).to_be_visible()
    assert card.locator("[id]").count() == 0, "ids stay unique"
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_tap_opens_the_card_and_its_button_closes_it(browser: Browser, url: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 375, "height": 800})
    visit = Visit(context.new_page(), url)
    page = visit.open(EXPLAINER)
    link = page.locator(".prose a.noteref").first
    link.tap()
    card = page.locator(".card")
    expect(card).to_be_visible()
    expect(card).to_be_focused()
    card.get_by_role("button", name="Close").tap()
    expect(card).to_be_hidden()
    expect(link).to_be_focused()
    assert visit.complaints == []
    context.close()


def test_the_question_list_leads_to_each_question(visit: Visit) -> None:
    page = visit.open(EXPLAINER)
    links = page.locator(".toc a")
    for number in range(links.count()):
        id_ = fragment(links.nth(number))
        links.nth(number).click()
        expect(page.locator(f"[id='{id_}']")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("day", "is_due"),
    [(REVIEW_BY - dt.timedelta(30), False), (REVIEW_BY, False), (REVIEW_BY + dt.timedelta(1), True)],
    ids=["long before", "on the day", "the day after"],
)
def test_a_page_says_that_it_may_be_out_of_date_only_after_its_day(visit: Visit, day: dt.date, is_due: bool) -> None:
    visit.page.clock.install(time=dt.datetime.combine(day, dt.time(12)))
    page = visit.open(EXPLAINER)
    notice = page.locator(".review")
    expect(notice).to_contain_text("Last reviewed on")
    warning = notice.locator("b")
    if is_due:
        expect(warning).to_be_visible()
    else:
        expect(warning).to_be_hidden()


def test_without_script_no_page_claims_to_be_out_of_date(scriptless: Page) -> None:
    scriptless.goto(EXPLAINER.lstrip("/"))
    expect(scriptless.locator(".review b")).to_be_hidden()


def test_the_first_tab_stop_skips_to_the_article(visit: Visit) -> None:
    page = visit.open(EXPLAINER)
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))


@pytest.mark.parametrize("width", [320, 375, 768])
def test_in_one_column_the_page_reads_as_it_is_written_and_evidence_waits_for_the_questions(
    visit: Visit, width: int
) -> None:
    page = visit.open(EXPLAINER)
    page.set_viewport_size({"width": width, "height": 800})
    parts = page.locator("main > article > *").evaluate_all(
        "parts => parts.map(part => [part.className || part.localName, part.getBoundingClientRect().top])"
    )
    assert [top for _, top in parts] == sorted(top for _, top in parts)
    names = [name for name, _ in parts]
    assert names.index("facts") < names.index("toc") < names.index("facts-evidence")


@pytest.mark.parametrize("width", [1100, 1400])
def test_with_a_margin_every_fact_shares_its_row_with_its_note(visit: Visit, width: int) -> None:
    page = visit.open("/trade-talks/")
    page.set_viewport_size({"width": width, "height": 800})
    facts = page.locator(".facts dl > div").evaluate_all("rows => rows.map(row => row.getBoundingClientRect().top)")
    notes = page.locator(".facts-evidence li").evaluate_all(
        "notes => notes.map(note => [Number(note.dataset.row), note.getBoundingClientRect().top])"
    )
    assert len(facts) == len(notes) > 3
    assert all(abs(facts[row - 1] - top) < 1 for row, top in notes)
    ledger, list_ = page.locator(".facts").bounding_box(), page.locator(".toc-list").bounding_box()
    assert ledger
    assert list_
    assert list_["y"] > ledger["y"] + ledger["height"] or list_["x"] + list_["width"] < ledger["x"], "below or left"


def test_with_a_margin_notes_stand_beside_the_text_that_marks_them(context: BrowserContext, states_url: str) -> None:
    visit = Visit(context.new_page(), states_url)
    page = visit.open("/placed-boxes/")
    for mark in page.locator(".prose a.noteref").all():
        text = mark.locator("xpath=ancestor::div[@class='prose']").bounding_box()
        note = page.locator(mark.get_attribute("href") or "?").bounding_box()
        assert text
        assert note
        assert note["x"] > text["x"] + text["width"]
        assert abs(note["y"] - text["y"]) < 12
    assert visit.complaints == []


ALONE = """() => [...document.querySelectorAll('[role=doc-backlink]')].filter(arrow => {
  const walker = document.createTreeWalker(arrow.closest('li'), NodeFilter.SHOW_TEXT);
  let last;
  for (let text; (text = walker.nextNode()) && !arrow.contains(text);) if (text.data.trim()) last = text;
  const range = document.createRange(), end = last.data.trimEnd().length;
  range.setStart(last, end - 1);
  range.setEnd(last, end);
  const word = range.getBoundingClientRect(), sign = arrow.getBoundingClientRect();
  return word.bottom < sign.top + 2 || word.top > sign.bottom - 2;
}).map(arrow => arrow.closest('li').textContent)"""


@pytest.mark.parametrize("address", ["/everything/", "/footnotes/", "/ten-sources/", "/sources/harbour/"])
def test_an_arrow_back_never_stands_alone_on_a_line(context: BrowserContext, states_url: str, address: str) -> None:
    visit = Visit(context.new_page(), states_url)
    page = visit.open(address)
    assert page.locator("[role=doc-backlink]").count() > 3
    for width in range(320, 1300, 35):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(ALONE) == [], f"at {width} px"


def test_paper_has_addresses_notes_and_dates_and_nothing_to_click(visit: Visit) -> None:
    page = visit.open(EXPLAINER)
    page.emulate_media(media="print")
    expect(page.locator(".record-printed").first).to_have_text(
        "https://news.example.org/delhi-file/sources/gor-meeting/"
    )
    expect(page.locator(".record-printed").first).to_be_visible()
    foot = page.locator(".colophon-print")
    expect(foot).to_be_visible()
    expect(foot).to_contain_text("https://news.example.org/delhi-file/february-visit/")
    expect(foot).to_contain_text("Published")
    expect(page.locator(".facts-evidence li").first).to_be_visible()
    for hidden in (".toc", ".masthead nav", ".colophon nav", ".skip", "main > article > .next", "[role=doc-backlink]"):
        assert not page.locator(hidden).first.is_visible(), hidden
    page.emulate_media(media="screen")
    expect(page.locator(".record-printed").first).to_be_hidden()
    expect(foot).to_be_hidden()
