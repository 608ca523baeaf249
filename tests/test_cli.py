"""The command as an editor runs it: python site.py …, now and then in a process of its own, which takes longer."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from nutgraf.cli import commands
from tests.sites.templates import shared_templates
from tests.systems import unix_only

Edit = Callable[[str, str, str], None]
MISQUOTE = ("content/explainers/sea-wall.md", "quote: ", "quote: no such words ")
SUMMARY = re.compile(
    r"Built .+/: \d+ pages, \d+ explainers, \d+ terms, \d+ sources?, \d+ quotations checked, \d+ files? changed; "
    r"no warnings\. \d+\.\d\d s"
)


class Done(NamedTuple):
    """What a command said and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def run(project: Path, *arguments: str, cwd: Path | None = None) -> Done:
    """The command in this process, with the templates that it has compiled already."""
    with chdir(cwd or project), shared_templates():
        done = CliRunner().invoke(commands, arguments, obj=project, prog_name="python site.py", catch_exceptions=False)
    return Done(done.exit_code, done.stdout, done.stderr)


def really(project: Path, *arguments: str, cwd: Path | None = None, python: str = sys.executable, **extra: str) -> Done:
    """The command in a process of its own."""
    environment = {**os.environ, **extra}
    command = [python, str(project / "site.py"), *arguments]
    done = subprocess.run(
        command, cwd=cwd or project, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    return Done(done.returncode, done.stdout, done.stderr)


def contents(folder: Path) -> Mapping[str, tuple[bytes, int]]:
    """Every file of a folder, with its bytes and the time it was written."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


class TestABuild:
    def test_writes_the_site_and_ends_with_one_line_of_counts_and_time(self, project: Path) -> None:
        done = really(project, "build")
        assert (done.returncode, done.stderr) == (0, "")
        assert SUMMARY.fullmatch(done.stdout.strip())
        assert (project / "build" / "index.html").is_file()

    def test_works_from_any_folder(self, project: Path, tmp_path: Path) -> None:
        done = really(project, "build", cwd=tmp_path)
        assert done.returncode == 0
        assert (project / "build" / "index.html").is_file()
        assert not (tmp_path / "build").exists()

    def test_writes_nothing_the_second_time(self, project: Path) -> None:
        run(project, "build")
        first = contents(project / "build")
        done = run(project, "build")
        assert " 0 files changed" in done.stdout
        assert contents(project / "build") == first

    def test_writes_only_what_changed_and_removes_what_is_no_longer_made(self, project: Path, edit: Edit) -> None:
        more = project / "content" / "pages" / "more.md"
        more.write_text("---\ntitle: More\n---\nMore words.\n", "utf-8")
        run(project, "build")
        first = contents(project / "build")
        more.rename(more.with_name("other.md"))
        done = run(project, "build")
        assert done.returncode == 0, done.stderr
        second = contents(project / "build")
        assert not (project / "build" / "more").exists()
        assert "other/index.html" in second
        assert {name for name in first if name.startswith("assets/") and first[name] != second[name]} == set()

    def test_that_fails_leaves_the_last_good_build_as_it_was(self, project: Path, edit: Edit) -> None:
        really(project, "build")
        first = contents(project / "build")
        edit("content/pages/about.md", "title: ", "title: Changed, ")
        edit(*MISQUOTE)
        done = really(project, "build")
        assert done.returncode == 1
        assert contents(project / "build") == first
        assert "error[quote-not-found]" in done.stderr
        assert re.fullmatch(
            r"\d errors?\. Nothing was written; build/ still holds the last good build\. \d+\.\d\d s",
            done.stdout.strip(),
        )

    def test_that_fails_the_first_time_promises_no_last_good_build(self, project: Path, edit: Edit) -> None:
        edit(*MISQUOTE)
        done = run(project, "build")
        assert "still holds" not in done.stdout
        assert not (project / "build").exists()

    def test_takes_the_address_of_the_site_from_the_command(self, project: Path) -> None:
        assert run(project, "build", "--base-url", "https://owner.example/repo").returncode == 0
        assert "https://owner.example/repo/timeline/" in (project / "build" / "sitemap.xml").read_text("utf-8")
        assert 'href="/repo/timeline/"' in (project / "build" / "404.html").read_text("utf-8")
        assert "harbour.example" not in (project / "build" / "index.html").read_text("utf-8")

    @pytest.mark.parametrize("url", ["owner.example", "/repo/", "ftp://x/", "https://", "https://a/?b", "http://[x"])
    def test_refuses_an_address_that_is_not_a_full_one(self, project: Path, url: str) -> None:
        done = run(project, "build", "--base-url", url)
        assert done.returncode == 2
        assert "'--base-url'" in done.stderr
        assert not (project / "build").exists()

    def test_shows_drafts_only_when_asked(self, project: Path) -> None:
        draft = project / "content" / "explainers" / "later.md"
        draft.write_text("---\ntitle: Later\nstandfirst: Soon.\ndate: 2025-04-01\ndraft: true\n---\n", "utf-8")
        page = project / "build" / "later" / "index.html"
        for asked, there in (((), False), (("--drafts",), True)):
            done = run(project, "build", *asked)
            assert done.returncode == 0, done.stderr
            assert page.exists() is there
        assert "/later/" not in (project / "build" / "sitemap.xml").read_text("utf-8")
        assert 'content="noindex"' in page.read_text("utf-8")


class TestTheOutputFolder:
    def test_can_be_any_empty_one(self, project: Path, tmp_path: Path) -> None:
        done = run(project, "build", "--output", "elsewhere/site", cwd=tmp_path)
        assert done.returncode == 0
        assert (tmp_path / "elsewhere" / "site" / "index.html").is_file()
        assert done.stdout.startswith("Built elsewhere/site/: ")

    @pytest.mark.parametrize("folder", [".", "..", "/", "content", "content/new", "seeds/x", "assets", "templates/x"])
    def test_is_never_the_project_or_among_its_inputs(self, project: Path, folder: str) -> None:
        before = contents(project)
        done = run(project, "build", "--output", folder)
        assert done.returncode == 2
        assert "'--output'" in done.stderr
        assert re.search(r"holds the project itself|is among the inputs", done.stderr)
        assert contents(project) == before

    def test_is_not_one_with_files_of_others(self, project: Path, tmp_path: Path) -> None:
        (tmp_path / "papers").mkdir()
        (tmp_path / "papers" / "letter.txt").write_text("dear", "utf-8")
        done = run(project, "build", "--output", str(tmp_path / "papers"))
        assert done.returncode == 1
        assert "holds files that are not ours; name an empty folder" in done.stderr
        assert [path.name for path in (tmp_path / "papers").iterdir()] == ["letter.txt"]

    def test_is_not_a_file(self, project: Path, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").write_text("dear", "utf-8")
        done = run(project, "build", "--output", str(tmp_path / "letter.txt"))
        assert done.returncode == 1
        assert "is a file; name a folder" in done.stderr

    @unix_only("symbolic links for everybody")
    def test_is_not_written_through_a_link(self, project: Path, tmp_path: Path) -> None:
        run(project, "build")
        (project / "build" / "about" / "index.html").unlink()
        (project / "build" / "about").rmdir()
        (tmp_path / "mine").mkdir()
        (project / "build" / "about").symlink_to(tmp_path / "mine")
        done = run(project, "build")
        assert done.returncode == 1
        assert "symbolic link" in done.stderr
        assert list((tmp_path / "mine").iterdir()) == []


class TestCheck:
    def test_writes_nothing_and_shows_infos(self, project: Path) -> None:
        before = contents(project)
        done = really(project, "check")
        assert done.returncode == 0
        assert {path: each for path, each in contents(project).items() if not path.startswith(".cache/")} == before
        assert "info[single-source]" in done.stderr
        assert re.fullmatch(r"Checked: \d+ pages, .*; no warnings, 3 infos\. \d+\.\d\d s", done.stdout.strip())

    def test_of_a_site_with_a_misquotation_says_where_and_what(self, project: Path, edit: Edit) -> None:
        edit(*MISQUOTE)
        done = run(project, "check")
        assert done.returncode == 1
        assert re.search(r"^content/explainers/sea-wall\.md:\d+:\d+: error\[quote-not-found\]: ", done.stderr, re.M)
        assert re.fullmatch(r"\d errors?, 3 infos\. \d+\.\d\d s", done.stdout.strip())

    @pytest.mark.parametrize("command", ["build", "check"])
    def test_is_strict_when_asked(self, project: Path, edit: Edit, command: str) -> None:
        edit("content/explainers/sea-wall.md", "key_facts:\n", "key_facts:\n  - {label: Unsourced, value: some}\n")
        lenient, strict = run(project, command), run(project, command, "--strict")
        assert (lenient.returncode, strict.returncode) == (0, 1)
        assert re.search(r"; 1 warning[.,]", lenient.stdout)
        assert "warning[unsourced-fact]" in lenient.stderr
        assert "error[unsourced-fact]" in strict.stderr

    def test_a_strict_build_tells_every_warning_that_check_tells(self, project: Path, edit: Edit) -> None:
        contradicting = "key_facts:\n  - {label: Height, value: 3 metres, source: letter}\n"
        edit("content/explainers/sea-wall.md", "    value: disputed\n", "    value: 4 metres\n")
        edit("content/explainers/ferry.md", "title:", f"{contradicting}title:")
        lenient, strict, checked = run(project, "build"), run(project, "build", "--strict"), run(project, "check")
        assert (lenient.returncode, strict.returncode, checked.returncode) == (0, 1, 0)
        assert "contradiction" not in lenient.stderr
        assert "error[contradiction]" in strict.stderr
        assert "warning[contradiction]" in checked.stderr


class TestFormats:
    def test_json_is_what_the_design_says_and_nothing_else(self, project: Path, edit: Edit) -> None:
        edit(*MISQUOTE)
        done = run(project, "check", "--format", "json")
        assert (done.returncode, done.stderr) == (1, "")
        told: dict[str, Any] = json.loads(done.stdout)
        assert set(told) == {"version", "problems", "summary"}
        assert set(told["summary"]) == {"errors", "warnings", "infos"}
        severities = [each["severity"] for each in told["problems"]]
        assert told["summary"] == {f"{level}s": severities.count(level) for level in ("error", "warning", "info")}
        for each in told["problems"]:
            kinds = {name: type(value) for name, value in each.items()}
            assert kinds == dict.fromkeys(("rule", "severity", "path", "message"), str) | {
                "line": int,
                "column": int,
                "length": type(each["length"]),
                "hints": list,
            }
        wrong = next(each for each in told["problems"] if each["rule"] == "quote-not-found")
        lines = (project / wrong["path"]).read_text("utf-8").split("\n")
        start = wrong["column"] - 1
        assert lines[wrong["line"] - 1][start:].startswith("no such words")
        assert lines[wrong["line"] - 1][start : start + wrong["length"]].endswith(lines[wrong["line"] - 1][-5:])

    def test_json_of_a_site_without_faults_is_json_too(self, project: Path) -> None:
        done = run(project, "build", "--format", "json")
        assert done.returncode == 0
        assert json.loads(done.stdout)["summary"]["errors"] == 0

    def test_github_shows_problems_beside_their_lines(self, project: Path, edit: Edit) -> None:
        edit(*MISQUOTE)
        done = run(project, "check", "--format", "github")
        assert done.returncode == 1
        annotation = r"^::error file=content/explainers/sea-wall\.md,line=\d+,col=\d+,title=quote-not-found::"
        assert re.search(annotation, done.stdout, re.M)
        assert re.search(r"^\d errors?, \d infos\. \d+\.\d\d s$", done.stdout.strip().split("\n")[-1])

    def test_a_terminal_of_another_time_is_no_reason_to_fail(self, project: Path, edit: Edit) -> None:
        edit(*MISQUOTE)
        done = really(project, "check", PYTHONIOENCODING="ascii")
        assert done.returncode == 1
        assert "Traceback" not in done.stderr


class TestUsage:
    @pytest.mark.parametrize("arguments", [("bild",), ("build", "--now"), ("check", "--format", "xml"), ("build", "x")])
    def test_errors_of_usage_end_with_2(self, project: Path, arguments: tuple[str, ...]) -> None:
        done = really(project, *arguments)
        assert done.returncode == 2
        assert "Usage: python site.py" in done.stderr

    def test_help_lists_the_commands(self, project: Path) -> None:
        done = run(project, "--help")
        assert done.returncode == 0
        assert all(f"\n  {command} " in done.stdout for command in ("build", "check", "clean"))

    def test_a_folder_without_settings_is_a_problem_and_no_traceback(self, project: Path) -> None:
        (project / "site.toml").unlink()
        done = really(project, "build")
        assert done.returncode == 1
        assert "site.toml: error[settings]: " in done.stderr


class TestClean:
    def test_removes_what_was_built(self, project: Path) -> None:
        really(project, "build")
        assert (project / ".cache").exists()
        done = really(project, "clean")
        assert done.returncode == 0
        assert re.fullmatch(r"Removed \d+ files from build/ and \.cache/\. \d+\.\d\d s", done.stdout.strip())
        assert not (project / "build").exists()
        assert not (project / ".cache").exists()

    def test_leaves_files_of_others_in_place(self, project: Path) -> None:
        run(project, "build")
        (project / "build" / "notes.txt").write_text("mine", "utf-8")
        done = run(project, "clean")
        assert done.returncode == 0
        assert "also holds files that are not ours, which stay" in done.stdout
        assert [path.name for path in (project / "build").iterdir()] == ["notes.txt"]

    def test_leaves_a_folder_alone_that_was_never_ours(self, project: Path) -> None:
        (project / "build").mkdir()
        (project / "build" / "notes.txt").write_text("mine", "utf-8")
        done = run(project, "clean")
        assert done.returncode == 1
        told = f"Error: {project / 'build'} holds files that are not ours; name an empty folder. Nothing was removed.\n"
        assert done.stderr == told
        assert (project / "build" / "notes.txt").exists()

    def test_says_what_cannot_be_removed(self, project: Path) -> None:
        (project / ".cache").write_text("in the way", "utf-8")
        done = run(project, "clean")
        assert done.returncode == 1
        assert done.stderr == f"Error: {project / '.cache'} cannot be removed: Not a directory.\n"

    def test_has_nothing_to_do_the_second_time(self, project: Path) -> None:
        done = run(project, "clean")
        assert done.returncode == 0
        assert done.stdout.startswith("There was nothing to remove. ")


@pytest.fixture(scope="module")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Python without any packages, in a virtual environment of its own."""
    folder = tmp_path_factory.mktemp("bare") / "a venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    return str(folder / "bin" / "python")


def test_without_the_packages_it_says_which_command_installs_them(project: Path, bare_python: str) -> None:
    done = really(project, "build", python=bare_python)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = re.fullmatch(
        r"The package \w+ is neither installed nor a folder of this site\. Run: (.+)", done.stderr.strip()
    )
    assert told
    assert told[1] == f'cd "{project}" && "{bare_python}" -m pip install -c constraints.txt -r requirements.txt'


def test_a_module_of_the_site_s_own_that_is_misspelt_is_named_as_a_file(project: Path) -> None:
    (project / "ours").mkdir()
    entry = project / "site.py"
    text = entry.read_text("utf-8")
    entry.write_text(
        text.replace("        main(PROJECT)", "        import ours.numbrs\n\n        main(PROJECT)"), "utf-8"
    )
    told = really(project, "check").stderr
    assert "    import ours.numbrs\n" in told
    assert told.endswith("ModuleNotFoundError: No module named 'ours.numbrs'\nThere is no ours/numbrs.py.\n")
    entry.write_text(
        text.replace("        main(PROJECT)", "        import our.numbers\n\n        main(PROJECT)"), "utf-8"
    )
    assert really(project, "check").stderr.startswith(
        "The package our is neither installed nor a folder of this site. "
    )


# A build of the sample site whose progress is shown at once: the real one is over before anyone would want it.
IMPATIENT = """
import sys
from pathlib import Path
from nutgraf import pipeline
from nutgraf.build import Options
from nutgraf.progress import Progress
options = Options(Path(sys.argv[1]), Path(sys.argv[1]) / "build")
with Progress(is_quiet=sys.argv[2] == "quiet", patience=float(sys.argv[3]), every=0) as progress:
    assert pipeline.build(options, progress).is_published
print("done")
"""


def impatient(project: Path, *, terminal: bool, voice: str = "loud", patience: float = 0) -> str:
    """What a build shows on standard error, where the terminal is."""
    command = [sys.executable, "-c", IMPATIENT, str(project), voice, str(patience)]
    if not terminal:
        return subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=True).stderr
    import pty  # which Windows has not

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
    process = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 4096):
            seen += chunk
    except OSError:  # the other end is closed: Linux says so with an error
        pass
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return seen.decode()


class TestProgress:
    @unix_only("pseudo-terminals")
    def test_is_a_bar_on_a_terminal(self, project: Path) -> None:
        seen = impatient(project, terminal=True)
        assert "\x1b[" in seen
        assert "Reading content" in seen
        assert "Making pages" in seen
        assert "100%" in seen

    def test_is_plain_lines_elsewhere(self, project: Path) -> None:
        lines = impatient(project, terminal=False).splitlines()
        assert lines
        assert all(re.fullmatch(r"[A-Z][a-z ]+: \d+ of \d+", line) for line in lines)

    def test_is_silent_when_problems_are_read_by_a_machine(self, project: Path) -> None:
        assert impatient(project, terminal=False, voice="quiet") == ""

    def test_is_not_shown_for_what_is_over_before_anyone_grows_impatient(self, project: Path) -> None:
        assert impatient(project, terminal=False, patience=600) == ""
