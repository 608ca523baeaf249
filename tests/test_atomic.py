"""Files are replaced in one step, also where another program looks at them for a moment."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from nutgraf import atomic
from nutgraf.atomic import replace
from nutgraf.publish import OutputError, publish, stage

REPLACE = os.replace


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that somebody would have waited."""
    waits: list[float] = []
    monkeypatch.setattr(atomic, "sleep", waits.append)
    return waits


def busy(times: int) -> Callable[[Path, Path], None]:
    """os.replace while another program has the file open, which ends after some tries."""
    left = [times]

    def refuse(source: Path, target: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise PermissionError(13, "Access is denied", str(source), None, str(target))
        REPLACE(source, target)

    return refuse


def two(folder: Path) -> tuple[Path, Path]:
    (folder / "new").write_bytes(b"new")
    (folder / "old").write_bytes(b"old")
    return folder / "new", folder / "old"


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    replace(*two(tmp_path))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("old", b"new")]


def test_on_windows_it_is_tried_again_while_another_program_has_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(os, "replace", busy(3))
    replace(*two(tmp_path))
    assert (tmp_path / "old").read_bytes() == b"new"
    assert len(waited) == 3
    assert waited == sorted(waited)


def test_but_not_for_ever_and_not_for_another_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(os, "replace", busy(1_000))
    with pytest.raises(PermissionError):
        replace(*two(tmp_path))
    assert sum(waited) == pytest.approx(1)
    monkeypatch.undo()
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "none", tmp_path / "old")


def test_elsewhere_a_refusal_is_one_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(os, "replace", busy(1))
    with pytest.raises(PermissionError):
        replace(*two(tmp_path))
    assert waited == []


@pytest.mark.usefixtures("waited")
def test_who_builds_on_windows_reads_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage("index.html", b"one", tmp_path)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(os, "replace", busy(1_000))
    with pytest.raises(
        OutputError, match=r"cannot be written: Access is denied; close the program that has it open, and try"
    ):
        publish(["index.html"], ["index.html"], tmp_path)
    monkeypatch.setattr("pathlib.Path.write_bytes", not_found)
    with pytest.raises(OutputError, match=r"this path has \d+ characters, and Windows takes 259 unless long paths are"):
        stage("a/" * 130 + "index.html", b"one", tmp_path)
    with pytest.raises(OutputError, match=r"No such file or directory$"):
        stage("index.html", b"two", tmp_path)


def not_found(path: Path, data: bytes) -> int:
    raise OSError(2, "No such file or directory", str(path))
