"""The pages that ``init`` lays out speak to a desk: they name nothing that only this repository has."""

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from nutgraf.cli import commands
from nutgraf.outfit.shipped import PARTS, shipped
from tests.outfit.desk_docs import faults, foreign
from tests.sites.project import PROJECT

PAGES = ("README.md", *(path for path in shipped() if path.endswith(".md")))
# Pages that speak of files only this repository has. A new page is one of these, or one of PARTS.
FOR_DEVELOPERS = {
    "docs/architecture.md",
    "docs/audit.md",
    "docs/decisions",
    "docs/performance.md",
    "docs/readme",
    "docs/releasing.md",
    "docs/security.md",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "harbour"
    assert CliRunner().invoke(commands, ["init", str(folder)], obj=PROJECT).exit_code == 0
    return folder


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_only_what_a_desk_has(name: str, site: Path) -> None:
    page = site / name
    assert [*faults(page.read_text("utf-8"), page, site)] == []


def test_nor_does_any_other_text_that_comes_with_the_program(site: Path) -> None:
    texts = {path: (site / path).read_text("utf-8", "replace") for path in shipped()}
    texts["locale/interface.pot"] = re.sub("(?m)^#:.*", "", texts["locale/interface.pot"])  # where we say a message
    assert {path: named for path, text in texts.items() if (named := [*foreign(text, site)])} == {}


@pytest.mark.parametrize(
    "named",
    [
        "`nutgraf/views/`",
        "`nutgraf/images/sizes.py`",
        "`sizes.py`",
        "See tests/plan/test_linked_data.py.",
        "`tools/fonts.py`",
        "[why](decisions/outfit.md)",
        "[how](architecture.md#views)",
        "[the colours](theming.md#no-such-heading)",
        "`docs/performance.md`",
        "`CONTRIBUTING.md`",
        "`Makefile`",
        "`make bench`",
        "```\nmake lint test\n```",
        "```\n.venv/bin/pytest\n```",
        "`python -m tools.audit`",
        "```\npython -m tests.test_docs\n```",
        "`templates/pages/gone.html`",
        "`components/gone.css`",
        "`assets/js/gone.js`",
    ],
)
def test_what_a_desk_does_not_have_would_be_found(named: str, site: Path) -> None:
    assert [*faults(f"# A page\n\n{named}\n", site / "docs/theming.md", site)]


@pytest.mark.parametrize(
    "named",
    [
        "`content/explainers/trade-talks.md` and `seeds/harbour.txt`",
        "`build/` and `wheels/`",
        "`pages/home.html`, `status.css`, `site.toml`, `docs/writing.md`",
        "`locale/interface.pot` becomes `locale/de.po`",
        "[fields](views.md#explainerview), [below](#fonts), [Jinja](https://jinja.palletsprojects.com/)",
        "```\npython -m pip install -c constraints.txt x\npython site.py build\n```",
        "They make headlines, and make light of it. Tests and tools are not paths.",
        "`</strong>` and `2026-02-04/2026-02-05`",
    ],
)
def test_what_it_has_or_makes_is_not(named: str, site: Path) -> None:
    assert [*faults(f"# A page\n\n{named}\n", site / "docs/theming.md", site)] == []


def test_every_page_is_for_desks_or_for_developers() -> None:
    pages = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "docs").iterdir()}
    assert pages == {part for part in PARTS if part.startswith("docs/")} | FOR_DEVELOPERS


def test_every_picture_that_is_shipped_is_shown() -> None:
    text = "".join(path.read_text("utf-8") for name, path in shipped().items() if name.endswith(".md"))
    pictures = [name.removeprefix("docs/") for name in shipped() if name.startswith("docs/images/")]
    assert pictures
    assert [name for name in pictures if f"]({name})" not in text] == []


def test_a_wheel_carries_what_init_lays_out() -> None:
    wheel = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert sorted([*wheel["only-include"], *wheel["force-include"]]) == sorted(["nutgraf", *PARTS])
    assert all(place == f"nutgraf_outfit/{path}" for path, place in wheel["force-include"].items())
    beside = {re.split("[/]", path)[0] for path in wheel["only-include"]} - {"nutgraf"}
    assert wheel["sources"] == {path: f"nutgraf_outfit/{path}" for path in beside}
