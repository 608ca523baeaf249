"""The commands of README.md, run as they stand in a source distribution, and what that holds."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.docs_pages import blocks
from tests.sites.project import PROJECT
from tests.wheel.conftest import CLEAN, add_packages

README = PROJECT / "README.md"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a source distribution unpacks to."""
    folder = tmp_path_factory.mktemp("sdist")
    building = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)]
    subprocess.run(building, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    [archive] = folder.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    [unpacked] = (path for path in folder.iterdir() if path.is_dir())
    return unpacked


def test_the_commands_for_a_microsite_of_your_own_work_as_they_stand(checkout: Path, tmp_path: Path) -> None:
    [commands] = [block.token.content for block in blocks(README) if block.heading == "A microsite of your own"]
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    add_packages(tmp_path / "venv")
    path = os.pathsep.join([str(tmp_path / "venv/bin"), CLEAN["PATH"]])
    # Without a network: everything that pip would fetch is installed.
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=checkout,
        env={**CLEAN, **offline, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = checkout.parent / "harbour-file"
    assert (site / "build/index.html").is_file()
    assert len([*(site / "wheels").glob("nutgraf-*.whl")]) == 1
    where = next((tmp_path / "venv/lib").glob("python*/site-packages/nutgraf/__init__.py"))
    assert where.is_file(), "the program comes from the wheel"


def test_a_source_distribution_holds_what_the_tests_need(checkout: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "constraints.txt", ".ci/run", "LICENSE", "nutgraf/py.typed", "PKG-INFO"):
        assert (checkout / name).is_file(), name
    for folder in ("assets", "bench", "content", "docs", "seeds", "templates", "tests", "tools"):
        ours = {path.relative_to(PROJECT).as_posix() for path in _files(PROJECT / folder)}
        theirs = {path.relative_to(checkout).as_posix() for path in _files(checkout / folder)}
        assert sorted(ours - theirs) == []
    assert not (checkout / ".git").exists()
    assert not (checkout / ".venv").exists()


def _files(folder: Path) -> list[Path]:
    passed_over = {"__pycache__", "node_modules", ".ready", ".asked"}
    return [path for path in folder.rglob("*") if path.is_file() and not passed_over & set(path.parts)]
