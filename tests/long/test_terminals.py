"""A terminal that knows few characters, as those of Windows do, ends no command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252"])
@pytest.mark.parametrize(
    "command", ["build", "build --explain", "check --format json", "check --format github", "new page Größe", "--help"]
)
def test_a_terminal_that_lacks_a_character_ends_nothing(command: str, encoding: str, project: Path) -> None:
    page = project / "content/pages/words.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: “Words” → हिन्दी 😀\ncolour: “x”\n---\n“Not closed → [@none p1].\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "site.py", *command.split()], cwd=project, env=environment, capture_output=True, check=False
    )
    said = (done.stdout + done.stderr).decode("utf-8" if encoding == "ascii" else encoding, "replace")
    assert "Traceback" not in said
    assert done.returncode == (0 if command.startswith(("new", "--")) else 1), said
    if "json" in command:
        messages = [each["message"] for each in json.loads(done.stdout.decode(encoding))["problems"]]
        assert [message for message in messages if "“colour”" in message]
    if command.startswith("build"):
        assert "unknown-field" in said
