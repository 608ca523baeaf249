"""The part of the schema.org vocabulary that our pages can use: which types there are, and what each can say.

``python -m tests.schema_org schema.d.ts`` writes it anew from the npm package schema-dts, for the types it names.
"""

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FIXTURE = Path(__file__).parent / "cases" / "linked_data" / "schema-org.json"
TYPES = (
    *("BackgroundNewsArticle", "AboutPage", "CollectionPage", "WebSite", "NewsMediaOrganization", "Person", "Place"),
    *("DefinedTerm", "DefinedTermSet", "CorrectionComment", "ImageObject", "SearchResultsPage"),
)
_LICENCE = (
    "schema.org, Creative Commons Attribution-ShareAlike 3.0 (https://schema.org/docs/terms.html), "
    "as schema-dts 2.1.0 has it (Apache-2.0)"
)
_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+?)(Base|Leaf) extends (.*?) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL
)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.*?), "\1">;$', re.MULTILINE)


@cache
def _vocabulary() -> dict[str, dict[str, dict[str, list[str]]]]:
    read: dict[str, dict[str, dict[str, list[str]]]] = json.loads(FIXTURE.read_text("utf-8"))["types"]
    return read


def ancestry(name: str) -> set[str]:
    """The type and everything that it is a kind of; empty for a type that is not known."""
    if name not in _vocabulary():
        return set()
    return {name}.union(*(ancestry(parent) for parent in _vocabulary()[name]["parents"]))


def ranges(types: set[str], name: str) -> set[str]:
    """What the property of something of these types can hold; empty when it has no such property."""
    known = {each for type_ in types for each in ancestry(type_)}
    return {held for type_ in known for held in _vocabulary()[type_]["properties"].get(name, ())}


def _read(text: str) -> Iterator[tuple[str, list[str], dict[str, list[str]]]]:
    for name, part, parents, body in _INTERFACE.findall(text):
        above = [each.removesuffix("Base") for each in re.findall(r"\w+Base", parents)]
        if part == "Base" or above != [name]:
            properties = {
                key: sorted(set(re.findall(r"\w+", held)) - {"IdReference"}) for key, held in _PROPERTY.findall(body)
            }
            yield name, above, properties


def _renew(text: str) -> None:
    found = {name: {"parents": above, "properties": properties} for name, above, properties in _read(text)}
    wanted, waiting = set[str](), [*TYPES]
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        waiting += found[name]["parents"]
    types = ",\n".join(f"{json.dumps(name)}: {json.dumps(found[name], sort_keys=True)}" for name in sorted(wanted))
    FIXTURE.write_text(f'{{"licence": {json.dumps(_LICENCE)}, "types": {{\n{types}\n}}}}\n', "utf-8")


if __name__ == "__main__":
    _renew(Path(sys.argv[1]).read_text("utf-8"))
