"""The wheel: installed alone, it makes, checks and builds a microsite."""

import subprocess
import sys
from pathlib import Path

from nutgraf.outfit.shipped import PARTS, shipped
from tests.wheel.conftest import CLEAN


def test_with_a_wheel_and_nothing_else_a_desk_makes_checks_and_builds_its_site(venv: Path, tmp_path: Path) -> None:
    def said(*command: str | Path, cwd: Path = tmp_path) -> str:
        done = subprocess.run(command, cwd=cwd, env=CLEAN, capture_output=True, encoding="utf-8", check=False)
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


def test_the_wheel_carries_what_init_lays_out_and_no_other_page(venv: Path) -> None:
    packages = next((venv / "lib").glob("python*/site-packages"))
    carried = {path.relative_to(packages / "nutgraf_outfit").as_posix() for path in _files(packages / "nutgraf_outfit")}
    assert carried == {path for path in shipped() if path != "locale/interface.pot"}
    assert (packages / "nutgraf/locale/interface.pot").is_file()


def test_the_code_of_a_desk_is_checked_against_the_types_of_the_wheel(venv: Path, tmp_path: Path) -> None:
    assert (next((venv / "lib").glob("python*/site-packages")) / "nutgraf/py.typed").is_file()
    desk = tmp_path / "desk"
    desk.mkdir()
    code = """from nutgraf.problems import Place, Problem, Severity


def shouts(title: str, place: Place) -> Problem:
    return Problem("shouting", Severity.WARNING, place, f"{title} shouts", ("take the ! out",))


wrong: int = shouts("A title", Place("content/explainers/a.md")).message
"""
    (desk / "shouting.py").write_text(code, "utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--python-executable={venv / 'bin/python'}"]
    done = subprocess.run(
        [*mypy, f"--cache-dir={tmp_path / 'cache'}", "shouting.py"],
        cwd=desk,
        env=CLEAN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines()[:-1] == [
        'shouting.py:8: error: Incompatible types in assignment (expression has type "str", variable has type "int")'
        "  [assignment]"
    ], done.stdout + done.stderr


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
