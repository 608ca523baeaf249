"""What machines are told about every kind of page, read as linked data and held against the schema.org vocabulary."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from nutgraf.addresses import file_of
from tests.resolve.desk import SETTINGS, explainer, file_in, files_in, pages_of, source, term
from tests.schema_org import ancestry, ranges
from tests.sites.project import SITES

SCRIPT = re.compile(r'<script type="application/ld\+json">\s*(.*?)\s*</script>', re.DOTALL)


def linked_data(page: str) -> dict[str, object]:
    found = SCRIPT.search(page)
    assert found
    read = json.loads(found[1])
    assert isinstance(read, dict)
    return read


def pages(title: str = "Pax Silica", more: str = "", *, is_clean: bool = True) -> dict[str, str]:
    files = {
        "content/explainers/e.md": explainer(f"## Why?\n\nSo {title}."),
        "content/glossary/pax-silica.md": term(title, more=more),
    }
    return pages_of(files, is_clean=is_clean)


def test_an_entry_is_a_defined_term_of_the_sites_set() -> None:
    made = pages(more="aliases: [Pax-Silica Group]\nwikidata: Q42\n")
    entry = linked_data(made["glossary/pax-silica/index.html"])
    assert entry["@type"] == "DefinedTerm"
    assert entry["name"] == "Pax Silica"
    assert entry["alternateName"] == ["Pax-Silica Group"]
    assert entry["sameAs"] == "https://www.wikidata.org/entity/Q42"
    glossary = linked_data(made["glossary/index.html"])
    assert glossary["@type"] == "DefinedTermSet"
    assert entry["inDefinedTermSet"] == {"@type": "DefinedTermSet", "@id": glossary["@id"]}


def test_a_hostile_title_cannot_end_the_script() -> None:
    made = pages(title="</script><script>alert(1)</script>", is_clean=False)
    assert linked_data(made["glossary/pax-silica/index.html"])["name"] == "</script><script>alert(1)</script>"
    assert "<script>alert" not in made["glossary/pax-silica/index.html"]


SCHEMA = "https://schema.org/"
# rdflib itself uses what it has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
BASE = "https://harbour.example/desk/"  # of the small site
WORDS = {"Text", "URL", "Date", "DateTime"}


@pytest.fixture(scope="module")
def small_pages() -> dict[str, str]:
    """Every page of the small site by its file, with its pictures and fonts."""
    made = pages_of(files_in(SITES / "small"))
    return {name: page for name, page in made.items() if name.endswith(".html") and not name.startswith("embed/")}


@pytest.fixture(scope="module")
def graphs(small_pages: dict[str, str]) -> dict[str, Graph]:
    """What each page tells, read by rdflib; the context that schema.org serves says the same of every name."""
    told = {name: SCRIPT.search(page) for name, page in small_pages.items()}
    return {name: _graph(found[1]) for name, found in told.items() if found}


def _graph(told: str) -> Graph:
    node = json.loads(told)
    assert node.pop("@context") == "https://schema.org"
    return Graph().parse(data=json.dumps({"@context": {"@vocab": SCHEMA}, **node}), format="json-ld")


def types_of(graph: Graph, subject: Node) -> set[str]:
    return {str(type_).removeprefix(SCHEMA) for type_ in graph.objects(subject, RDF.type)}


def kinds(graph: Graph) -> set[str]:
    """The types of the page’s own node, which no other node holds."""
    held = set(graph.objects())
    return {type_ for subject in graph.subjects() if subject not in held for type_ in types_of(graph, subject)}


def test_every_page_with_an_address_says_what_it_is(small_pages: dict[str, str], graphs: dict[str, Graph]) -> None:
    addressed = {name for name, page in small_pages.items() if "canonical" in page and "refresh" not in page}
    assert graphs.keys() == addressed == small_pages.keys() - {"404.html", "wall.html", "2025/sea-wall/index.html"}
    found = {name: kinds(graphs[name]) for name in sorted(graphs)}
    assert found["index.html"] == {"WebSite"}
    assert found["sea-wall/index.html"] == {"NewsArticle", "BackgroundNewsArticle"}
    assert found["glossary/index.html"] == {"DefinedTermSet"}
    assert found["glossary/example/index.html"] == {"DefinedTerm"}
    assert found["sources/letter/index.html"] == found["about/index.html"] == {"WebPage"}
    for name in ("sources", "timeline", "corrections", "topics/harbour"):
        assert found[f"{name}/index.html"] == {"CollectionPage"}, name


def test_every_type_and_property_is_in_the_vocabulary_and_holds_what_it_may(graphs: dict[str, Graph]) -> None:
    wrong = [f"{name}: {each}" for name, graph in graphs.items() for each in _misuses(graph)]
    assert wrong == []


def _misuses(graph: Graph) -> Iterator[str]:
    for subject, predicate, value in graph:
        types = types_of(graph, subject)
        if not all(map(ancestry, types)):
            yield f"unknown type in {types}"
        elif predicate != RDF.type:
            may = ranges(types, str(predicate).removeprefix(SCHEMA))
            if not may & _held(graph, value):
                yield f"{types} {predicate} {value}"


def _held(graph: Graph, value: Node) -> set[str]:
    """What the value can stand for."""
    if not isinstance(value, Literal):
        return {above for type_ in types_of(graph, value) for above in ancestry(type_)}
    if isinstance(value.value, bool):
        return {"Boolean"}
    text = str(value)
    is_date = re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?", text)
    return {"Text"} | ({"URL"} if text.startswith("https://") else set()) | ({"Date", "DateTime"} if is_date else set())


def test_a_misuse_would_be_found() -> None:
    node: dict[str, Any] = {"@type": "NewsArticle", "headline": "H", "correction": True, "colour": "red"}
    found = list(_misuses(_graph(json.dumps({"@context": "https://schema.org", **node}))))
    assert len(found) == 2


def test_every_name_of_a_node_is_that_of_a_node_or_a_page(
    small_pages: dict[str, str], graphs: dict[str, Graph]
) -> None:
    named = {str(node) for graph in graphs.values() for node in graph.all_nodes() if isinstance(node, URIRef)}
    ours = {name for name in named if name.startswith(BASE)}
    assert ours
    assert {name for name in named - ours if not name.startswith(SCHEMA)} == set()
    described = {str(subject) for graph in graphs.values() for subject in graph.subjects()}
    assert ours <= described
    assert {file_of("/" + name.removeprefix(BASE).partition("#")[0]) for name in ours} <= small_pages.keys()


def test_within_one_page_no_name_is_left_without_its_node(graphs: dict[str, Graph]) -> None:
    for name, graph in graphs.items():
        named = {node for node in graph.objects() if isinstance(node, URIRef) and not node.startswith(SCHEMA)}
        assert named <= set(graph.subjects()), name


def test_every_address_is_absolute(graphs: dict[str, Graph]) -> None:
    addresses = [
        str(value)
        for graph in graphs.values()
        for name in ("url", "sameAs", "image", "logo", "correctionsPolicy", "publishingPrinciples")
        for value in graph.objects(predicate=URIRef(SCHEMA + name))
    ]
    assert len(addresses) > len(graphs)
    assert [address for address in addresses if not address.startswith("https://")] == []


INDIA = SETTINGS + 'timezone = "Asia/Kolkata"\nauthor = "The desk"\npublisher = "The Daily"\n'
NOTICE = "corrections:\n  - {date: 2026-01-23, text: The *price* was wrong.}\n"


def article(more: str = "", body: str = "“the 50% tariff” [@story]", **files: str) -> dict[str, Any]:
    """What is told of one explainer."""
    texts = {"site.toml": INDIA, "content/explainers/e.md": explainer(body, more=more), **files}
    return linked_data(file_in(texts, "e/index.html"))


def test_an_article_has_what_search_engines_ask_for(small_pages: dict[str, str]) -> None:
    # https://developers.google.com/search/docs/appearance/structured-data/article
    told = linked_data(small_pages["sea-wall/index.html"])
    assert told["headline"] == "What the <new> sea wall is for & what it costs"
    [image] = told["image"] if isinstance(told["image"], list) else []
    assert re.fullmatch(rf"{BASE}sea-wall/share\.png\?v=[0-9a-f]{{10}}", image)
    authors = told["author"]
    assert authors == [{"@type": "Person", "name": name} for name in ("A. Placeholder", "B. Standin")]
    for name in ("datePublished", "dateModified"):
        assert datetime.fromisoformat(str(told[name])).utcoffset() is not None


def test_days_begin_in_the_time_zone_of_the_site() -> None:
    told = article("updated: 2026-01-24\n")
    assert (told["datePublished"], told["dateModified"]) == ("2026-01-22T00:00:00+05:30", "2026-01-24T00:00:00+05:30")


def test_no_day_of_change_is_told_that_the_desk_has_not_set() -> None:
    assert "dateModified" not in article()
    assert "dateModified" not in article(NOTICE)


def test_a_correction_is_told_in_its_own_words() -> None:
    when = "2026-01-23T00:00:00+05:30"
    expected = {"@type": "CorrectionComment", "text": "The price was wrong.", "datePublished": when}
    assert article(NOTICE)["correction"] == [expected]


def test_an_author_is_a_person_and_the_desk_is_not() -> None:
    page = {"content/pages/a-writer.md": "---\ntitle: A. Writer\n---\n"}
    desk, person = article()["author"], article("author: [A. Writer]\n", **page)["author"]
    assert desk == [{"@type": "Organization", "name": "The desk"}]
    assert person == [{"@type": "Person", "name": "A. Writer", "url": "https://news.example/file/a-writer/"}]


def test_an_article_without_an_author_is_its_publishers() -> None:
    told = article(**{"site.toml": SETTINGS})
    assert told["author"] == told["publisher"]
    assert told["publisher"]["name"] == "The File"


def test_an_article_names_the_sources_it_rests_on_and_those_it_recommends() -> None:
    other = {
        "seeds/story.txt": "Ports reopen\n\nThe 50% tariff on Indian exports remains in place, officials said today.\n",
        "seeds/other.txt": "Talks in Delhi\n\nThe talks were long and hard, officials said on Monday night.\n",
        "content/sources/other.md": source("other.txt", "url: https://paper.example/talks\npublisher: The Paper\n"),
    }
    told = article("sources: [other, story, nobody]\n", "“the 50% tariff” [@story], [@story p1].", **other)
    story, recommended = told["citation"]
    assert told["isBasedOn"] == [{"@id": story["@id"]}] == [{"@id": "https://news.example/file/sources/story/#source"}]
    assert story["url"] == "https://news.example/file/sources/story/"
    assert (recommended["url"], recommended["publisher"]["name"]) == ("https://paper.example/talks", "The Paper")


def test_what_the_key_facts_name_it_is_about_and_the_rest_it_mentions() -> None:
    told = article(
        "key_facts:\n  - {label: Signed by, value: Ann Chai}\n",
        "Talks in Delhi about the levy.",
        **{
            "content/glossary/ann-chai.md": term("Ann Chai", "person", "wikidata: Q1\n"),
            "content/glossary/delhi.md": term("Delhi", "place"),
            "content/glossary/levy.md": term("levy"),
        },
    )
    assert told["about"] == [{"@type": "Person", "name": "Ann Chai", "sameAs": "https://www.wikidata.org/entity/Q1"}]
    assert [(each["@type"], each["name"]) for each in told["mentions"]] == [("Place", "Delhi"), ("DefinedTerm", "levy")]


def test_the_home_page_says_who_publishes_the_site_and_how_it_puts_things_right() -> None:
    files = {"site.toml": INDIA, "content/pages/how-we-work.md": "---\ntitle: How we work\n---\n"}
    told = linked_data(file_in(files, "index.html"))
    publisher = told["publisher"]
    assert isinstance(publisher, dict)
    assert (told["name"], publisher["name"]) == ("The File", "The Daily")
    assert publisher["correctionsPolicy"] == "https://news.example/file/corrections/"
    assert publisher["publishingPrinciples"] == "https://news.example/file/how-we-work/"


def test_a_headline_is_told_as_it_is_and_cannot_end_the_script() -> None:
    hostile = "</script><!-- & \u2028"
    page = file_in({"content/explainers/e.md": explainer(title=json.dumps(hostile))}, "e/index.html")
    assert linked_data(page)["headline"] == hostile.strip()
    assert page.count("</script>") == page.count("<script")
