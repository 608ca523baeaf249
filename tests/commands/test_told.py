"""How check tells its problems: on a terminal, in colours or without, and in a run of GitHub."""

import os
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nutgraf.cli import commands
from tests.resolve.desk import explainer
from tests.sites.project import copy_site
from tests.systems import unix_only

BROKEN = 14  # pages, each with a source of its own that is not there


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_site("small", tmp_path / "site")


@pytest.fixture
def broken(project: Path) -> Path:
    """The site with many errors of as many causes."""
    for number in range(BROKEN):
        page = project / "content" / "explainers" / f"page-{number:02}.md"
        page.write_text(explainer(f"It opened [@gone-{number:02}]."), "utf-8")
    return project


def run(project: Path, *arguments: str, color: bool = False, **environment: str | None) -> Result:
    return CliRunner().invoke(commands, arguments, obj=project, color=color, env=environment)


def places(text: str) -> list[str]:
    return re.findall(r"gone-\d\d", text)


def test_what_github_would_leave_out_goes_into_the_summary_of_the_run(broken: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n\n", "utf-8")
    done = run(broken, "check", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    annotations = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert len(annotations) == 10
    assert all(line.startswith("::error file=site/content/explainers/page-") for line in annotations)
    table = summary.read_text("utf-8")
    assert table.startswith("# Before\n\n### More problems\n")
    assert "| error | site/content/explainers/page" in table.replace("&#45;", "-")
    assert "| info | site/content/explainers/ferry.md" in table.replace("&#58;2&#58;8", "")
    assert re.search(r"^\d+ more: see the summary of this run\.$", done.stderr, re.M)
    told = [*places("\n".join(annotations)), *places(table)]
    assert sorted(set(told)) == [f"gone-{number:02}" for number in range(BROKEN)]


@pytest.mark.parametrize("summary", [None, "no/such/folder/summary.md"])
def test_without_a_summary_the_rest_is_printed_as_text(broken: Path, summary: str | None) -> None:
    done = run(broken, "check", "--format", "github", GITHUB_STEP_SUMMARY=summary)
    assert done.stdout.count("\n::error ") + done.stdout.startswith("::error ") == 10
    assert done.stderr.count(": error[unknown-source]: ") == BROKEN - 10
    assert "info[single-source]" in done.stderr


def test_ten_problems_need_no_summary(project: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    done = run(project, "check", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.stdout.startswith("::notice ")
    assert (done.stderr, summary.exists()) == ("", False)


def test_in_a_pipe_nothing_is_coloured_or_wrapped(project: Path) -> None:
    lines = run(project, "check").stderr.splitlines()
    assert any(len(line) > 100 for line in lines)
    assert not any("\x1b" in line for line in lines)


def on_terminal(project: Path, *arguments: str, **environment: str) -> str:
    """What the command prints on a terminal of 50 columns, without the bar that says how far it is."""
    import pty  # which Windows does not have

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(project)
        os.environ.update(environment, COLUMNS="50", PYTHONDONTWRITEBYTECODE="1")
        os.execv(sys.executable, [sys.executable, "site.py", *arguments])
    said = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # Linux, when the other end is closed
            break
        if not part:
            break
        said += part
    os.waitpid(child, 0)
    after_progress = said.decode().replace("\r\n", "\n").rpartition("\x1b[?25h")[2]
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-ln-z]\r?", "", after_progress).lstrip("\r\n")


@unix_only("pseudo-terminals")
def test_on_a_terminal_levels_are_coloured_and_lines_fit(project: Path) -> None:
    said = on_terminal(project, "check")
    assert "\x1b[36m\x1b[1minfo[single-source]:\x1b[0m" in said
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said)
    assert max(map(len, plain.splitlines())) <= 50
    assert re.search(r"^Checked: .*\n  \S", plain, re.M), "the last line is wrapped too"


@unix_only("pseudo-terminals")
def test_on_a_terminal_without_colours_lines_fit_too(project: Path) -> None:
    said = on_terminal(project, "check", NO_COLOR="1")
    assert "\x1b[" not in said
    assert "info[single-source]:" in said
    assert max(map(len, said.splitlines())) <= 50


@unix_only("pseudo-terminals")
def test_a_seed_is_shown_in_lines_that_fit_the_terminal(project: Path) -> None:
    said = re.sub(r"\x1b\[[0-9;]*m", "", on_terminal(project, "source", "notice"))
    assert re.search(r"^p1  \S.*\n    \S", said, re.M)
    assert max(map(len, said.splitlines())) <= 50
