"""``new`` and ``source``: files to start from, and how a seed was read."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nutgraf.cli import commands
from nutgraf.kinds.documents import parse
from nutgraf.problems import Severity
from nutgraf.read import read
from tests.resolve.desk import SETTINGS, STORY


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project with nothing but settings and one seed."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "site.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "seeds" / "story.txt").write_text(STORY, "utf-8")
    return tmp_path


def run(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, list(arguments), obj=desk)


def faults(desk: Path) -> list[str]:
    """What is wrong with the files of the desk, infos left out."""
    _, problems = parse(read(desk)[0])
    return [problem.message for problem in problems if problem.severity is not Severity.INFO]


def test_every_kind_of_file_can_be_started_and_reads_without_a_fault(desk: Path) -> None:
    for arguments in (
        ("source", "ports", "--from", "seeds/story.txt"),
        ("explainer", "Why the ports closed", "--from", "ports"),
        ("explainer", "Without a source"),
        ("term", "Pax Silica"),
        ("page", "about"),
    ):
        result = run(desk, "new", *arguments)
        assert result.exit_code == 0, result.output
        assert result.output.startswith("Wrote content/")
    assert faults(desk) == []
    written = sorted(path.relative_to(desk / "content").as_posix() for path in (desk / "content").rglob("*.md"))
    assert written == [
        "explainers/why-the-ports-closed.md",
        "explainers/without-a-source.md",
        "glossary/pax-silica.md",
        "pages/about.md",
        "sources/ports.md",
    ]


def test_a_source_file_pins_its_seed_and_holds_what_was_found(desk: Path) -> None:
    assert run(desk, "new", "source", "ports", "--from", "story.txt").exit_code == 0
    documents, _ = parse(read(desk)[0])
    (source,) = documents.source_files
    (capture,) = documents.captures
    assert source.seed.text == "story.txt"
    assert source.sha256
    assert source.sha256.text == capture.sha256
    assert source.author == "A. Writer"


def test_a_capture_from_elsewhere_is_copied_into_seeds(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    capture = tmp_path_factory.mktemp("elsewhere") / "other.txt"
    capture.write_text(STORY, "utf-8")
    assert run(desk, "new", "source", "other", "--from", str(capture)).exit_code == 0
    assert (desk / "seeds" / "other.txt").read_text("utf-8") == STORY
    again = run(desk, "new", "source", "another", "--from", str(capture))
    assert again.exit_code == 1
    assert "seeds/other.txt is there already" in again.output


def test_the_draft_holds_the_sources_figures_and_names(desk: Path) -> None:
    assert run(desk, "new", "explainer", "ports-closed", "--from", "story").exit_code == 0
    text = (desk / "content" / "explainers" / "ports-closed.md").read_text("utf-8")
    assert "title: Ports closed\n" in text
    assert "draft: true" in text
    assert '#     value: "50%"' in text
    assert "[@story p1]" in text


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("explainer", "a", "--from", "nope"), 1, "there is no source “nope”: the sources are story."),
        (("explainer", "a", "--from", "storey"), 1, "there is no source “storey”: did you mean “story”?."),
        (("source", "a"), 2, "a source is made from one capture; name it: --from seeds/article.txt."),
        (("source", "a", "--from", "site.toml"), 1, "site.toml cannot be read as a source; seeds are .txt, "),
        (("source", "a", "--from", "nope.txt"), 1, "there is no file nope.txt"),
        (("term", "a", "--from", "story"), 2, "--from goes with explainers and sources; leave it out for a term."),
        (("term", "…"), 2, "holds no letter or digit"),
        (("poem", "a"), 2, "poem"),
    ],
)
def test_what_cannot_be_started_is_said_and_writes_nothing(
    desk: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    result = run(desk, "new", *arguments)
    assert (result.exit_code, told in result.output) == (code, True), result.output
    assert not (desk / "content").exists()


def test_before_the_first_capture_a_message_says_where_it_goes(desk: Path) -> None:
    (desk / "seeds/story.txt").unlink()
    told = "there is no source “story”: none is there yet; put a capture into seeds/."
    assert told in run(desk, "new", "explainer", "a", "--from", "story").output
    assert told in run(desk, "source", "story").output


def test_a_folder_that_cannot_be_written_is_named(desk: Path) -> None:
    (desk / "content").write_text("in the way", "utf-8")
    result = run(desk, "new", "term", "Levy")
    assert result.exit_code == 1
    assert "content/glossary/levy.md cannot be written: " in result.output


def test_a_capture_that_cannot_be_copied_is_named(desk: Path) -> None:
    (desk / "seeds").rename(desk / "elsewhere")
    (desk / "seeds").write_text("in the way", "utf-8")
    result = run(desk, "new", "source", "ports", "--from", str(desk / "elsewhere/story.txt"))
    assert result.exit_code == 1
    assert "seeds/story.txt cannot be written: " in result.output
    assert not (desk / "content").exists()


def test_a_capture_that_cannot_be_read_leaves_nothing_behind(
    desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    capture = tmp_path_factory.mktemp("elsewhere") / "w.txt"
    capture.write_bytes("She said “build it” on Tuesday.\n".encode("windows-1252"))
    result = run(desk, "new", "source", "mayor", "--from", str(capture))
    assert result.exit_code == 1
    assert result.output == (
        f"Error: {capture} cannot be read: byte 0x93 on line 1 is not UTF-8; save the file as UTF-8, or name its "
        "encoding: `encoding: windows-1252`. Nothing was written. To name it, put the file into seeds/ and write "
        "content/sources/mayor.md, with “seed: w.txt” and “encoding: …” in its front matter.\n"
    )
    assert [path.name for path in (desk / "seeds").iterdir()] == ["story.txt"]
    assert not (desk / "content").exists()

    (desk / "seeds/w.txt").write_bytes(capture.read_bytes())  # which is what it says
    (desk / "content/sources").mkdir(parents=True)
    (desk / "content/sources/mayor.md").write_text("---\nseed: w.txt\nencoding: windows-1252\n---\n", "utf-8")
    assert faults(desk) == []


def test_a_capture_in_an_encoding_that_is_named_already_is_read_in_it(desk: Path) -> None:
    (desk / "seeds/w.txt").write_bytes("She said “build it” on Tuesday.\n".encode("windows-1252"))
    (desk / "content/sources").mkdir(parents=True)
    (desk / "content/sources/mayor.md").write_text("---\nseed: w.txt\nencoding: windows-1252\n---\n", "utf-8")
    assert run(desk, "new", "source", "again", "--from", "w.txt").exit_code == 0


def test_a_file_that_is_there_is_never_overwritten(desk: Path) -> None:
    assert run(desk, "new", "term", "Levy").exit_code == 0
    path = desk / "content" / "glossary" / "levy.md"
    path.write_text("mine", "utf-8")
    result = run(desk, "new", "term", "levy")
    assert result.exit_code == 1
    assert "content/glossary/levy.md is there already. Choose another name, or write into that file." in result.output
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("page", "Timeline", "timeline.md cannot have the address /timeline/, which the site needs itself."),
        ("explainer", "Sources", "sources.md cannot have the address /sources/, which the site needs itself."),
        ("term", "Con", "content/glossary/con.md cannot be an address: Windows keeps this name for a device."),
        ("page", "quay " * 60, "cannot be an address: its name is too long for many a disk."),
        ("page", "About us", "content/explainers/about-us.md has the address /about-us/ already."),
    ],
)
def test_no_file_is_started_that_a_build_would_refuse(desk: Path, kind: str, name: str, told: str) -> None:
    run(desk, "new", "explainer", "About us")
    result = run(desk, "new", kind, name)
    assert (result.exit_code, told in result.output) == (1, True), result.output
    assert [path.name for path in (desk / "content").rglob("*.md")] == ["about-us.md"]


def test_a_term_may_have_a_name_that_pages_may_not(desk: Path) -> None:
    assert run(desk, "new", "term", "Timeline").exit_code == 0


def test_a_seed_is_shown_line_by_line_with_the_rule_that_decided(desk: Path) -> None:
    result = run(desk, "source", "story")
    assert result.exit_code == 0
    lines = result.output.split("\n")
    assert lines[0] == "seeds/story.txt → source “story”"
    assert lines[2].split() == ["1", "keep", "headline", *STORY.split("\n")[0].split()]
    assert "drop  byline" in lines[4]
    assert "title       Ports reopen after a long strike" in lines
    assert "published   not detected" in lines
    assert lines[-2] == "4 paragraphs. 6 lines: 5 kept, 1 dropped."


def test_what_the_desk_says_stands_beside_what_was_detected(desk: Path) -> None:
    run(desk, "new", "source", "ports", "--from", "story.txt")
    path = desk / "content" / "sources" / "ports.md"
    path.write_text(path.read_text("utf-8").replace("author: A. Writer", "author: B. Writer"), "utf-8")
    assert "author      B. Writer  (source file; detected: A. Writer)" in run(desk, "source", "ports").output


def test_an_unknown_source_is_named_with_the_nearest(desk: Path) -> None:
    result = run(desk, "source", "storry")
    assert result.exit_code == 1
    assert "there is no source “storry”: did you mean “story”?" in result.output


def test_kept_and_dropped_lines_are_coloured_on_a_terminal(desk: Path) -> None:
    output = CliRunner().invoke(commands, ["source", "story"], obj=desk, color=True).output
    assert "\x1b[32mkeep\x1b[0m  headline" in output
    assert "\x1b[31mdrop\x1b[0m  byline" in output
    assert "\x1b[" not in run(desk, "source", "story").output
