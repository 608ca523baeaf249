"""docs/views.md: every field that a template may show, written from the views."""

import ast
from importlib import import_module
from typing import Any

import pytest
from msgspec import Struct

from tests.docs_pages import blocks
from tools.view_reference import MODULES, PAGE, VIEWS, reference, shown_in

RENEW = "python -m tools.view_reference"
ROWS = [(block.heading, *cells) for block in blocks(PAGE) for cells in block.cells]


def views() -> dict[str, Any]:
    """Every struct that the views declare, by its name."""
    found: dict[str, Any] = {}
    for path in VIEWS.glob("[!_]*.py"):
        module = import_module(f"nutgraf.views.{path.stem}")
        for name, value in vars(module).items():
            if isinstance(value, type) and issubclass(value, Struct) and value.__module__ == module.__name__:
                assert name not in found, f"two views are called {name}, and would share an anchor"
                found[name] = value
    return found


def test_the_page_is_what_the_views_say() -> None:
    assert PAGE.read_text("utf-8") == reference(), RENEW


def test_every_view_and_every_field_is_there_in_its_order() -> None:
    for name, view in views().items():
        told = [row[1] for row in ROWS if row[0] == name]
        fields = [field for field in told if field in view.__struct_fields__]
        assert fields == list(view.__struct_fields__), RENEW
        assert {*told} - {*fields} <= {"kind", "{% if … %}"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}.{row[1]}")
def test_every_field_says_what_it_is(row: tuple[str, ...]) -> None:
    assert all(cell.strip() for cell in row), "write it behind the field in nutgraf/views/"


def test_a_field_is_shown_with_its_type_and_the_comment_behind_or_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    source = '''
Status = Literal["open", "closed"]


class Tide(Struct, frozen=True):
    """pages/tide.html: the <sea> of a | day."""

    kind: ClassVar[str] = "tide"
    height: int | None  # in *metres*; None: nobody looked
    # What the harbour says,
    # word for word.
    words: tuple[Markup, ...]
    pairs: tuple[tuple[str, bool], ...]  # of names
'''
    monkeypatch.setattr("tools.view_reference.Path.read_text", lambda *_: source)
    status, tide = shown_in("tide", ast.parse(source))
    assert status.about == "`open` or `closed`."
    assert tide.about == r"`pages/tide.html`: the \<sea> of a \| day."
    assert tide.rows == (
        ("kind", "always `tide`", "tells it from other parts"),
        ("height", "number or none", r"in \*metres\*; None: nobody looked"),
        ("words", "list of HTML", "What the harbour says, word for word."),
        ("pairs", "list of pair (text, yes or no)", "of names"),
    )


def test_a_module_of_views_that_the_page_leaves_out_would_be_found() -> None:
    assert sorted(MODULES) == sorted(path.stem for path in VIEWS.glob("[!_]*.py"))
