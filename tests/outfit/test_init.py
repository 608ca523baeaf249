"""``init``: a folder in which a desk can write, build, check and publish at once."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nutgraf.build import Build, Options
from nutgraf.cli import commands
from nutgraf.outfit.record import RECORD
from nutgraf.outfit.shipped import FROM_PACKAGE, PARTS, shipped
from nutgraf.pipeline import build
from nutgraf.problems import Severity
from tests.resolve.desk import STORY
from tests.sites.project import PROJECT


def run(*arguments: str | Path, cwd: Path = PROJECT) -> Result:
    return CliRunner().invoke(commands, [str(each) for each in arguments], obj=cwd)


def checked(project: Path) -> Build:
    return build(Options(project, project / "build", with_drafts=True, publishes=False))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A microsite made from a seed."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "Dock News.txt").write_text(STORY, "utf-8")
    result = run("init", folder / "harbour-file", "--from", folder / "Dock News.txt")
    assert result.exit_code == 0, result.output
    return folder / "harbour-file"


def test_a_new_microsite_has_no_problem_but_that_it_is_still_to_be_written(made: Path) -> None:
    done = checked(made)
    told = [problem for problem in done.problems if problem.severity is not Severity.INFO]
    assert {problem.rule for problem in told} == {"unwritten"}
    assert done.contents
    assert (done.contents.explainers, done.contents.sources) == (1, 1)


def test_its_first_explainer_and_source_come_from_the_seed(made: Path) -> None:
    assert (made / "seeds/Dock News.txt").read_text("utf-8") == STORY
    assert "sha256: " in (made / "content/sources/dock-news.md").read_text("utf-8")
    explainer = (made / "content/explainers/your-first-explainer.md").read_text("utf-8")
    assert "draft: true" in explainer
    assert "[@dock-news p1]" in explainer


def test_it_is_called_after_its_folder_or_as_it_was_asked(made: Path, tmp_path: Path) -> None:
    assert 'title = "Harbour file"\n' in (made / "site.toml").read_text("utf-8")
    assert run("init", tmp_path / "x", "--title", 'The "Dock" File').exit_code == 0
    assert 'title = "The \\"Dock\\" File"\n' in (tmp_path / "x/site.toml").read_text("utf-8")
    assert (tmp_path / "x/README.md").read_text("utf-8").startswith('# The "Dock" File\n')
    assert [problem.place.path for problem in checked(tmp_path / "x").problems] == [
        *["content/explainers/your-first-explainer.md"] * 3,
        "content/index.md",
        "content/pages/about.md",
    ]


def test_it_has_everything_that_comes_with_the_engine_as_it_is(made: Path) -> None:
    for part in (*PARTS, *FROM_PACKAGE):
        assert any(path == part or path.startswith(f"{part}/") for path in shipped()), part
    for path, came in shipped().items():
        assert (made / path).read_bytes() == came.read_bytes(), path


def test_the_record_says_what_came_in_the_form_of_sha256sum(made: Path) -> None:
    done = subprocess.run(["sha256sum", "--check", "--quiet", RECORD], cwd=made, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    assert len((made / RECORD).read_text("utf-8").splitlines()) == len(shipped()) + 2


def test_git_leaves_its_captures_as_they_are_and_writes_other_text_with_the_same_line_ends(made: Path) -> None:
    lines = (made / ".gitattributes").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["* text=auto eol=lf", "seeds/** -text"]


def test_a_folder_with_files_of_others_is_left_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt"):
        (tmp_path / name).write_text("mine", "utf-8")
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert "is not empty: it holds a.txt, b.txt, c.txt and 2 more. Nothing was written" in result.output
    assert len(list(tmp_path.iterdir())) == 5


def test_a_fresh_clone_will_do_and_what_is_in_it_stays(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("mine", "utf-8")
    result = run("init", tmp_path)
    assert result.exit_code == 0
    assert "README.md was there already and stays as it is." in result.output
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("seed", "told"),
    [
        ("nothing.txt", "there is no file"),
        ("photo.jpg", "photo.jpg cannot be read as a source; seeds are .txt, .html, .htm, .md files."),
    ],
)
def test_what_cannot_be_a_seed_is_said_before_anything_is_written(tmp_path: Path, seed: str, told: str) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"-")
    result = run("init", tmp_path / "new", "--from", tmp_path / seed)
    assert result.exit_code == 2
    assert told in result.output
    assert not (tmp_path / "new").exists()


def test_a_seed_that_cannot_be_read_costs_the_first_explainer_alone(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(b"\xff\x00\xfe" * 20)
    result = run("init", tmp_path / "new", "--from", tmp_path / "odd.txt")
    assert result.exit_code == 1
    assert "odd.txt cannot be read: " in result.output
    assert "is made, but for its first explainer." in result.output
    assert (tmp_path / "new/site.toml").exists()
    assert not (tmp_path / "new/seeds/odd.txt").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine", "utf-8")
    result = run("init", tmp_path / "x/y")
    assert result.exit_code == 1
    assert "cannot be written: Not a directory." in result.output


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine", "utf-8")
    result = run("init", tmp_path / "x")
    assert (result.exit_code, "is a file; name a folder" in result.output) == (1, True)
