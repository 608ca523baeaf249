"""Earlier addresses lead to where the page is now."""

import re

from tests.resolve.desk import SETTINGS, explainer, file_in, pages_of, problems_of, site_of, views_of


def files(aliases: str) -> dict[str, str]:
    return {"content/explainers/tariffs.md": explainer(title="Tariffs & more", more=f"aliases: [{aliases}]\n")}


def test_an_earlier_address_leads_to_the_page_at_any_depth_and_under_any_base_path() -> None:
    pages = pages_of(files("/old/trade/, /trade.html"))
    assert 'content="0; url=../../tariffs/"' in pages["old/trade/index.html"]
    assert 'content="0; url=tariffs/"' in pages["trade.html"]
    for name in ("old/trade/index.html", "trade.html"):
        assert '<link rel="canonical" href="https://news.example/file/tariffs/">' in pages[name]
        assert '<meta name="robots" content="noindex">' in pages[name]
        assert re.search(r'<a href="[./]*tariffs/">Tariffs &amp; more</a>', pages[name])


def test_a_standing_page_may_have_moved_too() -> None:
    files = {"content/pages/about.md": "---\ntitle: About\naliases: [who-we-are]\n---\n"}
    assert "url=../about/" in file_in(files, "who-we-are/index.html")


def test_no_page_names_an_earlier_address() -> None:
    pages = pages_of(files("/old/trade/"))
    named = {name for name, page in pages.items() if "old/trade" in page}
    assert named == {"feed.xml", "index.json", "tariffs/index.json"}  # whose ids never change


def test_a_page_that_reads_from_the_right_moves_so() -> None:
    settings = SETTINGS.replace('"en"', '"ar"')
    page = pages_of(files("/old/") | {"site.toml": settings}, is_clean=False)["old/index.html"]
    assert '<html lang="ar" dir="rtl">' in page


def test_a_draft_leads_nowhere_and_claims_nothing() -> None:
    draft = explainer(more="draft: true\naliases: [/tariffs/, /old/]\n")
    both = files("/old/") | {"content/explainers/draft.md": draft}
    assert problems_of(both) == []
    assert "/old/" in views_of(both)
    assert len(problems_of(both, with_drafts=True)) == 2
    assert site_of(both).announcements.keys() == {"content/explainers/tariffs.md"}
