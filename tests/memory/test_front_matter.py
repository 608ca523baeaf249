"""Who writes on in a text waits for the text alone: its front matter is known."""

import subprocess
import sys

import pytest

from tests.memory.desk import Desk

FERRY, WALL = "content/explainers/ferry.md", "content/glossary/wall.md"
_LATE = ("pydantic", "yaml", "frontmatter")  # packages that only reading front matter needs


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A newsroom that has been built."""
    assert desk.build().is_published
    return desk


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no front matter can be read."""

    def fail(path: str, text: str) -> None:
        raise AssertionError(f"{path} was read: {text[:40]}")

    monkeypatch.setattr("nutgraf.parse.yaml_front.read_front_matter", fail)


@pytest.mark.parametrize("new", ["It is not fast.", "It is slow.\n\n## Why?\n\nThe *council*."])
def test_a_line_of_the_text_leaves_the_front_matter_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, new: str
) -> None:
    desk.edit(FERRY, "It is slow.", new)
    with monkeypatch.context() as patched:
        refuse(patched)
        assert desk.build().parsed == (FERRY,)
    assert desk.published() == desk.clean_build()[1]


@pytest.mark.parametrize("new", ["ferry went", "ferry goes\nupdated: 2025-02-03"])
def test_front_matter_that_is_another_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch, new: str) -> None:
    desk.edit(FERRY, "ferry goes", new)
    refuse(monkeypatch)
    with pytest.raises(AssertionError, match="was read"):
        desk.build()


def test_a_line_more_in_the_front_matter_moves_the_places_of_the_text(desk: Desk) -> None:
    desk.edit(FERRY, "It is slow.", "It is slow. [@nobody]")
    before = [each.place.line for each in desk.build().problems if each.rule == "unknown-source"]
    desk.edit(FERRY, "---\n", "---\n# a note\n")
    after = [each.place.line for each in desk.build().problems if each.rule == "unknown-source"]
    assert after == [line + 1 for line in before] != []


def test_what_is_wrong_with_the_front_matter_is_told_as_long_as_it_is(desk: Desk) -> None:
    desk.edit(WALL, "A wall between", f"A {'very ' * 60}long wall between")
    first = desk.build()
    desk.write(WALL, (desk.project / WALL).read_text("utf-8") + "\nMore.\n")
    second = desk.build()
    told = [each.rule for each in first.problems if each.place.path == WALL]
    assert "long-definition" in told
    assert [each.rule for each in second.problems if each.place.path == WALL] == told


def test_a_build_after_a_line_of_the_text_imports_nothing_that_reads_front_matter(desk: Desk) -> None:
    desk.edit(FERRY, "It is slow.", "It is not fast.")
    program = (
        "import sys\nfrom pathlib import Path\nfrom nutgraf.build import Options\nfrom nutgraf.pipeline import build\n"
        "done = build(Options(Path(sys.argv[1]), Path(sys.argv[2])))\n"
        f"print(done.parsed, done.written, sorted(set({_LATE!r}) & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", program, str(desk.project), str(desk.output)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"('{FERRY}',) 1 []"
