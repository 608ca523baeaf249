"""Publishing: all or nothing, and nothing that is not ours."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from nutgraf import publish as publishing
from nutgraf.addresses import file_of
from nutgraf.publish import MANIFEST, OutputError, check_output, finish, stage, unpublish
from tests.systems import unix_only

SITE = {"/": b"home", "/tariffs/": b"tariffs", "/assets/site.css": b"css"}


def publish(contents: Mapping[str, bytes], folder: Path) -> int:
    """Publishes as a build does; says how many files were written."""
    finish(folder)
    files = {file_of(address): data for address, data in contents.items()}
    staged = [name for name, data in files.items() if stage(name, data, folder)]
    publishing.publish(staged, files, folder)
    return len(staged)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MANIFEST}


def test_addresses_become_files_and_the_number_of_changes_is_told(tmp_path: Path) -> None:
    assert publish(SITE, tmp_path / "build") == 3
    assert names(tmp_path / "build") == {"index.html", "tariffs/index.html", "assets/site.css"}
    assert publish({**SITE, "/": b"news"}, tmp_path / "build") == 1


def test_what_is_no_longer_made_goes_with_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    publish({"/": b"home"}, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"index.html", MANIFEST}


def test_files_of_others_beside_the_site_stay(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    (tmp_path / "tariffs" / "notes.txt").write_text("mine", "utf-8")
    publish({"/": b"home"}, tmp_path)
    assert names(tmp_path) == {"index.html", "tariffs/notes.txt"}


def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    publish({"/": b"home"}, tmp_path)
    (tmp_path / "CNAME").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="CNAME is in the way and is not ours"):
        publish({"/": b"changed", "/CNAME": b"ours"}, tmp_path)
    assert (tmp_path / "CNAME").read_text("utf-8") == "mine"
    assert (tmp_path / "index.html").read_bytes() == b"home"


def test_a_file_can_make_room_for_a_folder_and_a_folder_for_a_file(tmp_path: Path) -> None:
    publish({"/a": b"file", "/b/c": b"folder"}, tmp_path)
    publish({"/a/d": b"folder", "/b": b"file"}, tmp_path)
    assert names(tmp_path) == {"a/d", "b"}


def test_a_folder_with_files_of_others_makes_no_room(tmp_path: Path) -> None:
    publish({"/b/c": b"ours"}, tmp_path)
    (tmp_path / "b" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="holds files that are not ours"):
        publish({"/b": b"file"}, tmp_path)
    assert names(tmp_path) == {"b/c", "b/mine.txt"}


def test_a_build_that_was_cut_off_is_repaired_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE, tmp_path)

    def cut_off(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("nutgraf.publish.os.replace", cut_off)
        with pytest.raises(KeyboardInterrupt):
            publish({"/new/": b"new"}, tmp_path)
    publish({"/": b"home", "/other/": b"other"}, tmp_path)
    assert names(tmp_path) == {"index.html", "other/index.html"}
    assert {path.name for path in tmp_path.iterdir()} == {"index.html", "other", MANIFEST}


def test_a_first_build_that_was_cut_off_is_repaired_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_off(path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("nutgraf.publish._write", cut_off)
        with pytest.raises(KeyboardInterrupt):
            publish(SITE, tmp_path / "build")
    assert publish(SITE, tmp_path / "build") == 3


def test_a_disk_that_refuses_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE, tmp_path)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("nutgraf.publish._write", full)
    with pytest.raises(OutputError, match="cannot be written: No space left on device"):
        publish({"/": b"longer than before"}, tmp_path)
    assert (tmp_path / "index.html").read_bytes() == b"home"


@pytest.mark.parametrize("manifest", ["", "[]", "{", '{"version": 1}', '{"version": 99, "files": []}', "null"])
def test_a_list_of_ours_that_cannot_be_read_stops_the_build(tmp_path: Path, manifest: str) -> None:
    publish(SITE, tmp_path)
    (tmp_path / MANIFEST).write_text(manifest, "utf-8")
    with pytest.raises(OutputError, match=r"cannot be read; remove .* and build again"):
        publish({}, tmp_path)
    assert names(tmp_path) == {"index.html", "tariffs/index.html", "assets/site.css"}


@pytest.mark.parametrize("name", ["../outside.txt", "tariffs/../../outside.txt", "{absolute}"])
def test_a_list_of_ours_that_was_tampered_with_reaches_nothing_outside(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", "utf-8")
    publish(SITE, tmp_path / "build")
    listed = {"version": 1, "files": [name.format(absolute=outside)]}
    (tmp_path / "build" / MANIFEST).write_text(json.dumps(listed), "utf-8")
    unpublish(tmp_path / "build")
    assert outside.exists()


@unix_only("symbolic links for everybody")
def test_a_link_to_another_folder_is_not_written_through(tmp_path: Path) -> None:
    publish({"/": b"home"}, tmp_path / "build")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "build" / "tariffs").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="is a symbolic link"):
        publish(SITE, tmp_path / "build")
    assert not any((tmp_path / "elsewhere").iterdir())


def test_unpublishing_says_what_went_and_whether_anything_is_left(tmp_path: Path) -> None:
    publish(SITE, tmp_path / "build")
    (tmp_path / "build" / "mine.txt").write_text("mine", "utf-8")
    assert unpublish(tmp_path / "build") == (3, True)
    assert names(tmp_path / "build") == {"mine.txt"}
    assert unpublish(tmp_path / "never") == (0, False)


@pytest.mark.parametrize("folder", [".", "..", "/", "content", "content/x", "seeds", "assets/a/b", "templates", ".git"])
def test_no_build_may_write_to_the_project_or_its_inputs(tmp_path: Path, folder: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    with pytest.raises(OutputError):
        check_output(project, project / folder)


@pytest.mark.parametrize("folder", ["build", "public/site", "../site", "contents"])
def test_a_build_may_write_to_any_other_folder(tmp_path: Path, folder: str) -> None:
    check_output(tmp_path / "project", tmp_path / "project" / folder)


def test_on_a_disk_that_does_not_number_its_files_folders_have_their_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unnumbered:
        st_dev = st_ino = 0

    (tmp_path / "build").mkdir()
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: Unnumbered)
    check_output(tmp_path, tmp_path / "build")
    with pytest.raises(OutputError, match="among the inputs"):
        check_output(tmp_path, tmp_path / "content")


@unix_only("symbolic links for everybody")
def test_a_link_that_leads_into_the_inputs_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "content")
    with pytest.raises(OutputError, match="among the inputs"):
        check_output(tmp_path, tmp_path / "build")
