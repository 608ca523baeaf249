"""``check --since`` against real repositories."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from nutgraf.cli import commands
from nutgraf.commands.archive import ArchiveError, read_archive
from tests.sites.project import PROJECT
from tests.systems import unix_only

PAGE = "---\ntitle: The wall\nstandfirst: It is {} metres long.\ndate: 2026-01-02\n{}---\n"
SITE = 'title = "The File"\nbase_url = "https://news.example/"\nlanguage = "en"\n'
WHO = {f"GIT_{role}_{what}": f"desk@{what}" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


class Desk:
    """A project in a repository."""

    def __init__(self, folder: Path, inside: str = ".") -> None:
        self.repository, self.project = folder, folder / inside
        self.project.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.write("site.toml", SITE)

    def git(self, *arguments: str) -> str:
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment = own | WHO | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        command = ["git", *arguments]
        return subprocess.run(
            command, cwd=self.repository, env=environment, check=True, capture_output=True, encoding="utf-8"
        ).stdout

    def write(self, path: str, text: str) -> None:
        (self.project / path).parent.mkdir(parents=True, exist_ok=True)
        (self.project / path).write_text(text, "utf-8")

    def page(self, length: int, more: str = "", name: str = "wall") -> None:
        self.write(f"content/explainers/{name}.md", PAGE.format(length, more))

    def commit(self, tag: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", tag)
        self.git("tag", tag)

    def since(self, name: str) -> list[str]:
        """The explainers as they were, by path."""
        return [file.path for file in read_archive(self.project, name).files]

    def text(self, name: str) -> str:
        """The one explainer as it was."""
        [file] = read_archive(self.project, name).files
        return file.read().decode()

    def check(self, name: str, *arguments: str) -> Result:
        return CliRunner().invoke(commands, ["check", "--since", name, *arguments], obj=self.project)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A page of 5 metres, committed as “first”."""
    found = Desk(tmp_path / "repository")
    found.page(5)
    found.commit("first")
    return found


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is printed: what is checked here has been found before that."""
    monkeypatch.setattr("nutgraf.pipeline.print_all", lambda *_: ())


@pytest.mark.usefixtures("quick")
def test_a_check_fails_over_a_silent_change_until_the_page_says_so(desk: Desk) -> None:
    assert "silent-change" not in desk.check("first").output
    desk.page(6)
    done = desk.check("first", "--format", "github")
    assert done.exit_code == 1
    where = "::error file=content/explainers/wall.md,line=3,col=19,title=silent-change"
    assert f"{where}::a figure was “5” at first, and is “6”" in done.output
    for entry in (
        "updated: 2026-01-03\n",
        "changes: [{date: 2026-01-03, text: Longer.}]\n",
        "corrections: [{date: 2026-01-03, text: Longer.}]\n",
    ):
        desk.page(6, entry)
        assert "silent-change" not in desk.check("first").output


@pytest.mark.usefixtures("quick")
def test_an_entry_answers_only_for_its_own_span(desk: Desk) -> None:
    desk.page(6, "updated: 2026-01-03\nchanges: [{date: 2026-01-03, text: Longer.}]\n")
    desk.commit("second")
    desk.page(7, "updated: 2026-01-03\nchanges: [{date: 2026-01-03, text: Longer still.}]\n")
    assert "silent-change" in desk.check("second").output
    assert "silent-change" not in desk.check("first").output


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", ["nowhere", "--all", "first:content", "-", "", "first..main"])
def test_a_commit_that_is_not_there_is_an_error_of_usage(desk: Desk, name: str) -> None:
    done = CliRunner().invoke(commands, ["check", f"--since={name}"], obj=desk.project)
    assert done.exit_code == 2
    assert f"there is no commit, branch or tag “{name}” here" in done.output


def test_what_is_compared_is_where_the_branches_went_apart(desk: Desk) -> None:
    desk.git("checkout", "--quiet", "-b", "ours")
    desk.page(6)
    desk.commit("ours-1")
    desk.git("checkout", "--quiet", "main")
    desk.page(7)
    desk.commit("main-1")
    desk.git("checkout", "--quiet", "ours")
    assert "5 metres" in desk.text("main")
    assert "6 metres" in desk.text("ours")


def test_a_project_may_lie_in_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "all", "desks/über uns [2]")
    desk.page(5)
    other = desk.repository / "content/explainers"
    other.mkdir(parents=True)
    (other / "not-ours.md").write_text(PAGE.format(1, ""), "utf-8")
    desk.commit("first")
    assert desk.since("first") == ["content/explainers/wall.md"]


@unix_only("symbolic links for everybody")
def test_only_files_that_a_build_reads_are_compared(desk: Desk) -> None:
    desk.write("content/explainers/deeper/more.md", PAGE.format(1, ""))
    desk.write("content/explainers/notes.txt", "x")
    (desk.project / "content/explainers/link.md").symlink_to("wall.md")
    desk.commit("second")
    assert desk.since("second") == ["content/explainers/wall.md"]


def test_before_there_was_a_page_there_is_nothing_to_compare(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "new")
    desk.commit("empty")
    desk.page(5)
    assert desk.since("empty") == []


def test_variables_of_a_hook_do_not_lead_elsewhere(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Desk(tmp_path / "elsewhere")
    elsewhere.page(9)
    elsewhere.commit("first")
    monkeypatch.setenv("GIT_DIR", str(elsewhere.repository / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")
    assert "5 metres" in desk.text("first")


def test_nothing_in_the_project_is_touched(desk: Desk) -> None:
    desk.page(6)
    before = {path: path.stat().st_mtime_ns for path in desk.repository.rglob("*")}
    desk.since("first")
    assert {path: path.stat().st_mtime_ns for path in desk.repository.rglob("*")} == before


def test_a_folder_outside_any_repository_says_so(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="not a git repository"):
        read_archive(tmp_path, "main")


def test_without_git_the_editor_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ArchiveError, match="git is not installed"):
        desk.since("first")


@pytest.mark.usefixtures("quick")
def test_the_workflow_for_pull_requests_finds_what_they_change_in_silence_and_nothing_else(
    desk: Desk, tmp_path: Path
) -> None:
    workflow = yaml.safe_load((PROJECT / ".github/workflows/check.yml").read_text("utf-8"))
    steps = workflow["jobs"]["check"]["steps"]
    [checkout] = [step["with"] for step in steps if "checkout" in step.get("uses", "")]
    assert checkout["fetch-depth"] == 0
    [command] = [step["run"] for step in steps if "site.py" in step.get("run", "")]
    asked = shlex.split(command.replace("$GITHUB_BASE_REF", "main"))[2:]

    def told(branch: str) -> Result:
        """What the workflow says of the merge that GitHub makes for the pull request."""
        place = tmp_path / branch
        desk.git("checkout", "--quiet", "--detach", "main")
        desk.git("merge", "--quiet", "--no-edit", branch)
        desk.git("branch", "--force", f"merge-{branch}")
        desk.git("checkout", "--quiet", "main")
        desk.git("clone", "--quiet", f"file://{desk.repository}", str(place))
        desk.git("-C", str(place), "checkout", "--quiet", "--detach", f"origin/merge-{branch}")
        return CliRunner().invoke(commands, asked, obj=place)

    for branch, more in (("silent", ""), ("honest", "updated: 2026-01-03\n")):
        desk.git("checkout", "--quiet", "-b", branch, "first")
        desk.page(6, more)
        desk.commit(f"{branch}-1")
    desk.git("checkout", "--quiet", "main")
    desk.page(9, "", "pier")  # of somebody else, meanwhile
    desk.commit("main-1")
    silent = told("silent")
    assert silent.exit_code == 1
    assert "file=content/explainers/wall.md,line=3,col=19,title=silent-change" in silent.output
    changed = [line for line in silent.output.splitlines() if "title=silent-change" in line]
    assert not [line for line in changed if "pier.md" in line], "what others changed is not of this pull request"
    assert "silent-change" not in told("honest").output


def test_a_shallow_clone_says_how_to_get_the_rest(desk: Desk, tmp_path: Path) -> None:
    desk.page(6)
    desk.commit("second")
    desk.git("clone", "--quiet", "--depth=1", f"file://{desk.repository}", str(tmp_path / "shallow"))
    first = desk.git("rev-parse", "first").strip()
    with pytest.raises(ArchiveError, match=r"holds the newest commits only.*fetch-depth: 0"):
        read_archive(tmp_path / "shallow", first)
    assert "6 metres" in read_archive(tmp_path / "shallow", "HEAD").files[0].read().decode()


def test_a_partial_clone_fetches_nothing_by_itself(desk: Desk, tmp_path: Path) -> None:
    desk.git("config", "uploadpack.allowFilter", "true")
    place = tmp_path / "partial"
    desk.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", f"file://{desk.repository}", str(place))
    with pytest.raises(ArchiveError, match="does not hold everything that was committed"):
        read_archive(place, "first")


def test_a_branch_without_a_commit_is_compared_with_the_commit_itself(desk: Desk) -> None:
    desk.git("checkout", "--quiet", "--orphan", "afresh")
    assert desk.since("first") == ["content/explainers/wall.md"]


def test_an_explainer_that_git_has_lost_is_told(desk: Desk) -> None:
    oid = desk.git("rev-parse", "first:content/explainers/wall.md").strip()
    (desk.project / ".git/objects" / oid[:2] / oid[2:]).unlink()
    with pytest.raises(ArchiveError, match="this clone does not hold everything that was committed"):
        desk.since("first")
