"""Files are trusted by what their disk says of them, but not where its clock is too coarse to tell."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from nutgraf.build import Options
from nutgraf.memory import glance, inputs, outputs, scan, session, signatures
from nutgraf.memory.signatures import clock_of, is_settled, signature_of
from nutgraf.memory.table import Signature
from nutgraf.read import sha256_of
from tests.memory.desk import Desk

SECOND = 1_000_000_000


@pytest.mark.parametrize(
    ("changed", "clock", "is_old"),
    [
        (5 * SECOND + 1, 6 * SECOND, True),
        (5 * SECOND + 1, 5 * SECOND + 1, False),  # within one tick
        (5 * SECOND + 1, 5 * SECOND, False),  # after the look
        (5 * SECOND, 6 * SECOND, False),  # a disk that counts whole seconds
        (5 * SECOND, 8 * SECOND, True),
    ],
)
def test_a_file_is_settled_when_no_change_could_look_like_its_last(changed: int, clock: int, is_old: bool) -> None:
    assert is_settled((1, changed, changed, 1), clock) is is_old


def test_the_status_counts_for_those_who_put_the_time_back(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("one")
    before = signature_of(tmp_path / "page")
    assert before
    os.utime(tmp_path / "page", ns=(1, before[1]))
    assert not is_settled((before[0], 1, before[2], before[3]), before[2])


def test_what_is_not_there_has_no_signature(tmp_path: Path) -> None:
    assert signature_of(tmp_path / "page") is None


def test_the_clock_is_that_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("one")
    assert clock_of(tmp_path) >= (tmp_path / "page").stat().st_mtime_ns


def test_a_scan_finds_what_signatures_say_and_names_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/page.md").write_text("one")
    (tmp_path / "site.toml").write_text("")
    found = scan.scan(str(tmp_path), ("site.toml", "content", "seeds"))
    assert found == {
        "site.toml": signature_of(tmp_path / "site.toml"),
        "content/page.md": signature_of(tmp_path / "content/page.md"),
        "seeds": (0, 0, 0, 0),
    }


class WindowsEntry:
    """An entry of a folder as Windows lists it: with backslashes, without a number, and with the time it was made."""

    def __init__(self, entry: os.DirEntry[str]) -> None:
        self.name = entry.name
        self.path = entry.path.replace("/", "\\")
        self._entry = entry

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        return self._entry.is_dir(follow_symlinks=follow_symlinks)

    def stat(self, *, follow_symlinks: bool) -> os.stat_result:
        told = self._entry.stat(follow_symlinks=follow_symlinks)
        values = [told.st_mode, 0, 0, 0, *tuple(told)[4:]]
        return os.stat_result(values, {"st_mtime_ns": told.st_mtime_ns, "st_ctime_ns": SECOND})


def test_on_windows_too_only_what_has_changed_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    @contextmanager
    def listing(path: str) -> Iterator[Iterator[WindowsEntry]]:
        with scandir(path) as entries:
            yield map(WindowsEntry, entries)

    read: list[str] = []

    def digest(path: str, name: str) -> str:
        read.append(name)
        return sha256_of(path, name)

    monkeypatch.setattr(inputs, "sha256_of", digest)
    desk.build()
    for path in sorted((desk.project / "content").rglob("*.md")):
        os.utime(path, ns=(2 * SECOND + 1, 2 * SECOND + 1))  # long ago
    monkeypatch.setattr(scan, "os", SimpleNamespace(scandir=listing, lstat=os.lstat))
    desk.build()
    read.clear()
    assert glance.unchanged(Options(desk.project, desk.output), desk.cache)
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is fast.")
    assert glance.unchanged(Options(desk.project, desk.output), desk.cache) is None
    assert desk.build().parsed == ("content/explainers/ferry.md",)
    assert [name for name in read if name.startswith("content/")] == ["content/explainers/ferry.md"]
    assert desk.published() == desk.clean_build()[1]


def test_edits_of_one_size_in_one_tick_are_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that counts whole seconds, has no other numbers, and does not move on while the desk writes."""

    def still(path: str | Path) -> Signature | None:
        size = os.path.getsize(path) if os.path.exists(path) else None  # noqa: PTH110, PTH202  # as the engine asks
        return None if size is None else (size, 7 * SECOND, 7 * SECOND, 1)

    monkeypatch.setattr(scan, "signature_in", lambda status: (status.st_size, 7 * SECOND, 7 * SECOND, 1))
    for module in (glance, outputs, signatures):
        monkeypatch.setattr(module, "signature_of", still)
    monkeypatch.setattr(session, "clock_of", lambda _: 7 * SECOND)
    desk.build()
    for old, new in (("slow", "fast"), ("fast", "slim"), ("slim", "slow")):
        desk.edit("content/explainers/ferry.md", f"It is {old}.", f"It is {new}.")
        page = desk.output / "wall/index.html"
        page.write_bytes(b"!" + page.read_bytes()[1:])
        assert glance.unchanged(Options(desk.project, desk.output), desk.cache) is None
        done = desk.build()
        assert done.parsed == ("content/explainers/ferry.md",)
        assert desk.published() == desk.clean_build()[1]
