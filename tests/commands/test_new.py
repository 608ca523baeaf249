"""``new`` and ``source``: files to start from, and how a seed was read."""

import re
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


def test_a_seed_is_shown_as_the_paragraphs_that_are_cited_whole_and_first(desk: Path) -> None:
    result = run(desk, "source", "story")
    assert result.exit_code == 0
    head, _, *lines = result.stdout.split("\n")
    assert head == "seeds/story.txt → source “story”"
    written = [line for line in STORY.split("\n")[3:] if line]
    paragraphs = [line for line in lines if re.match(r"p\d+  ", line)]
    assert lines[: len(paragraphs)] == paragraphs
    assert [line.removeprefix(f"p{number}  ") for number, line in enumerate(paragraphs, 1)] == written
    assert "title       Ports reopen after a long strike" in lines
    assert "published   not detected" in lines
    assert lines[-2] == "4 paragraphs kept, 1 line dropped."


def test_what_is_no_running_text_says_of_what_kind_it_is(desk: Path) -> None:
    told = "Photo: The quay of Port Alma on Monday morning, seen from the north. (Ports Authority)"
    (desk / "seeds" / "story.txt").write_text(STORY.replace("\n\n", f"\n\n{told}\n\n", 2), "utf-8")
    assert "(caption) " in run(desk, "source", "story").stdout


MENU = "".join(f"Link {number} | {'Page ' * number}\n\n" for number in range(1, 13))


def test_what_was_dropped_is_counted_by_reason_and_its_ten_longest_lines_are_shown(desk: Path) -> None:
    (desk / "seeds" / "story.txt").write_text(MENU + STORY, "utf-8")
    counted, _, longest = run(desk, "source", "story").stdout.partition("The 10 longest lines dropped\n")
    reasons = re.findall(r"^ +(\d+)  ([a-z-]+)$", counted.partition("Dropped, by reason\n")[2], re.M)
    shown = re.findall(r"^ +(\d+)  ([a-z-]+): (\S.*)$", longest, re.M)
    assert sum(int(number) for number, _ in reasons) == 13
    assert len(shown) == 10
    assert [int(number) for number, _, _ in shown[:2]] == [23, 21], "the numbers of the lines in the seed"
    lengths = [len(text) for _, _, text in shown]
    assert lengths == sorted(lengths, reverse=True)
    assert max(map(len, longest.splitlines())) <= 100
    assert "All lines: python site.py source story --all\n" in longest


def test_a_seed_of_which_nothing_was_dropped_says_so(desk: Path) -> None:
    (desk / "seeds" / "story.txt").write_text(STORY.replace("By A. Writer\n", ""), "utf-8")
    assert "Nothing was dropped." in run(desk, "source", "story").stdout


def test_all_lines_are_shown_whole_with_the_rule_that_decided_when_asked(desk: Path) -> None:
    told = run(desk, "source", "story", "--all").stdout
    lines = [line.split(maxsplit=3) for line in told.split("\n") if re.match(r" +\d+  (keep|drop)", line)]
    assert [line[3] for line in lines] == [line for line in STORY.split("\n") if line]
    assert lines[0][:3] == ["1", "keep", "headline"]
    assert lines[1][1:3] == ["drop", "byline"]
    assert "by reason" not in told


def test_what_nobody_has_told_of_a_source_is_a_warning(desk: Path) -> None:
    told = run(desk, "source", "story").stderr
    assert told == (
        "Warning: not known: publisher, date (published). Readers are told these; "
        "write a source file: python site.py new source story --from seeds/story.txt\n"
    )
    run(desk, "new", "source", "story", "--from", "story.txt")
    path = desk / "content/sources/story.md"
    assert "write what you know into content/sources/story.md\n" in run(desk, "source", "story").stderr
    path.write_text(path.read_text("utf-8").replace("# publisher:", "publisher:"), "utf-8")
    assert "not known: date (published)." in run(desk, "source", "story").stderr
    path.write_text(path.read_text("utf-8").replace("---\n", "---\npublished: 2026-01\n", 1), "utf-8")
    assert run(desk, "source", "story").stderr == ""


def test_a_warning_says_when_most_of_what_reads_like_prose_was_dropped(desk: Path) -> None:
    path = desk / "seeds" / "story.txt"
    kept = path.read_text("utf-8")
    asked = (f"Subscribe to our newsletter number {number} and we send you all the news." for number in range(12))
    path.write_text("\n\n".join([kept, *asked]), "utf-8")
    told = run(desk, "source", "story")
    assert "Warning: more than half of what reads like prose was dropped. " in told.stderr
    assert "Warning: more than half" in run(desk, "new", "source", "ports", "--from", "story.txt").stderr


def test_a_new_source_says_in_one_line_what_was_found(desk: Path) -> None:
    told = run(desk, "new", "source", "ports", "--from", "story.txt").stdout.split("\n")
    assert told == [
        "Wrote content/sources/ports.md.",
        "Found: title “Ports reopen after a long strike”, author A. Writer, no publisher, no date; "
        "4 paragraphs kept, 1 line dropped.",
        "",
    ]


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
    output = CliRunner().invoke(commands, ["source", "story", "--all"], obj=desk, color=True).output
    assert "\x1b[32mkeep\x1b[0m  headline" in output
    assert "\x1b[31mdrop\x1b[0m  byline" in output
    assert "\x1b[" not in run(desk, "source", "story", "--all").output
