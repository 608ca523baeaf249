"""Finding Chromium: what CHROMIUM= names, then PATH, then Playwright’s folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import browser, chromium
from tools.chromium import find_chromium, find_headless


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without a browser."""
    find_chromium.cache_clear()
    find_headless.cache_clear()
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "_APPLICATIONS", ())
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "downloads"))
    yield
    find_chromium.cache_clear()
    find_headless.cache_clear()


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", "utf-8")
    path.chmod(0o755)
    return path


def test_a_bare_machine_has_none() -> None:
    assert find_chromium() is None


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_it_is_found_on_path(tmp_path: Path, name: str) -> None:
    there = program(tmp_path / "bin" / name)
    assert find_chromium() == there


@pytest.mark.parametrize(
    "name",
    [
        "chromium-1234/chrome-linux/chrome",
        "chromium-1234/chrome-linux64/chrome",
        "chromium-1234/chrome-mac/Chromium.app/Contents/MacOS/Chromium",
        "chromium-1234/chrome-win/chrome.exe",
    ],
)
def test_it_is_found_in_the_folder_of_playwright(tmp_path: Path, name: str) -> None:
    there = program(tmp_path / "downloads" / name)
    assert find_chromium() == there


def test_the_newest_download_wins(tmp_path: Path) -> None:
    old, new = (program(tmp_path / f"downloads/chromium-{number}/chrome-linux/chrome") for number in (999, 1000))
    os.utime(old, (1, 1))
    assert find_chromium() == new


def test_the_one_that_is_named_is_taken_before_all_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin" / "chromium")
    mine = program(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert find_chromium() == mine


def test_tests_take_the_one_without_windows_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = program(tmp_path / "bin" / "chromium")
    assert find_headless() == whole
    find_headless.cache_clear()
    shell = program(tmp_path / "bin" / "chromium-headless-shell")
    assert (find_headless(), find_chromium()) == (shell, whole)
    find_headless.cache_clear()
    find_chromium.cache_clear()
    mine = program(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert find_headless() == mine


def test_a_name_that_is_no_file_finds_nothing_and_make_browser_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin" / "chromium")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "gone"))
    assert find_chromium() is None
    assert next(browser._lacking()).startswith(f"Chromium is missing: CHROMIUM={tmp_path}/gone is no file.")


def test_make_browser_says_what_it_could_not_bring_and_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(browser, "_run", lambda *command: commands.append(command))
    assert browser.main() == 1
    assert [command[1:] for command in commands] == [("-m", "playwright", "install", "chromium")]
    said = capsys.readouterr().out
    assert "Chromium is missing: Playwright’s download failed" in said
    assert "Java is missing: install a Java runtime" in said
    assert "npm is missing: install Node.js" in said


def test_make_browser_asks_for_debian_packages_where_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[tuple[str, ...]] = []
    program(tmp_path / "bin" / "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(browser, "_run", lambda *command: commands.append(command))
    assert browser.main() == 1
    assert commands[:2] == [
        ("apt-get", "update"),
        (
            "apt-get",
            "install",
            "-y",
            "--no-install-recommends",
            "chromium-headless-shell",
            "default-jre-headless",
            "npm",
        ),
    ]
