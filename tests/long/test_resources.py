"""Input that is made to cost: it ends in a problem, or in time and memory in line with its length."""

import os
import socket
import subprocess
from collections.abc import Callable
from functools import partial
from itertools import repeat
from pathlib import Path

import pytest

from nutgraf.build import Build, Options
from nutgraf.kinds.documents import LONGEST
from nutgraf.parse.body import parse_body
from nutgraf.pipeline import build
from nutgraf.problems import Place, Problem, Severity
from nutgraf.publish import OutputError
from nutgraf.read import LARGEST, File, read
from nutgraf.report.text import as_text
from nutgraf.seeds import TooLargeError, read_capture
from tests.cases.problems.case import lay_base
from tests.effort import calls_in
from tests.memory.desk import contents
from tests.systems import unix_only

HEAD = "---\ntitle: Why Westport built a second quay\nstandfirst: One quay was not enough.\ndate: 2026-01-14\n---\n\n"
WHERE = Place("content/pages/long.md", 1, 1)

# Markdown that is repeated; what stands behind the bar is said once, at the end or (with two bars) before.
REPEATED = """
[              ![            ]             [a](          [a](<b        [](           [a](b "       [a](b)
![a](b)        [a            [[a           [[a|          [[a]]␣        [@a           [@a]␣         “a␣b”␣[@a]␣
“a␣b␣          "a␣b␣         *a␣           _a␣           *a_␣          a**b          *a␣**b␣       a***b_c**d*
~~a␣           `a            [`            [a`|`         \\[           &amp;         &             <http://a>
<http://a      <a@           <             <!--␣         <![CDATA[     <a␣b="        [^            ^[
[^1]␣|⏎⏎[^1]:␣x              [a]␣|⏎⏎[a]:␣/u              a⏎            a␣␣⏎          -␣a⏎          1.␣a⏎
>␣a⏎⏎          >␣a⏎>␣—␣b␣[@c]⏎⏎            >␣            -␣            *␣            ##␣h⏎⏎        a⏎-⏎⏎
|||a|b|⏎|-|-|⏎||c|d|⏎        |a            ```⏎          ~~~␣a⏎        :::⏎          :::{note}⏎    :::{note}⏎:::⏎⏎
[a]:␣u⏎        [a]:␣u␣"      [a⏎           ---⏎          <div>⏎⏎       ⇥a⏎           —             \u0301
(              "             “             😀            \\            {{            {%            ```
"""


def attacks() -> list[tuple[str, Callable[[int], str]]]:
    found: list[tuple[str, Callable[[int], str]]] = []
    for written in REPEATED.split():
        sign = written.replace("␣", " ").replace("⏎", "\n").replace("⇥", "\t")
        if sign.startswith("||"):
            before, sign = sign[2:].split("||")
            found.append((written, partial(lambda before, sign, times: before + sign * times, before, sign)))
        elif "|" in sign and not sign.startswith(("|", "[[")):
            sign, behind = sign.split("|", 1)
            found.append((written, partial(lambda sign, behind, times: sign * times + behind, sign, behind)))
        else:
            found.append((written, partial(str.__mul__, sign)))
    return [
        *found,
        ("brackets and their ends", lambda times: "[" * times + "a" + "](b)" * times),
        ("pictures in pictures", lambda times: "![" * times + "a" + "](b)" * times),
        ("emphasis and its ends", lambda times: "*a" * times + "b*" * times),
        ("code of every length", lambda times: "".join("e" + "`" * (each % 60 + 1) for each in range(times))),
        ("addresses of links", lambda times: "".join(f"[a{each}]: /u\n" for each in range(times))),
        ("footnotes that nothing marks", lambda times: "".join(f"[^{each}]: x\n\n" for each in range(times))),
        ("a table as wide as long", lambda times: "|a" * times + "|\n" + "|-" * times + "|\n" + "|x\n" * times),
        ("lists ever deeper", lambda times: "".join("  " * (each % 60) + "- a\n" for each in range(times))),
    ]


ATTACKS = attacks()


def cost(markdown: str, *, raw_html: bool) -> int:
    return calls_in(lambda: parse_body(markdown, WHERE, raw_html=raw_html))


@pytest.mark.parametrize("make", [make for _, make in ATTACKS], ids=[name for name, _ in ATTACKS])
def test_markdown_twice_as_long_costs_twice_as_much(make: Callable[[int], str]) -> None:
    cost(make(5), raw_html=False)  # what is made once is made now
    once, twice = (cost(make(times), raw_html=False) for times in (150, 300))
    assert twice < once * 2.3 + 2_000


@pytest.mark.parametrize("sign", ["<!-- ", "<![CDATA[", '<a b="', "<?", "<!A ", "</", "<a ", "<div>\n\n", "<pre>\n"])
def test_so_does_html_where_it_is_let_through(sign: str) -> None:
    cost(sign * 5, raw_html=True)
    once, twice = (cost(sign * times, raw_html=True) for times in (150, 300))
    assert twice < once * 2.3 + 2_000


# Files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    lay_base(tmp_path)
    return tmp_path


def checked(project: Path) -> Build:
    return build(Options(project, project / "build", publishes=False))


def errors(done: Build) -> list[Problem]:
    return [problem for problem in done.problems if problem.severity is Severity.ERROR]


TOO_LONG = {
    "one-line.md": HEAD + "word " * 2_000_000,
    "headings.md": HEAD + "## What?\n\n" * 100_000,
    "facts.md": HEAD.replace("\n---\n\n", "\nkey_facts:\n" + "  - {label: a, value: b}\n" * 10_000 + "---\n"),
    "letters.md": HEAD + "a" * LONGEST,
    "blanks.md": HEAD + " " * LONGEST,
}


def test_files_that_nobody_could_read_are_not_read(project: Path) -> None:
    for name, text in TOO_LONG.items():
        (project / "content" / "explainers" / name).write_text(text, "utf-8")
    (project / "seeds" / "line.txt").write_text("word " * 2_000_000, "utf-8")
    (project / "seeds" / "report.md").write_text("word " * 110_000, "utf-8")
    (project / "seeds" / "page.html").write_text("<p>word</p>" * 500_000, "utf-8")
    done = checked(project)
    names = {f"content/explainers/{name}" for name in TOO_LONG}
    assert {(problem.rule, problem.place.path) for problem in errors(done)} == {
        ("too-large", name) for name in names | {"seeds/line.txt", "seeds/report.md", "seeds/page.html"}
    }


def test_a_file_of_a_gigabyte_is_not_even_opened(project: Path) -> None:
    with (project / "content" / "pages.md").open("wb") as file:
        file.truncate(LARGEST + 1)
    with (project / "assets" / "film.mp4").open("wb") as file:
        file.truncate(2_000_000_000)
    opened: list[str] = []

    def digest(_: str, name: str) -> str:
        opened.append(name)
        return ""

    _, problems = read(project, digest)
    assert [(problem.rule, problem.place.path) for problem in problems] == [
        ("too-large", "assets/film.mp4"),
        ("too-large", "content/pages.md"),
    ]
    assert not {"assets/film.mp4", "content/pages.md"} & set(opened)


def test_a_list_of_ten_thousand_is_told_in_one_line(project: Path) -> None:
    lists = "key_facts: [" + "{}, " * 8_000 + "{}]\ntopics: [" + "a, " * 5_000 + "a]\n"
    page = project / "content" / "explainers" / "harbour.md"
    page.write_text(HEAD.replace("---\n\n", f"{lists}---\n"), "utf-8")
    told = {problem.message for problem in errors(checked(project))}
    assert "“key_facts” has 8001 entries; 7 is the most" in told
    assert "“topics” has 5001 entries; 20 is the most" in told


def test_three_thousand_mistakes_in_one_line_are_shown_in_line_with_their_number() -> None:
    line = "“a b” " * 3_000
    problems = [Problem("r", Severity.ERROR, Place("a.md", 1, 6 * each + 1, 5), "m") for each in range(3_000)]
    page = File("a.md", line.encode(), "")
    few, many = (calls_in(lambda: as_text(problems[:number], [page])) for number in (300, 600))  # noqa: B023
    assert many < few * 2.3


@unix_only("paths relative to an open folder")
def test_folders_may_lie_in_one_another_as_deep_as_the_disk_takes_them(project: Path) -> None:
    here = os.open(project / "content", os.O_RDONLY)
    for _ in repeat(None, 1_500):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("note.md", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    try:
        [problem] = checked(project).problems
    finally:
        subprocess.run(["rm", "-r", str(project / "content")], check=True)  # shutil goes no deeper than Python’s stack
    assert problem.rule in {"misplaced-file", "unreadable-file"}


@unix_only("named pipes")
@pytest.mark.parametrize("folder", ["content/explainers", "seeds", "assets/images", "locale"])
def test_a_pipe_and_a_socket_are_not_waited_for(project: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / folder).mkdir(parents=True, exist_ok=True)
    os.mkfifo(project / folder / "pipe.md")
    monkeypatch.chdir(project / folder)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")
        _, problems = read(project)
    assert [(problem.rule, problem.place.path) for problem in problems] == [
        ("unreadable-file", f"{folder}/pipe.md"),
        ("unreadable-file", f"{folder}/socket.md"),
    ]


@unix_only("named pipes")
def test_a_pipe_among_the_templates_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "templates" / "components" / "pipe.html")
    assert errors(checked(project)) == []


def test_a_file_that_vanishes_while_it_is_read_was_never_there(project: Path) -> None:
    gone = project / "content" / "glossary" / "quay.md"

    def digest(path: str, name: str) -> str:
        if Path(path) == gone:
            gone.unlink()
            raise FileNotFoundError(path)
        return name

    files, problems = read(project, digest)
    assert problems == ()
    assert "content/glossary/quay.md" not in {file.path for file in files}


def test_where_nothing_can_be_remembered_the_editor_is_told(project: Path) -> None:
    (project / ".cache").write_text("", "utf-8")
    with pytest.raises(OutputError, match=r"\.cache.* cannot be written: "):
        checked(project)


def test_a_disk_that_takes_nothing_more_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def refuse(path: Path, data: bytes) -> int:
        if ".nutgraf-new" in path.parts:
            raise OSError(30, "Read-only file system", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OutputError, match="cannot be written: Read-only file system"):
        build(Options(project, project / "build"))
    assert not (project / "build").exists()


def test_files_from_before_there_were_clocks_make_the_same_site(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(Options(project, project / "build"))
    then = tmp_path_factory.mktemp("then")
    lay_base(then)
    for path in then.rglob("*"):
        os.utime(path, (0, 0))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setattr("time.time", lambda: 0.0)
    build(Options(then, then / "build"))
    assert contents(then / "build") == contents(project / "build")
    page = then / "content" / "glossary" / "quay.md"
    page.write_text(page.read_text("utf-8").replace("A wall in", "A wall of"), "utf-8")
    os.utime(page, (0, 0))
    assert build(Options(then, then / "build")).written > 0


# Seeds


SEEDS = "[ ![ “a␣b␣ a⏎⏎ By␣A⏎ <p> <div> <b> &amp; <!-- <table><tr><td> |␣a␣ -␣a⏎".split()


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_seed_twice_as_long_costs_twice_as_much(suffix: str) -> None:
    for sign in (each.replace("␣", " ").replace("⏎", "\n") for each in SEEDS):
        calls_in(lambda: read_capture(sign * 5, suffix))  # noqa: B023  # called at once
        once, twice = (calls_in(lambda: read_capture(sign * times, suffix)) for times in (150, 300))  # noqa: B023
        assert twice < once * 2.3 + 2_000, sign


def test_a_markdown_seed_has_its_limit() -> None:
    with pytest.raises(TooLargeError, match="500,000 at most"):
        read_capture("a" * 500_001, ".md")
