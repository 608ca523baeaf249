"""The table on disk: what is read is what was written, and an edit writes only what it has changed."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from nutgraf.memory.table import Table
from nutgraf.memory.table_file import TableFile

ENGINE = b"e" * 16
NAMES = [f"explainers/{number}/index.html" for number in range(1000)]


@pytest.fixture
def table() -> Table:
    """A table with what a thousand pages have left."""
    look = ("site", "bound", "a.md")
    return Table(
        ENGINE,
        1,
        entries={"pages": {name: ((look,), name, 8) for name in NAMES}, "seeds": {"report": ((), "report", 0)}},
        looks={look: b"seen", ("site", "terms", None): b"seen too"},
        stores=("1",),
        files={"site.toml": ((1, 2, 3, 4), "abc")},
        outputs=dict.fromkeys(NAMES, (b"print", b"sum", (1, 2, 3, 4))),
        clock=5,
        written_clock=6,
    )


def edited(table: Table) -> Table:
    """Another table, as a build after an edit makes it: what stays is the same object."""
    pages = dict(table.entries["pages"])
    pages["explainers/7/index.html"] = ((), "other", 9)
    del pages["explainers/8/index.html"]
    pages["explainers/new/index.html"] = ((), "new", 9)
    outputs = dict(table.outputs)
    outputs["explainers/7/index.html"] = (b"other print", b"other sum", (1, 3, 3, 4))
    del outputs["explainers/9/index.html"]
    looks = {look: seen for look, seen in table.looks.items() if look[1] == "bound"}
    others = {"generation": 2, "stores": ("1", "2"), "files": {}, "clock": 7, "written_clock": 8}
    return replace(table, entries={"pages": pages, "captures": {}}, looks=looks, outputs=outputs, **others)


def read(folder: Path) -> Table:
    return TableFile(folder).load(ENGINE)


def test_what_is_read_is_what_was_written(tmp_path: Path, table: Table) -> None:
    TableFile(tmp_path).save(table)
    assert read(tmp_path) == table


def test_after_an_edit_only_what_has_changed_is_written(tmp_path: Path, table: Table) -> None:
    TableFile(tmp_path).save(table)
    whole = (tmp_path / "1.table").stat()
    for _ in range(3):
        file = TableFile(tmp_path)
        table = edited(file.load(ENGINE)) if table.generation == 1 else file.load(ENGINE)
        file.save(table)
        assert read(tmp_path) == table
    assert table.entries["pages"]["explainers/7/index.html"] == ((), "other", 9)
    assert (tmp_path / "1.table").stat() == whole
    assert (tmp_path / "table").stat().st_size * 20 < whole.st_size


def test_when_much_has_changed_all_is_written_and_what_was_there_goes(tmp_path: Path, table: Table) -> None:
    TableFile(tmp_path).save(table)
    file = TableFile(tmp_path)
    table = replace(file.load(ENGINE), generation=2, outputs=dict.fromkeys(NAMES, (b"", b"", (0, 0, 0, 0))))
    file.save(table)
    assert read(tmp_path) == table
    assert [path.name for path in tmp_path.glob("*.table")] == ["2.table"]


def test_who_has_not_read_the_last_table_writes_all_of_the_next(tmp_path: Path, table: Table) -> None:
    TableFile(tmp_path).save(table)
    TableFile(tmp_path).save(edited(table))
    assert read(tmp_path) == edited(table)
    assert [path.name for path in tmp_path.glob("*.table")] == ["2.table"]
