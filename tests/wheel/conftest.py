"""What the tests of the wheel share: a virtual environment that holds it and nothing of this checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.project import PROJECT

# As on a machine without this checkout: nothing from the environment leads back to it.
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def add_packages(venv: Path) -> None:
    """Lets the environment import what is installed here, but not this checkout, which may be installed as well."""
    beside = venv / "beside"
    beside.mkdir()
    for folder in (Path(path) for path in sys.path if path.endswith("site-packages")):
        for path in folder.iterdir():
            if not (path.name.startswith(("nutgraf", "_nutgraf", "__editable__")) or (beside / path.name).is_symlink()):
                (beside / path.name).symlink_to(path)
    packages = next((venv / "lib").glob("python*/site-packages"))
    (packages / "beside.pth").write_text(f"{beside}\n", "utf-8")


@pytest.fixture(scope="session")
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
    add_packages(folder / "venv")
    return folder / "venv"
