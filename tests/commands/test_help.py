"""What the command line teaches: help with examples and defaults, what comes next in a folder, and completion."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from nutgraf.cli import commands
from nutgraf.commands.captures import names_for_shell
from tests.sites.project import PROJECT

CONTEXT = click.Context(commands, help_option_names=["-h", "--help"])
COMMANDS = {name: commands.get_command(CONTEXT, name) for name in commands.list_commands(CONTEXT)}


def said(project: Path, *asked: str) -> str:
    result = CliRunner().invoke(commands, list(asked), obj=project)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_examples_that_can_be_given(name: str) -> None:
    examples = [
        line.strip()
        for line in said(PROJECT, name, "--help").splitlines()
        if line.startswith(("  python site.py ", "  nutgraf "))
    ]
    assert any(example.split()[1 if example.startswith("nutgraf") else 2] == name for example in examples)


def test_the_list_of_commands_is_not_cut_off() -> None:
    listed = said(PROJECT, "--help").partition("Commands:\n")[2]
    assert all(f"  {name} " in listed for name in COMMANDS)
    assert "..." not in listed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_default_is_told(name: str) -> None:
    """An option that takes a value and need not be given says what it is then; but for those that are empty then."""
    command = COMMANDS[name]
    assert command
    told = said(PROJECT, name, "--help")
    for option in command.params:
        if isinstance(option, click.Option) and not option.is_flag and isinstance(option.default, str | int):
            assert f"[default: {option.default}" in " ".join(told.split()), option.name


def test_an_empty_folder_is_told_how_to_begin(tmp_path: Path) -> None:
    assert "There is no microsite in this folder." in said(tmp_path)
    assert "nutgraf init FOLDER  make one" in said(tmp_path)


def test_what_comes_next_depends_on_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('title = "The Dock"\n', "utf-8")
    told = said(tmp_path)
    assert told.startswith("The Dock: 0 explainers, 0 terms, 0 seeds.\n")
    assert "new source NAME --from FILE" in told
    assert "new explainer" in told
    for name in ("seeds/a.txt", "seeds/.gitkeep", "content/explainers/a.md", "build/.nutgraf.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    told = said(tmp_path)
    assert told.startswith("The Dock: 1 explainer, 0 terms, 1 seed.\n")
    assert " new " not in told
    assert "site.py deploy --dry-run" in told


@pytest.mark.parametrize("settings", [b"title = ", b"\xff"])
def test_a_site_whose_settings_cannot_be_read_goes_by_its_folder(tmp_path: Path, settings: bytes) -> None:
    (tmp_path / "site.toml").write_bytes(settings)
    assert said(tmp_path).startswith(f"{tmp_path.name}: ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_be_taught(shell: str) -> None:
    assert "_NUTGRAF_COMPLETE" in said(PROJECT, "completion", shell)


def test_a_shell_completes_commands_sources_and_seeds() -> None:
    asked = {"COMP_WORDS": "nutgraf source go", "COMP_CWORD": "2", "_NUTGRAF_COMPLETE": "bash_complete"}
    call = [sys.executable, "-c", "from nutgraf.cli import here; here()"]
    done = subprocess.run(call, cwd=PROJECT, env=os.environ | asked, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.splitlines() == ["plain,gor-meeting"]
    option = click.Option(["--from"])
    assert names_for_shell(click.Context(commands, obj=PROJECT), option, "seeds/") == ["seeds/000_4ee13673fc419608.txt"]


def test_the_console_command_is_the_site_s_own_entry(tmp_path: Path) -> None:
    (tmp_path / "site.toml").touch()
    (tmp_path / "beside.py").write_text("told = 'the entry of the site'\n", "utf-8")
    (tmp_path / "site.py").write_text("import beside\nassert __name__ == '__main__'\nprint(beside.told)\n", "utf-8")
    call = [sys.executable, "-c", "from nutgraf.cli import here; here()"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "the entry of the site\n"
