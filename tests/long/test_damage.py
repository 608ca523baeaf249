"""A memory that was cut short, overwritten or made by another engine is forgotten; the site is right."""

from pathlib import Path

import pytest

from nutgraf.build import Options
from nutgraf.memory import session, table_file
from nutgraf.memory.engine import engine_digest
from nutgraf.memory.glance import unchanged
from nutgraf.memory.table import Table
from nutgraf.memory.table_file import TableFile
from nutgraf.read import File
from tests.memory.desk import Desk

KINDS = ("table", "*.table", "glance", "*.values")
ENGINE = b"e" * 16


def kept(desk: Desk, kind: str) -> Path:
    """The file of the cache: of the values, the largest."""
    return max(desk.cache.glob(kind), key=lambda path: path.stat().st_size)


def spoilt(data: bytes, tenth: int) -> tuple[bytes, bytes]:
    """The file cut short, and with one byte of its own turned over."""
    at = len(data) * tenth // 10
    return data[:at], data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_file_is_forgotten_and_the_site_is_right(
    desk: Desk, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    monkeypatch.setattr(table_file, "_SMALL", 0)  # so that there is a whole table, and what has changed since
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is not fast.")
    desk.build()
    good = {path: path.read_bytes() for path in desk.cache.iterdir() if path.is_file()}
    expected = desk.published()
    for tenth in range(10):
        for data in spoilt(good[kept(desk, kind)], tenth):
            for path in desk.cache.glob("*.*"):
                path.unlink()
            for path, each in good.items():
                path.write_bytes(each)
            kept(desk, kind).write_bytes(data)
            desk.write("content/explainers/ferry.md", desk.inputs()["content/explainers/ferry.md"])
            done = desk.build()
            assert (done.is_published, done.written, desk.published()) == (True, 0, expected)


def test_every_tenth_byte_of_a_table_and_a_glance_may_be_the_last(desk: Desk) -> None:
    desk.build()
    options = Options(desk.project, desk.output)
    path = desk.cache / "glance"
    data = path.read_bytes()
    for end in range(0, len(data), 10):
        path.write_bytes(data[:end])
        assert unchanged(options, desk.cache) is None
    engine = engine_digest()
    assert TableFile(desk.cache).load(engine).entries
    for kind in ("table", "*.table"):
        whole = kept(desk, kind)
        data = whole.read_bytes()
        for end in range(0, len(data), 10):
            whole.write_bytes(data[:end])
            assert TableFile(desk.cache).load(engine) == Table(engine)
        whole.write_bytes(data)


def test_a_value_that_is_gone_is_made_again(desk: Desk) -> None:
    desk.build()
    expected = desk.published()
    for path in desk.cache.glob("*.values"):
        path.unlink()
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is not fast.")
    done = desk.build()
    assert len(done.parsed) == 9
    assert desk.published() == desk.clean_build()[1] != expected


def test_another_engine_remembers_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.build()
    monkeypatch.setattr(session, "known_engine", lambda *_, **__: ENGINE)
    assert len(desk.build().parsed) == 9
    assert desk.build().parsed == ()


class _LargerTable(Table):
    more: int = 1


def test_a_table_of_another_engine_may_have_other_fields(tmp_path: Path) -> None:
    TableFile(tmp_path).save(_LargerTable(b"o" * 16))
    assert TableFile(tmp_path).load(ENGINE) == Table(ENGINE)


def test_a_table_of_another_version_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TableFile(tmp_path).save(Table(ENGINE, 7))
    assert TableFile(tmp_path).load(ENGINE).generation == 7
    monkeypatch.setattr(table_file, "_MAGIC", b"nutgraf memory 9\n")
    assert TableFile(tmp_path).load(ENGINE).generation == 0


def test_a_file_that_changes_while_the_site_is_built_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.build()
    before = desk.published()
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is not fast.")
    whole = File.read

    def meanwhile(file: File) -> bytes:
        if file.path.endswith("ferry.md") and "explainers" in file.path:
            desk.edit(file.path, "It is", "It was")
        return whole(file)

    with monkeypatch.context() as patch:
        patch.setattr(File, "read", meanwhile)
        done = desk.build()
    assert [(each.rule, each.place.path, each.message, each.hints) for each in done.problems] == [
        (
            "changed-meanwhile",
            "content/explainers/ferry.md",
            "this file changed while the site was being built",
            ("build again",),
        )
    ]
    assert not done.is_published
    assert desk.published() == before
    assert desk.build().is_published
