"""A microsite that adds a content kind, a box, a check and an output of its own, as docs/extending.md says."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nutgraf.additions import AdditionError
from nutgraf.commands.context import additions
from tests.docs_pages import blocks
from tests.sites.project import PROJECT, SITES, copy_site
from tests.sites.published import Page, words_of

SHOWN = [*blocks(PROJECT / "docs/extending.md")]
# What the docs say to add to components/question.html.
[(IMPORT, BRANCH)] = [block.token.content.split("…\n") for block in SHOWN if block.info == ("jinja",)]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with the additions laid over it."""
    folder = copy_site("small", tmp_path_factory.mktemp("extended") / "project")
    shutil.copytree(SITES / "extended", folder, dirs_exist_ok=True)
    question = folder / "templates/components/question.html"
    text = question.read_text("utf-8")
    text = text.replace('{%- elif part.kind == "notes" %}\n', f'{BRANCH}{{%- elif part.kind == "notes" %}}\n')
    question.write_text(IMPORT + text, "utf-8")
    return folder


def run(project: Path, *asked: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "site.py", *asked]
    return subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False, timeout=120)


def page(project: Path, name: str) -> Page:
    return Page(name, (project / "build" / name).read_text("utf-8"))


def figures(project: Path) -> list[str]:
    return [words_of(each) for each in page(project, "tide/index.html").all("p") if each.get("class") == "pull-figure"]


def test_the_site_has_what_was_added_and_follows_it_when_it_changes(project: Path) -> None:
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    assert figures(project) == ["£4 million Price of the wall", "£4 million Cost"]
    assert "harbour@desk.example" in page(project, "contacts/index.html").html
    assert ".pull-figure-value" in next((project / "build/assets").glob("site.*.css")).read_text("utf-8")
    assert "content/explainers/tide.md:2:8: warning[shouting]: this headline shouts\n" in done.stderr
    assert "     = take the ! out\n" in done.stderr

    assert " 0 files changed" in run(project, "build").stdout
    code = project / "ours/pull_figure.py"
    code.write_text(code.read_text("utf-8").replace("explainer.facts[0]", "explainer.facts[-1]"), "utf-8")
    assert " 1 file changed" in run(project, "build").stdout, "the code of the site is part of what a build remembers"
    assert figures(project) == ["£4 million Price of the wall", "disputed Height"]

    contact = project / "content/contacts/harbour.md"
    contact.write_text(contact.read_text("utf-8").replace("Harbour desk", "Night desk"), "utf-8")
    told = run(project, "build", "--explain").stdout
    assert "contacts/index.html: " in told
    assert " 1 file changed" in told
    assert "Night desk" in page(project, "contacts/index.html").html


def test_mistakes_in_what_was_added_are_told_as_any_other(project: Path) -> None:
    (project / "content/contacts/wrong.md").write_text("---\nname: Nobody\n---\n", "utf-8")
    tide = project / "content/explainers/tide.md"
    before = tide.read_text("utf-8")
    tide.write_text(before.replace(":::{pull-figure} sea-wall", ":::{pull-figur}"), "utf-8")
    told = run(project, "check").stderr
    (project / "content/contacts/wrong.md").unlink()
    tide.write_text(before, "utf-8")
    assert "content/contacts/wrong.md:1:1: error[missing-field]" in told
    assert "error[no-box]: there is no box “pull-figur”" in told
    assert "did you mean “pull-figure”?" in told


def test_a_level_can_be_given_to_a_rule_of_its_own(project: Path) -> None:
    settings = project / "site.toml"
    before = settings.read_text("utf-8")
    settings.write_text(before + '\n[checks]\nshouting = "error"\n', "utf-8")
    done = run(project, "build")
    settings.write_text(before + '\n[checks]\nshoutin = "error"\n', "utf-8")
    misspelt = run(project, "build").stderr
    settings.write_text(before, "utf-8")
    assert (done.returncode, "unknown-field" in done.stderr) == (1, False)
    assert "error[shouting]: this headline shouts" in done.stderr
    assert "error[unknown-field]: there is no rule “shoutin”" in misspelt
    assert "did you mean “shouting”?" in misspelt


def test_the_docs_show_the_files_of_this_site_whole() -> None:
    shown = {block.info[1]: block.token.content for block in SHOWN if len(block.info) > 1}
    assert shown == {path: (SITES / "extended" / path).read_text("utf-8") for path in shown}
    assert set(shown) == {
        *("ours/contacts.py", "ours/pull_figure.py", "ours/shouting.py"),
        *("templates/components/pull-figure.html", "assets/css/components/pull-figure.css"),
        "templates/pages/contacts.html",
    }
    entry = (SITES / "extended/site.py").read_text("utf-8")
    [said] = [block.token.content for block in SHOWN if block.info == ("python",)]
    assert [line for line in said.splitlines() if line.strip() not in entry] == []


def test_what_is_none_of_the_four_kinds_is_refused() -> None:
    with pytest.raises(AdditionError, match=r"site\.py adds .* which is none of Box, Check, Kind, Maker"):
        additions(PROJECT, (print,))
