"""Cards in a real browser: what mouse, keyboard and touch do with a note or a word (WCAG 1.4.13)."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, Route, ViewportSize, expect

from tests.browser.visit import Visit

EXPLAINER = "/february-visit/"
NOON = dt.datetime(2026, 11, 23, 12)
WORD = ".prose a.term"
NOTE = ".prose a.noteref"
TABLET: ViewportSize = {"width": 900, "height": 800}
TOLD = """note => {
  const copy = note.cloneNode(true);
  copy.querySelectorAll('[role=doc-backlink]').forEach(link => link.remove());
  return copy.textContent;
}"""
IDS_TWICE = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
  return ids.filter((id, place) => ids.indexOf(id) != place);
}"""
LENGTHEN = """times => document.querySelectorAll('.words dd').forEach(one => {
  one.textContent = one.textContent.repeat(times);
})"""


def start(page: Page, url: str, address: str = EXPLAINER) -> Visit:
    """A tab whose clock only the test moves, so that waits are exact."""
    visit = Visit(page, url)
    page.clock.install(time=NOON)
    visit.open(address)
    page.clock.pause_at(NOON + dt.timedelta(hours=1))
    return visit


@pytest.fixture
def desk(context: BrowserContext, url: str) -> Iterator[Page]:
    """The explainer on a computer, notes in the margin."""
    visit = start(context.new_page(), url)
    yield visit.page
    assert visit.complaints == []


@pytest.fixture
def phone(browser: Browser, url: str) -> Iterator[Page]:
    """The explainer on the smallest phone."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640})
    context.set_default_timeout(10_000)
    visit = start(context.new_page(), url)
    yield visit.page
    assert visit.complaints == []
    context.close()


def card_of(page: Page) -> Locator:
    return page.locator(".card")


def pass_time(page: Page, milliseconds: int) -> None:
    page.clock.run_for(milliseconds)


def open_with_keyboard(page: Page, link: Locator) -> Locator:
    link.focus()
    pass_time(page, 300)
    return card_of(page)


def is_whole(page: Page) -> bool:
    """Whether the card is inside the window."""
    inside: bool = page.evaluate(
        """() => {
             const {top, left, bottom, right, width} = document.querySelector('.card').getBoundingClientRect();
             return width > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
           }"""
    )
    return inside


def letters(text: str) -> str:
    return "".join(text.split())


def box_of(part: Locator) -> FloatRect:
    box = part.bounding_box()
    assert box, "it is not drawn"
    return box


def test_a_resting_mouse_opens_a_card_that_it_may_enter_and_that_closes_when_it_leaves(desk: Page) -> None:
    card = card_of(desk)
    desk.locator(WORD).first.hover()
    pass_time(desk, 299)
    assert card.is_hidden()
    pass_time(desk, 1)
    assert card.is_visible()
    card.hover()
    pass_time(desk, 5_000)
    assert card.is_visible(), "hoverable and persistent"
    desk.mouse.move(1, 1)
    pass_time(desk, 249)
    assert card.is_visible(), "a moment of grace"
    pass_time(desk, 1)
    assert card.is_hidden()


def test_a_mouse_that_passes_opens_nothing(desk: Page) -> None:
    desk.locator(WORD).first.hover()
    pass_time(desk, 200)
    desk.mouse.move(1, 1)
    pass_time(desk, 5_000)
    assert card_of(desk).is_hidden()


def test_a_mouse_goes_from_word_to_word(desk: Page) -> None:
    card, links = card_of(desk), desk.locator(WORD)
    for number in (0, 1):
        links.nth(number).hover()
        pass_time(desk, 300)
        assert card.get_attribute("aria-label") == links.nth(number).inner_text()
    assert desk.locator("[style*=anchor]").count() == 1


def test_escape_closes_what_the_mouse_opened_and_leaves_the_focus_alone(desk: Page) -> None:
    desk.locator(WORD).first.hover()
    pass_time(desk, 300)
    desk.keyboard.press("Escape")
    assert card_of(desk).is_hidden()
    assert desk.evaluate("document.activeElement == document.body")


def test_the_keyboard_opens_a_card_and_escape_closes_it(desk: Page) -> None:
    link, card = desk.locator(WORD).first, card_of(desk)
    link.focus()
    pass_time(desk, 299)
    assert card.is_hidden()
    pass_time(desk, 1)
    assert card.is_visible()
    expect(link).to_be_focused()
    desk.keyboard.press("Escape")
    assert card.is_hidden()
    expect(link).to_be_focused()
    pass_time(desk, 5_000)
    assert card.is_hidden(), "dismissed"


def test_tab_goes_on_to_the_next_link_and_its_card(desk: Page) -> None:
    links, card = desk.locator(WORD), card_of(desk)
    open_with_keyboard(desk, links.first)
    desk.keyboard.press("Tab")
    expect(links.nth(1)).to_be_focused()
    pass_time(desk, 300)
    assert card.get_attribute("aria-label") == links.nth(1).inner_text()
    desk.locator(".skip").focus()
    assert card.is_hidden()


def test_what_the_keyboard_opened_the_pointer_does_not_close(desk: Page) -> None:
    link = desk.locator(WORD).first
    card = open_with_keyboard(desk, link)
    for place in (card, link):
        place.hover()
        desk.mouse.move(1, 1)
        pass_time(desk, 5_000)
        assert card.is_visible()


def test_a_card_in_which_the_reader_clicked_stays_until_escape_returns_to_the_link(desk: Page) -> None:
    link, card = desk.locator(WORD).first, card_of(desk)
    link.hover()
    pass_time(desk, 300)
    card.locator("dfn").click()
    desk.mouse.move(1, 1)
    pass_time(desk, 5_000)
    assert card.is_visible()
    desk.keyboard.press("Escape")
    assert card.is_hidden()
    expect(link).to_be_focused()


def test_a_click_follows_the_link(desk: Page) -> None:
    link = desk.locator(WORD).first
    link.hover()
    pass_time(desk, 300)
    link.click()
    assert card_of(desk).is_hidden()
    assert desk.url.endswith(link.get_attribute("href") or "?")
    expect(desk.locator(":target dfn")).to_be_in_viewport()


def test_a_note_in_view_in_the_margin_is_outlined_instead(desk: Page) -> None:
    link = desk.locator(NOTE).first
    note = desk.locator(link.get_attribute("href") or "?")
    link.scroll_into_view_if_needed()
    link.hover()
    pass_time(desk, 300)
    expect(note).to_have_class("is-shown")
    assert note.evaluate("note => getComputedStyle(note).outlineStyle") == "solid"
    assert card_of(desk).is_hidden()
    desk.mouse.move(1, 1)
    pass_time(desk, 250)
    expect(note).not_to_have_class("is-shown")


def test_a_note_out_of_view_opens_in_a_card(desk: Page) -> None:
    link = desk.locator(NOTE).first
    desk.set_viewport_size({"width": 1280, "height": 80})
    link.scroll_into_view_if_needed()
    assert open_with_keyboard(desk, link).is_visible()


@pytest.mark.parametrize("address", [EXPLAINER, "/pax-silica/"])
def test_a_card_says_what_the_page_says_and_no_id_is_there_twice(
    context: BrowserContext, url: str, address: str
) -> None:
    visit = start(context.new_page(), url, address)
    page = visit.page
    page.set_viewport_size(TABLET)
    links = {link.get_attribute("href") or "?": link for link in page.locator("a[data-card]").all()}
    assert len(links) > 10
    for target, link in links.items():
        card = open_with_keyboard(page, link)
        assert card.get_attribute("aria-label") == (link.get_attribute("aria-label") or link.text_content())
        assert letters(card.locator("> :last-child").inner_text()) == letters(page.locator(target).evaluate(TOLD))
        assert card.locator("[id], [data-card], [role=doc-backlink]").count() == 0
        assert page.evaluate(IDS_TWICE) == []
    assert visit.complaints == []


def test_a_card_names_the_source_that_the_list_of_notes_does_not_repeat(desk: Page) -> None:
    desk.set_viewport_size(TABLET)
    card = open_with_keyboard(desk, desk.locator("a[href='#c2']"))
    assert desk.locator("#c2 .is-same").count() == 1
    assert box_of(card.locator(".notes-from"))["width"] > 100


def test_a_footnote_in_a_card_begins_with_its_mark(context: BrowserContext, states_url: str) -> None:
    visit = start(context.new_page(), states_url, "/footnotes/")
    visit.page.set_viewport_size(TABLET)
    card = open_with_keyboard(visit.page, visit.page.locator("#fr2"))
    assert card.locator("> :last-child").inner_text().startswith("† Placeholder footnote, the second.")
    sign, words = box_of(card.locator(".notes-sign")), box_of(card.locator("> :last-child"))
    assert sign["x"] >= words["x"], "in the line, not beside the card"
    assert visit.complaints == []


def test_a_link_to_a_word_in_a_card_is_a_plain_link(desk: Page) -> None:
    inner = '<a class="term" href="#t-ambassador" data-card="t-ambassador">ambassador</a>'
    target = desk.locator(WORD).first.get_attribute("data-card")
    desk.evaluate("([id, html]) => document.getElementById(id).lastChild.innerHTML += html", [target, inner])
    desk.locator(WORD).first.hover()
    pass_time(desk, 300)
    card = card_of(desk)
    label = card.get_attribute("aria-label")
    card.get_by_role("link", name="ambassador").hover()
    pass_time(desk, 5_000)
    assert card.get_attribute("aria-label") == label
    card.get_by_role("link", name="ambassador").click()
    expect(desk.locator("#t-ambassador")).to_be_in_viewport()
    expect(card).to_be_hidden()


@pytest.mark.parametrize("size", [(1280, 800), (1280, 300), (640, 800), (320, 400)], ids=str)
@pytest.mark.parametrize("length", [1, 12], ids=["as written", "very long"])
def test_a_card_never_leaves_the_window(desk: Page, size: tuple[int, int], length: int) -> None:
    desk.set_viewport_size({"width": size[0], "height": size[1]})
    desk.evaluate(LENGTHEN, length)
    for number in range(0, desk.locator(WORD).count(), 3):
        link = desk.locator(WORD).nth(number)
        for block in ("start", "center", "end"):
            link.evaluate("(link, block) => link.scrollIntoView({block})", block)
            link.evaluate("link => link.focus({preventScroll: true})")
            pass_time(desk, 300)
            assert is_whole(desk), f"{link.inner_text()} at the {block}"
            desk.keyboard.press("Escape")
            desk.evaluate("document.activeElement.blur()")


def test_a_tap_opens_a_sheet_and_its_button_leads_back(phone: Page) -> None:
    link, card = phone.locator(NOTE).first, card_of(phone)
    link.tap()
    assert card.is_visible()
    expect(card).to_be_focused()
    assert phone.url.endswith(EXPLAINER)
    box = box_of(card)
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 320, 640)
    button = card.get_by_role("button", name="Close")
    size = box_of(button)
    assert size["width"] >= 44
    assert size["height"] >= 44
    button.tap()
    assert card.is_hidden()
    expect(link).to_be_focused()


def test_escape_closes_the_sheet_and_returns_to_the_link(phone: Page) -> None:
    link = phone.locator(WORD).first
    link.tap()
    phone.keyboard.press("Escape")
    assert card_of(phone).is_hidden()
    expect(link).to_be_focused()


def test_a_tap_beside_the_sheet_closes_it_and_one_in_it_does_not(phone: Page) -> None:
    phone.locator(WORD).first.tap()
    card = card_of(phone)
    card.locator("dfn").tap()
    assert card.is_visible()
    phone.touchscreen.tap(160, 20)
    assert card.is_hidden()


def test_a_second_tap_follows_the_link(phone: Page) -> None:
    link = phone.locator(WORD).first
    link.tap()
    link.tap()
    assert card_of(phone).is_hidden()
    expect(phone.locator(link.get_attribute("href") or "?")).to_be_in_viewport()


def test_a_tap_on_another_word_shows_that_one(phone: Page) -> None:
    links = phone.locator(WORD)
    for number in (0, 1):
        links.nth(number).tap()
        assert card_of(phone).get_attribute("aria-label") == links.nth(number).inner_text()


@pytest.mark.parametrize("key", ["Control", "Meta", "Shift"])
def test_a_click_with_a_key_held_is_the_browsers(phone: Page, key: Literal["Control", "Meta", "Shift"]) -> None:
    phone.evaluate(
        "addEventListener('click', event => { document.title = event.defaultPrevented; event.preventDefault(); })"
    )
    phone.locator(WORD).first.tap(modifiers=[key])
    assert phone.title() == "false"
    assert card_of(phone).is_hidden()


def test_a_click_with_a_key_held_opens_a_tab(desk: Page) -> None:
    with desk.context.expect_page() as opened:
        desk.locator(WORD).first.click(modifiers=["Control"])
    assert "#t-" in opened.value.url
    assert desk.url.endswith(EXPLAINER)
    assert card_of(desk).is_hidden()


def test_without_script_every_link_with_a_card_leads_to_words_in_sight(scriptless: Page) -> None:
    scriptless.goto(EXPLAINER.lstrip("/"))
    for target in {link.get_attribute("href") for link in scriptless.locator("a[data-card]").all()}:
        expect(scriptless.locator(target or "?")).to_be_visible()
        expect(scriptless.locator(target or "?")).not_to_be_empty()


def test_a_card_keeps_still_and_has_an_edge_for_readers_who_ask_for_it(browser: Browser, url: str) -> None:
    context = browser.new_context(reduced_motion="reduce", forced_colors="active", viewport=TABLET)
    visit = start(context.new_page(), url)
    card = open_with_keyboard(visit.page, visit.page.locator(WORD).first)
    assert visit.page.evaluate("document.getAnimations().length") == 0
    edge = card.evaluate("card => { const s = getComputedStyle(card); return [s.borderTopColor, s.backgroundColor] }")
    assert card.evaluate("card => parseFloat(getComputedStyle(card).borderTopWidth)") >= 1
    assert edge[0] != edge[1]
    assert visit.complaints == []
    context.close()


def test_a_card_is_not_printed(desk: Page) -> None:
    card = open_with_keyboard(desk, desk.locator(WORD).first)
    desk.emulate_media(media="print")
    assert card.is_hidden()


def folded(route: Route) -> None:
    """The page with a folded box and a button that copies from it."""
    page = route.fetch().text()
    box = '<details><summary>More</summary><p id="deep">Deep</p><textarea id="code" readonly>CODE</textarea></details>'
    button = '<button data-copy="code" data-done="Copied" hidden>Copy</button> <span role="status"></span>'
    route.fulfill(body=page.replace("<article", f"{box}{button}<article"), content_type="text/html; charset=utf-8")


@pytest.fixture
def boxed(visit: Visit) -> Visit:
    visit.page.route("**/february-visit/", folded)
    return visit


def test_a_folded_box_opens_for_a_fragment_in_it_and_for_print(boxed: Visit) -> None:
    page = boxed.open(EXPLAINER + "#deep")
    box = page.locator("main details").first
    assert box.get_attribute("open") == ""
    box.evaluate("box => { box.open = false; dispatchEvent(new Event('hashchange')) }")
    assert box.get_attribute("open") == ""
    box.evaluate("box => { box.open = false; addEventListener('beforeprint', () => box.title = box.open) }")
    page.pdf()
    assert box.get_attribute("title") == "true"
    assert box.get_attribute("open") is None


def test_a_button_copies_and_says_so(boxed: Visit) -> None:
    boxed.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = boxed.open(EXPLAINER)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status").first).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "CODE"


def test_a_broken_fragment_breaks_nothing(visit: Visit) -> None:
    visit.page.clock.install(time=dt.datetime(2040, 1, 1))
    page = visit.open(EXPLAINER + "#%E0%A4%A")
    expect(page.locator(".review b")).to_be_visible()
