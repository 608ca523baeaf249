"""docs/security.md: each of its sentences names a test, and the test is there."""

import ast
import re
from functools import cache

import pytest

from tests.docs_pages import blocks
from tests.hostile.vectors import ALL
from tests.sites.project import PROJECT

PAGE = PROJECT / "docs" / "security.md"
ROWS = [
    (block.heading, *cells)
    for block in blocks(PAGE)
    for cells in block.cells
    if block.heading != "Who is trusted with what"
]
NAMED = sorted({name for *_, tests in ROWS for name in re.findall(r"[\w/]+\.py::\w+", tests)})


@cache
def functions_of(path: str) -> frozenset[str]:
    tree = ast.parse((PROJECT / "tests" / path).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("heading", "sentence", "tests"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_a_sentence_names_the_test_that_shows_it(heading: str, sentence: str, tests: str) -> None:
    assert sentence.endswith("."), heading
    assert re.fullmatch(r"[\w/]+\.py::test_\w+(, [\w/]+\.py::test_\w+)*", tests)


@pytest.mark.parametrize("name", NAMED)
def test_a_test_that_is_named_is_there(name: str) -> None:
    path, _, test = name.partition("::")
    assert test in functions_of(path)


def test_nothing_is_promised_outside_of_the_tables() -> None:
    prose = [line for line in PAGE.read_text("utf-8").splitlines() if line and not line.startswith(("#", "|"))]
    assert len(prose) == 3  # for whom the page is, and how to renew


def test_the_page_counts_the_attacks_right() -> None:
    (count,) = re.findall(r"(\d+) attacks", PAGE.read_text("utf-8"))
    assert int(count) <= len(ALL) < int(count) + 25, "say how many there are"
