"""A page that becomes another without being loaded, whatever the two are and whatever has been made of the first."""

import random
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from nutgraf.preview import snippet

SCRIPT = f"{(Path(snippet.__file__).with_name('browser') / 'page.js').read_text('utf-8')}; null"  # gives nothing back
NAMES = ("p", "div", "section", "li", "details")
CHANGES = 150
OWN = "<nutgraf-preview></nutgraf-preview>"
BECOME = "html => [NutgrafPage(html), document.documentElement.outerHTML]"  # whether it can, and what is there then
PARSED = "html => new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML"


def some_html(chance: random.Random, depth: int = 0) -> str:
    """Some elements, texts and attributes, with ids that are never twice the same."""
    parts: list[str] = []
    for _ in range(chance.randrange(6 - depth)):
        match chance.randrange(4):
            case 0:
                parts.append(chance.choice(["words ", "\n", "other words ", "<!-- note -->"]))
            case 1 if depth < 4:
                parts.append(f"<div>{some_html(chance, depth + 1)}</div>")
            case _ if depth < 4:
                name = chance.choice(NAMES)
                attribute = chance.choice(["", ' class="a"', ' class="b"', " open", ' title="a &amp; b"'])
                parts.append(f"<{name}{attribute}>{some_html(chance, depth + 1) if name != 'p' else 'x'}</{name}>")
    return "".join(parts)


def document(body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>t</title></head><body>{body}{OWN}</body></html>"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_content(document("<p>First</p>"))
    page.evaluate(SCRIPT)
    return page


def become(page: Page, body: str) -> str:
    possible, html = page.evaluate(BECOME, document(body))
    assert possible
    return str(html)


def test_any_page_becomes_any_other(page: Page) -> None:
    chance = random.Random(8)
    for _ in range(CHANGES):
        body = some_html(chance)
        assert become(page, body) == page.evaluate(PARSED, document(body))


def kept(page: Page, query: str) -> bool:
    """Whether the element that was marked is the one that the query finds."""
    return bool(page.evaluate(f"window.marked === document.querySelector('{query}')"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a</p><p class=x>b</p><p>c</p>", "<p>new</p><p>a</p><p class=x>b</p><p>c</p>"),
        ("<p>a</p><p class=x>b</p><p>c</p>", "<p class=x>b</p><p>c</p>"),
        ("<p>a</p><p class=x>b</p><p>c</p>", "<p>a</p><p class=x>other</p><p>c</p>"),
        ("<p>a</p><p class=x>b</p><p>c</p>", "<p>1</p><p>2</p><p>3</p><p class=x>b</p><p>4</p>"),
        ("<div id=a></div><div id=b class=x>b</div>", "<div id=n></div><div id=a>a</div><div id=b class=x>c</div>"),
        ("<p>a</p><ul class=x><li>1</ul><p>b</p>", "<p>1</p><p>2</p><ul class=x><li>1</ul><p>3</p>"),
    ],
)
def test_what_stays_is_the_same_element(before: str, after: str, page: Page) -> None:
    become(page, before)
    page.evaluate("window.marked = document.querySelector('.x')")
    become(page, after)
    assert kept(page, ".x")


def test_what_scripts_and_readers_did_stays_where_the_page_does_not_change(page: Page) -> None:
    become(page, "<main><details><summary>s</summary></details><p hidden>a</p></main>")
    page.evaluate(
        """(() => {
          const main = document.querySelector('main');
          main.append(document.createElement('div'));
          main.querySelector('details').open = true;
          main.querySelector('p').hidden = false;
        })()"""
    )
    html = become(page, "<main><details><summary>t</summary></details><p hidden>a</p><div>new</div></main>")
    assert '<details open=""><summary>t</summary></details><p>a</p><div>new</div><div></div></main>' in html


@pytest.mark.parametrize(
    "body",
    [
        "<script src=other.js></script>",
        "<noscript>words</noscript>",
        "<template><p>words</p></template>",
        "<button data-copy=a></button>",
        "<p data-review-by=2025-01-01></p>",
    ],
)
def test_what_has_its_effect_when_it_is_loaded_is_not_put_in_place(body: str, page: Page) -> None:
    possible, html = page.evaluate(BECOME, document(body))
    assert not possible
    assert "First" in html, "nothing was changed"


def test_an_element_that_a_script_has_set_up_is_not_made_anew(page: Page) -> None:
    page.set_content(document("<div><button data-copy=a></button></div>"))
    page.evaluate(SCRIPT)
    possible, _ = page.evaluate(BECOME, document("<section><button data-copy=a></button></section>"))
    assert not possible
