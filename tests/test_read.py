"""Reading: which files of the project are inputs, and which are refused."""

import hashlib
import os
from pathlib import Path

import pytest

from nutgraf.read import read
from tests.systems import unix_only


def make(project: Path, *names: str) -> None:
    for name in names:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(name, "utf-8")


def test_inputs_come_by_path_with_their_bytes_and_digest(tmp_path: Path) -> None:
    make(tmp_path, "site.toml", "seeds/b.txt", "content/index.md", "assets/css/base.css", "docs/no.md", "README.md")
    files, problems = read(tmp_path)
    assert [file.path for file in files] == ["assets/css/base.css", "content/index.md", "seeds/b.txt", "site.toml"]
    assert problems == ()
    assert all(file.digest == hashlib.sha256(file.read()).hexdigest() for file in files)


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden.md", ".git/x.md", "a.md~", "#a.md#", "a.md.bak", ".a.md.swp", "a.swp", "a.tmp", "a.md.orig"),
        *("~$Draft.docx", "Thumbs.db", "THUMBS.DB", "desktop.ini", "Icon\r", "4913", "a.jpg.crdownload", "a.lnk"),
        *("a.jpg:Zone.Identifier", "__MACOSX/a.md", "$RECYCLE.BIN/a.md", "@eaDir/a.md", "lost+found/a.md"),
    ],
)
def test_hidden_and_backup_files_are_passed_over(tmp_path: Path, name: str) -> None:
    make(tmp_path, f"content/{name}")
    assert read(tmp_path) == ((), ())


@unix_only("symbolic links for everybody")
@pytest.mark.parametrize(
    "name", ["thumbs.md", "desktop.md", "database.db", "news.md", "part.md", "a-new.txt", "old.md"]
)
def test_files_with_ordinary_names_are_no_litter(tmp_path: Path, name: str) -> None:
    make(tmp_path, f"content/{name}")
    assert [file.path for file in read(tmp_path)[0]] == [f"content/{name}"]


@pytest.mark.parametrize(
    "name",
    [
        "a (Jo's conflicted copy 2026-01-22).md",
        "a (copie en conflit de Jo 2026-01-22).md",
        "a (In Konflikt stehende Kopie von Jo).html",
        "a.sync-conflict-20260122-101010-ABCDEFG.md",
        "a (SFConflict jo@news.example 2026-01-22).md",
        "a (Case Conflict).md",
    ],
)
def test_the_second_version_of_a_program_that_syncs_is_refused(tmp_path: Path, name: str) -> None:
    make(tmp_path, f"seeds/{name}", "seeds/Gaza (conflict).html", "seeds/Conflict in copies.txt")
    files, problems = read(tmp_path)
    assert [(problem.rule, problem.place.path) for problem in problems] == [("bad-name", f"seeds/{name}")]
    assert len(files) == 2


@pytest.mark.parametrize(
    "name", ["content/a.md", "content/folder", "seeds/s.txt", "assets/images", "content", "site.toml"]
)
def test_symbolic_links_are_refused_and_not_followed(tmp_path: Path, name: str) -> None:
    make(tmp_path, "outside/secret.md")
    link = tmp_path / "project" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "outside" / ("secret.md" if "." in name else ""))
    files, problems = read(tmp_path / "project")
    assert files == ()
    assert [(problem.rule, problem.place.path) for problem in problems] == [("symlink", name)]


@unix_only("named pipes")
def test_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content" / "pipe.md")
    files, problems = read(tmp_path)
    assert files == ()
    assert [problem.message for problem in problems] == ["this is neither a file nor a folder"]


def test_a_file_and_a_folder_that_cannot_be_opened_are_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "content/a.md", "content/closed/b.md")
    scandir = os.scandir

    def refuse(path: str | Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    def scan(path: str) -> object:
        return refuse(path) if path.endswith("/closed") else scandir(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr("os.scandir", scan)
    files, problems = read(tmp_path)
    assert files == ()
    assert [problem.place.path for problem in problems] == ["content/a.md", "content/closed"]
    assert all("cannot be read: Permission denied" in problem.message for problem in problems)


def test_a_file_in_the_place_of_a_folder_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "content")
    files, [problem] = read(tmp_path)
    assert files == ()
    assert (problem.place.path, problem.message) == ("content", "this cannot be read: Not a directory")


def test_a_project_without_anything_has_no_files(tmp_path: Path) -> None:
    assert read(tmp_path) == ((), ())
