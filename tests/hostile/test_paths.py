"""Nothing is read outside the project, and nothing is written outside the output folder."""

import os
import sys
from pathlib import Path

import pytest

from nutgraf.build import Options
from nutgraf.pipeline import build
from nutgraf.problems import Severity
from nutgraf.publish import OutputError, check_output, publish, stage
from nutgraf.read import read
from nutgraf.report.data import as_json
from nutgraf.report.text import as_text
from tests.cases.problems.case import PROJECT
from tests.hostile.opened import opened
from tests.sites.project import copy_site
from tests.stages import environment_of
from tests.systems import unix_only

SECRET = "the sluice opens at four"
# What Python reads by itself: its modules, those of the engine, the time zones.
_PYTHON = (*filter(None, sys.path), sys.prefix, sys.base_prefix)
OWN = tuple(Path(os.path.realpath(path)) for path in (*_PYTHON, str(PROJECT / "nutgraf")))
SYSTEM = tuple(map(Path, ("/usr", "/etc/localtime", "/etc/mime.types", "/proc", "/dev")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    for name in ("secret.md", "secret.txt", "secret.html", "secret.css", "secret.svg", "secret.po", "site.toml"):
        (tmp_path / "outside" / name).write_text(f"---\ntitle: x\n---\n{SECRET}\n", "utf-8")
    return copy_site("small", tmp_path / "project")


def strangers(paths: set[Path], *ours: Path) -> list[Path]:
    """The paths that lie in none of our folders."""
    known = (*(Path(os.path.realpath(path)) for path in ours), *OWN, *SYSTEM)
    return sorted(path for path in paths if not any(path == each or each in path.parents for each in known))


def test_a_build_reads_the_project_and_writes_its_output(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "elsewhere" / "site"
    with opened() as seen:
        done = build(Options(project, output))
    assert done.is_published
    assert project / "site.toml" in seen.read
    assert strangers(seen.read, project, output) == []
    assert output / "index.html" in seen.changed
    assert strangers(seen.changed, output, project / ".cache", output.parent) == []


def test_checking_writes_nothing_but_what_it_remembers(project: Path) -> None:
    with opened() as seen:
        build(Options(project, project / "build", publishes=False))
    assert strangers(seen.changed, project / ".cache") == []
    assert not (project / "build").exists()


LINKS = (
    ("content/explainers/linked.md", "secret.md"),
    ("content/glossary", ""),
    ("content/pages/more", ""),
    ("seeds/secret.txt", "secret.txt"),
    ("seeds/more", ""),
    ("assets/css/components/secret.css", "secret.css"),
    ("assets/images", ""),
    ("locale", ""),
    ("templates/components/secret.html", "secret.html"),
    ("templates/more", ""),
    ("site.toml", "site.toml"),
    ("content", ""),
    ("seeds", ""),
    ("assets", ""),
    ("templates", ""),
)


@unix_only("symbolic links for everybody")
@pytest.mark.parametrize(("name", "target"), LINKS)
def test_a_link_that_leads_out_is_refused_and_not_followed(project: Path, name: str, target: str) -> None:
    link = project / name
    if link.exists():
        link.rename(project / "moved-away")
    link.symlink_to(project.parent / "outside" / target)
    with opened() as seen:
        files, problems = read(project)
    assert [problem.place.path for problem in problems if problem.rule == "symlink"] == [name]
    assert [file.path for file in files if "secret" in file.path] == []
    assert strangers(seen.read, project) == []


@unix_only("symbolic links for everybody")
def test_a_hard_link_or_a_project_behind_a_link_is_a_file_like_others(project: Path, tmp_path: Path) -> None:
    (tmp_path / "here").symlink_to(project)
    assert read(tmp_path / "here") == (
        tuple(type(file)(file.path, str(tmp_path / "here" / file.path), file.digest) for file in read(project)[0]),
        (),
    )


FIELDS = {
    "content/sources/above.md": "---\nseed: ../../outside/secret.txt\n---\n",
    "content/sources/absolute.md": "---\nseed: {outside}/secret.txt\n---\n",
    "content/pages/picture.md": "---\ntitle: Note\n---\n![Secret](../../../outside/secret.svg)\n",
    "content/pages/file.md": "---\ntitle: Note\n---\n![Secret](file://{outside}/secret.svg)\n",
    "content/pages/link.md": "---\ntitle: Note\n---\n[Secret](../../../outside/secret.md)\n",
    "content/pages/slash.md": "---\ntitle: Note\n---\n[Secret]({outside}/secret.md)\n",
    "assets/css/components/own.css": "@layer components { .x { background: url(../../../../outside/secret.svg) } }\n",
}
TEMPLATES = {
    "templates/pages/page.html": '{% include "../../../outside/secret.html" %}',
    "templates/pages/term.html": '{% include "{outside}/secret.html" %}',
    "templates/pages/source.html": '{% extends "../../outside/secret.html" %}',
    "templates/pages/explainer.html": '{% include view.title ~ "/../../../outside/secret.html" %}',
}


@pytest.mark.parametrize("parts", [FIELDS, TEMPLATES], ids=["fields", "templates"])
def test_no_field_and_no_template_name_leads_out(project: Path, parts: dict[str, str]) -> None:
    for name, text in {"content/pages/about.md": "---\ntitle: About\n---\n", **parts}.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text.replace("{outside}", str(project.parent / "outside")), "utf-8")
    with opened() as seen:
        done = build(Options(project, project / "build", publishes=False))
    assert parts.keys() <= {problem.place.path for problem in done.problems if problem.severity is Severity.ERROR}
    assert strangers(seen.read, project) == []


NAMES = (
    b"content/explainers/a\nb.md",
    b"content/explainers/\xff.md",
    b"seeds/a\nb.txt",
    b"seeds/\xff.txt",
    b"seeds/\xe2\x80\xaetxt.exe.txt",  # U+202E, after which letters run from right to left
    b"assets/images/a\x1bb.svg",
    b"locale/\x07.po",
)


def test_names_with_signs_that_nobody_can_see_are_refused(project: Path) -> None:
    for name in NAMES:
        place = os.path.join(os.fsencode(project), name)  # noqa: PTH118  # bytes
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120  # as above
        with open(place, "wb") as file:  # noqa: PTH123  # as above
            file.write(b"Harbour Opens Second Quay\n")
    done = build(Options(project, project / "build", publishes=False))
    refused = {problem.place.path for problem in done.problems if problem.rule == "bad-name"}
    assert refused == {os.fsdecode(name) for name in NAMES}
    assert "\n     = give it another\n" in as_text(done.problems, done.files)
    as_json(done.problems)


def test_templates_cannot_reach_the_system(project: Path) -> None:
    environment = environment_of(project / "templates")
    assert not {"open", "lipsum", "cycler", "range"} & environment.globals.keys()


def test_no_old_address_leads_out_of_the_site(project: Path) -> None:
    for number, old in enumerate(("../up", "/../../up/", "a/../../up", "//host/up", "%2e%2e/up", "..\\up", "/", ".")):
        page = project / "content" / "pages" / f"note-{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: Note\naliases: ['{old}']\n---\nWords.\n", "utf-8")
    with opened() as seen:
        build(Options(project, project / "build"))
    assert strangers(seen.changed, project / "build", project / ".cache") == []


# The output folder


@pytest.mark.parametrize("name", ["/", "~", "~/..", ".", "..", "content", "content/new", "seeds/x", "assets", "locale"])
def test_a_site_is_not_written_over_what_is_there(project: Path, name: str) -> None:
    folder = Path(name).expanduser() if name.startswith("~") else project / name
    with pytest.raises(OutputError):
        check_output(project, folder)


@pytest.mark.parametrize("name", ["templates", "templates/deep/er", "nutgraf", ".git/site", ".github"])
def test_nor_over_what_makes_it(project: Path, name: str) -> None:
    with pytest.raises(OutputError, match="among the inputs"):
        check_output(project, project / name)


@unix_only("symbolic links for everybody")
def test_a_link_to_a_folder_is_that_folder(project: Path, tmp_path: Path) -> None:
    for number, target in enumerate((project, project / "content", Path.home(), Path("/"))):
        link = tmp_path / f"link-{number}"
        link.symlink_to(target)
        with pytest.raises(OutputError):
            check_output(project, link)


def test_a_folder_has_the_same_name_in_other_letters_on_some_disks(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat

    def careless(path: Path, **options: bool) -> os.stat_result:
        return stat(Path(str(path).replace("CONTENT", "content")), **options)

    monkeypatch.setattr(Path, "stat", careless)
    with pytest.raises(OutputError, match="among the inputs"):
        check_output(project, project / "CONTENT")


@pytest.mark.parametrize("name", ["build", "public/site", "docs/site", "../site", "contents"])
def test_any_other_folder_will_do(project: Path, name: str) -> None:
    check_output(project, project / name)


@unix_only("symbolic links for everybody")
def test_no_file_is_written_through_a_link_in_the_output_folder(tmp_path: Path) -> None:
    output = tmp_path / "build"
    (tmp_path / "mine").mkdir()
    stage("index.html", b"one", output)
    publish(["index.html"], ["index.html"], output)
    (output / "assets").symlink_to(tmp_path / "mine")
    stage("assets/site.js", b"two", output)
    with pytest.raises(OutputError, match="is a symbolic link"):
        publish(["assets/site.js"], ["index.html", "assets/site.js"], output)
    assert list((tmp_path / "mine").iterdir()) == []
