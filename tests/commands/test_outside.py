"""Commands in a folder that is no microsite: all say the same, write nothing and end with 1."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from nutgraf.cli import commands

WITHOUT_SITE = {"completion", "init"}
ASKED = {
    "build": ["--base-url", "no address"],
    "check": ["--since", "v1", "--today", "no day"],
    "clean": [],
    "deploy": ["--dry-run"],
    "new": ["explainer", "Why the harbour closed"],
    "serve": ["--port", "0"],
    "source": ["harbour-report"],
    "update": ["--dry-run"],
}


def test_every_command_that_needs_a_site_is_asked_here() -> None:
    assert {*ASKED} == {*commands.list_commands(click.Context(commands))} - WITHOUT_SITE


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("with_arguments", [True, False])
def test_it_says_that_there_is_none_and_writes_nothing(tmp_path: Path, name: str, with_arguments: bool) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    told = CliRunner().invoke(commands, [name, *(ASKED[name] if with_arguments else [])], obj=tmp_path)
    assert told.exit_code == 1
    assert told.output == (
        f"Error: there is no microsite in {tmp_path}: it has no site.toml. "
        "Go to the folder of yours, or make one: nutgraf init FOLDER. Nothing was done.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("name", ["build", "new", "serve"])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_is_given_anywhere(tmp_path: Path, name: str, flag: str) -> None:
    told = CliRunner().invoke(commands, [name, flag], obj=tmp_path)
    assert told.exit_code == 0
    assert "Usage: " in told.output


def test_settings_that_cannot_be_read_are_a_problem_of_a_site(tmp_path: Path) -> None:
    (tmp_path / "site.toml").symlink_to("nowhere.toml")
    told = CliRunner().invoke(commands, ["check"], obj=tmp_path)
    assert told.exit_code == 1
    assert "no microsite" not in told.output
    assert "site.toml" in told.output
