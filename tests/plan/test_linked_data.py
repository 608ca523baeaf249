"""What machines are told about glossary entries."""

import json
import re

from tests.resolve.desk import explainer, pages_of, term

SCRIPT = re.compile(r'<script type="application/ld\+json">\s*(.*?)\s*</script>', re.DOTALL)


def linked_data(page: str) -> dict[str, object]:
    found = SCRIPT.search(page)
    assert found
    read = json.loads(found[1])
    assert isinstance(read, dict)
    return read


def pages(title: str = "Pax Silica", more: str = "") -> dict[str, str]:
    return pages_of(
        {
            "content/explainers/e.md": explainer(f"## Why?\n\nSo {title}."),
            "content/glossary/pax-silica.md": term(title, more=more),
        }
    )


def test_an_entry_is_a_defined_term_of_the_sites_set() -> None:
    made = pages(more="aliases: [Pax-Silica Group]\nwikidata: Q42\n")
    entry = linked_data(made["glossary/pax-silica/index.html"])
    assert entry["@type"] == "DefinedTerm"
    assert entry["name"] == "Pax Silica"
    assert entry["alternateName"] == ["Pax-Silica Group"]
    assert entry["sameAs"] == "https://www.wikidata.org/entity/Q42"
    glossary = linked_data(made["glossary/index.html"])
    assert glossary["@type"] == "DefinedTermSet"
    assert entry["inDefinedTermSet"] == {"@id": glossary["@id"]}


def test_a_hostile_title_cannot_end_the_script() -> None:
    made = pages(title="</script><script>alert(1)</script>")
    assert linked_data(made["glossary/pax-silica/index.html"])["name"] == "</script><script>alert(1)</script>"
    assert "<script>alert" not in made["glossary/pax-silica/index.html"]
