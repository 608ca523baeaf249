"""build --explain and --force: what is said of pages that are made again."""

from nutgraf.explain import explained
from tests.memory.desk import Desk, rendered


def said(desk: Desk) -> list[str]:
    return explained(desk.build().rendered).split("\n")


def test_nothing_is_said_of_a_site_that_has_not_changed(desk: Desk) -> None:
    desk.build()
    assert said(desk) == ["Nothing was made again."]


def test_new_pages_have_no_other_reason(desk: Desk) -> None:
    assert "ferry/index.html: not there as it was made" in said(desk)


def test_a_body_names_its_file(desk: Desk) -> None:
    desk.build()
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is not fast.")
    assert said(desk) == ["ferry/index.html: content/explainers/ferry.md"]


def test_a_template_is_named(desk: Desk) -> None:
    desk.build()
    desk.write("templates/pages/404.html", '{% extends "base.html" %}\n{% block main %}!{% endblock %}\n')
    assert said(desk) == ["404.html: template pages/404.html"]


def test_a_definition_is_named_on_every_page_that_shows_it(desk: Desk) -> None:
    desk.build()
    desk.edit("content/glossary/wall.md", "A wall between", "Stones between")
    lines = dict(line.split(": ", 1) for line in said(desk))
    assert lines["light/index.html"] == "term wall"
    assert lines["wall/index.html"] == "term wall"


def test_a_page_that_was_removed_is_not_there_as_it_was_made(desk: Desk) -> None:
    desk.build()
    (desk.output / "ferry/index.html").unlink()
    assert said(desk) == ["ferry/index.html: not there as it was made"]


def test_force_makes_everything_anew_and_writes_nothing_that_is_the_same(desk: Desk) -> None:
    every = rendered(desk.build())
    done = desk.build(forgets=True)
    assert rendered(done) == every
    assert (len(done.parsed), done.written) == (9, 0)
