"""A disk that refuses: one sentence, the last good build stays, and nothing lies around."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from nutgraf.cli import commands
from tests.memory.desk import Desk
from tests.publish.editions import two_editions

STAGE = ".nutgraf-new"
FULL = "cannot be written: No space left on device"
DENIED = "cannot be written: Permission denied"


def build(desk: Desk) -> Result:
    return CliRunner().invoke(commands, ["build", "--jobs", "1"], obj=desk.project)


def assert_told(done: Result, *words: str) -> None:
    """The command ended with one sentence in these words, and not with a traceback."""
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert done.output.count("\n") == 1
    for word in words:
        assert word in done.output


class FullDisk:
    """A disk that is full from one write on; as real ones do, it does not say which file it was."""

    def __init__(self, patched: pytest.MonkeyPatch) -> None:
        self.left = 0  # writes that it still takes
        self.is_full = False
        for owner, name in ((Path, "write_bytes"), (os, "write"), (os, "fsync")):
            patched.setattr(owner, name, self._counted(getattr(owner, name)))

    def _counted(self, write: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any) -> Any:
            self.left -= 1
            if self.left < 0:
                self.is_full = True
                raise OSError(errno.ENOSPC, "No space left on device")
            return write(*arguments)

        return counted


def test_a_full_disk_is_told_at_every_write_and_the_last_good_build_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = desk.published()
    desk.lay(two_editions(desk)[1])
    new = desk.clean_build()[1]
    kept = refused = 0
    with monkeypatch.context() as patched:
        disk = FullDisk(patched)
        while True:
            disk.left, disk.is_full = refused, False
            done = build(desk)
            if not disk.is_full:
                break
            refused += 1
            assert_told(done, FULL)
            left = desk.published()
            if (desk.output / STAGE).exists():  # it is on its way: the journal is written
                assert (desk.output / STAGE / ".journal.json").exists()
            else:
                assert left in (old, new)
                kept += left == old
    assert (done.exit_code, desk.published()) == (0, new)
    assert kept > 9, "of the cache, of pages, and of the journal"
    assert refused > kept, "of the list of what is ours, after the journal"


@pytest.mark.parametrize("last", ["TableFile.save", "remember"])
def test_a_disk_that_is_full_when_all_is_published_is_told_and_the_site_is_new(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    desk.lay(two_editions(desk)[1])
    new = desk.clean_build()[1]
    with monkeypatch.context() as patched:
        patched.setattr(f"nutgraf.memory.session.{last}", full)
        assert_told(build(desk), str(desk.cache), FULL)
    assert desk.published() == new
    assert build(desk).exit_code == 0
    assert desk.published() == new


def test_a_disk_that_takes_a_part_of_what_is_remembered_takes_the_rest_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.lay(two_editions(desk)[1])
    write = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda file, text: write(file, text[:7]))
        desk.build(forgets=True)
    desk.edit("content/pages/about.md", "We write", "We wrote")
    desk.build()
    assert desk.published() == desk.clean_build()[1]


def deny(folder: Path, patched: pytest.MonkeyPatch) -> None:
    """Makes a folder read-only, also for those who may do anything."""

    def denied(change: Callable[..., Any], *, asks: bool) -> Callable[..., Any]:
        def ask(path: Path, *arguments: Any, **named: Any) -> Any:
            mode = arguments[0] if arguments else named.get("mode", "r")
            is_there = change.__name__ == "mkdir" and path.exists()
            if folder in (path, *path.parents) and not is_there and not (asks and mode in {"r", "rb"}):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return change(path, *arguments, **named)

        return ask

    for name in ("mkdir", "write_bytes", "unlink", "replace", "open"):
        patched.setattr(Path, name, denied(getattr(Path, name), asks=name == "open"))


@pytest.mark.parametrize("folder", ["build", ".cache"])
@pytest.mark.parametrize("is_first", [False, True])
def test_a_folder_that_is_read_only_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, folder: str, is_first: bool
) -> None:
    if is_first:
        for path in sorted((desk.project / folder).rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (desk.project / folder).rmdir()
    old = desk.published()
    desk.edit("content/pages/about.md", "We write", "We wrote")
    with monkeypatch.context() as patched:
        deny(desk.project / folder, patched)
        done = build(desk)
    assert_told(done, str(desk.project / folder), DENIED)
    assert desk.published() == old
    assert build(desk).exit_code == 0
    assert desk.published() == desk.clean_build()[1]


def test_a_list_of_what_is_ours_that_may_not_be_read_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.edit("content/pages/about.md", "We write", "We wrote")
    read = Path.read_text

    def denied(path: Path, *arguments: Any, **named: Any) -> str:
        if path.name == ".nutgraf.json":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path, *arguments, **named)

    monkeypatch.setattr(Path, "read_text", denied)
    assert_told(build(desk), ".nutgraf.json", "Permission denied")


def test_a_file_where_the_cache_should_be_is_told(desk: Desk) -> None:
    desk.cache.rename(desk.project / "elsewhere")
    (desk.project / ".cache").rmdir()
    (desk.project / ".cache").write_text("mine", "utf-8")
    assert_told(build(desk), ".cache", "cannot be written: ")


def test_templates_that_cannot_be_kept_compiled_are_no_mistake_of_theirs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "template.tmp")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    for path in (desk.cache / "templates").iterdir():
        path.unlink()
    done = desk.build(forgets=True)
    assert (done.is_published, done.problems) == (True, ())


def test_what_the_program_itself_does_wrong_is_not_blamed_on_the_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(desk.project / "content"))

    monkeypatch.setattr("nutgraf.pipeline.resolve", lost)
    with pytest.raises(FileNotFoundError):
        desk.build()
