"""Pictures in a build that remembers the last one: nothing is read or drawn twice."""

from pathlib import Path

import pytest

from nutgraf.build import Build, Options
from nutgraf.memory.place import CACHE
from nutgraf.pipeline import build
from tests.images import makers

PAGE = "content/explainers/sea-wall.md"
PHOTO = "assets/images/port.jpg"


@pytest.fixture
def photo(project: Path) -> Path:
    """The photo that the project’s explainer shows."""
    (project / PHOTO).write_bytes(makers.photo(300, 200))
    with (project / PAGE).open("a", encoding="utf-8") as page:
        page.write("\n![The port](../../assets/images/port.jpg)\n")
    return project / PHOTO


def built(project: Path) -> tuple[Build, list[str]]:
    """The build, and the pictures that it drew."""
    done = build(Options(project, project / "build"))
    assert done.is_published
    return done, [address for address, _ in done.rendered if address.startswith("/assets/images/")]


def test_a_photo_is_drawn_again_only_when_it_has_changed(project: Path, photo: Path) -> None:
    _, drawn = built(project)
    assert len(drawn) == 3  # JPEG, WebP, and the drawing that the page had before
    done, drawn = built(project)
    assert (done.written, drawn) == (0, [])
    (project / PAGE).write_text((project / PAGE).read_text("utf-8").replace("The port", "The harbour"), "utf-8")
    done, drawn = built(project)
    assert (done.written, drawn) == (1, [])
    photo.write_bytes(makers.photo(300, 210))
    done, drawn = built(project)
    assert len(drawn) == 2
    assert done.written == 3  # the page names other files now
    assert not [path for path in (project / "build/assets/images").iterdir() if path.name.startswith("port-")][2:]


def test_a_build_that_remembers_publishes_what_a_first_one_does(project: Path, photo: Path) -> None:
    built(project)
    photo.write_bytes(makers.photo(640, 480, orientation=6))
    built(project)
    files = {path.name: path.read_bytes() for path in (project / "build/assets/images").iterdir()}
    build(Options(project, project / "other", forgets=True))
    assert files == {path.name: path.read_bytes() for path in (project / "other/assets/images").iterdir()}


def test_headers_are_remembered(project: Path, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(project)
    assert (project / CACHE).exists()
    monkeypatch.setattr("nutgraf.resolve.headers.read_header", lambda *_: pytest.fail("it was read again"))
    built(project)


def test_with_a_damaged_photo_nothing_is_written(project: Path, photo: Path) -> None:
    built(project)
    before = {path: path.read_bytes() for path in (project / "build").rglob("*") if path.is_file()}
    data = makers.saved(makers.texture(300, 200), "JPEG")
    photo.write_bytes(data[:-40])
    done = build(Options(project, project / "build"))
    assert [(each.rule, each.place.path) for each in done.problems if each.severity == "error"] == [
        ("bad-image", PHOTO)
    ]
    assert not done.is_published
    assert {path: path.read_bytes() for path in (project / "build").rglob("*") if path.is_file()} == before
