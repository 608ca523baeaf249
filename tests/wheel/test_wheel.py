"""The wheel: installed alone, it makes, checks and builds a microsite."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nutgraf.outfit.shipped import PARTS
from tests.sites.project import PROJECT


@pytest.fixture(scope="module")
def venv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the program from its wheel, and with the packages that are installed here."""
    folder = tmp_path_factory.mktemp("fresh")
    python = folder / "venv/bin/python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    building: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(building, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    [wheel] = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", f"--python={python}", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--disable-pip-version-check", wheel], check=True)
    packages = next((folder / "venv/lib").glob("python*/site-packages"))
    here = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "beside.pth").write_text(f"{here}\n", "utf-8")
    return folder / "venv"


def test_with_a_wheel_and_nothing_else_a_desk_makes_checks_and_builds_its_site(venv: Path, tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def said(*command: str | Path, cwd: Path = tmp_path) -> str:
        done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    nutgraf, python, site = venv / "bin/nutgraf", venv / "bin/python", tmp_path / "harbour"
    where = said(python, "-c", "import nutgraf; print(nutgraf.__file__)")
    assert where.startswith(str(venv)), "the program of this checkout is not what is tried here"
    assert "put the wheel" not in said(nutgraf, "init", "harbour")
    assert [path.name for path in (site / "wheels").iterdir()] == [path.name for path in venv.parent.glob("*.whl")]
    assert {path.relative_to(site).as_posix() for path in site.rglob("*")} >= {*PARTS}
    assert "1 explainer" in said(python, "site.py", "check", "--drafts", cwd=site)
    for path in ("content/index.md", "content/pages/about.md"):
        (site / path).write_text("---\ntitle: Us\n---\nOurs.\n".replace("title: Us\n" * ("index" in path), ""), "utf-8")
    assert said(nutgraf, "build", "--strict", cwd=site).startswith("Built build/: 6 pages")
    assert (site / "build/index.html").is_file()
    assert "outdated-file" not in said(nutgraf, "check", "--format", "json", cwd=site)
