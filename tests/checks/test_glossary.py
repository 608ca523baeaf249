"""Names, links to them, and entries that nobody needs."""

from tests.resolve.desk import explainer, problems_of, site_of, term
from tests.stages import checked


def messages(files: dict[str, str]) -> list[str]:
    return [f"{found.place.path}:{found.place.line}: {found.message}" for found in problems_of(files)]


def unused(files: dict[str, str]) -> list[str]:
    return [found.message for found in checked(site_of(files)) if found.rule == "unused-term"]


def test_names_that_differ_in_hyphens_and_spaces_only_are_one_name() -> None:
    files = {
        "content/glossary/a.md": term("Pax Silica", "initiative"),
        "content/glossary/b.md": term("Silica", more="aliases: [Pax-Silica]\n"),
    }
    both = "content/glossary/b.md and content/glossary/a.md"
    assert messages(files) == [f"content/glossary/b.md:5: “Pax-Silica” is a name of two entries: {both}"]


def test_one_entry_may_have_a_name_twice() -> None:
    assert messages({"content/glossary/a.md": term("Pax Silica", more="aliases: [Pax-Silica, pax silica]\n")}) == []


def test_an_entry_that_links_to_itself_is_told_so() -> None:
    assert messages({"content/glossary/tariff.md": term("Tariff", body="A [[tariff]].")}) == [
        "content/glossary/tariff.md:6: “Tariff” links to itself"
    ]


def test_an_entry_is_used_when_a_text_or_an_entry_or_a_source_names_it() -> None:
    tariff = {"content/glossary/levy.md": term("Levy")}
    assert unused(tariff) == ["“Levy” is mentioned nowhere"]
    assert unused(tariff | {"content/explainers/a.md": explainer("A levy.")}) == []
    assert unused({"content/glossary/deal.md": term("Trade deal")}) == []  # the seed has it


def test_an_entry_that_is_not_linked_by_itself_is_used_when_a_link_leads_to_it() -> None:
    chip = {"content/glossary/chip.md": term("Chip", more="autolink: false\n")}
    assert unused(chip | {"content/explainers/a.md": explainer("A chip.")}) == ["“Chip” is mentioned nowhere"]
    assert unused(chip | {"content/explainers/a.md": explainer("A [[chip]].")}) == []
    more = "corrections: [{date: 2026-01-23, text: 'A [[chip]].'}]\n"
    assert unused(chip | {"content/explainers/a.md": explainer(more=more)}) == []
