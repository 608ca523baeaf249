"""Nothing is fetched and nobody is told: no command that reads or builds calls a host or starts a program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nutgraf.memory.pool import METHOD, PAYS
from tests.sites.project import copy_site
from tests.systems import linux_only

pytestmark = linux_only("builds that copy processes, which are listened to here")
CALLING = Path(__file__).parent / "network"
COMMANDS = """
import sys
from pathlib import Path
from nutgraf.cli import commands
for line in sys.argv[1:]:
    try:
        commands(line.split(), obj=Path.cwd())
    except SystemExit as end:
        print("ended:", line, end.code, file=sys.stderr)
"""


@pytest.fixture
def site(project: Path) -> Path:
    """A site whose seeds and links all lead to the network, large enough for a second process."""
    shutil.copytree(CALLING / "seeds", project / "seeds", dirs_exist_ok=True)
    for number in range(PAYS[METHOD]):
        text = f"---\ntitle: Page {number}\n---\nMore stands [elsewhere](http://127.0.0.1:9/{number}).\n"
        (project / f"content/pages/page-{number}.md").write_text(text, "utf-8")
    return project


def heard(folder: Path, code: str, *lines: str) -> tuple[list[str], str]:
    """Whom Python code called and what it started, and what it said of its end."""
    told = folder.parent / "heard.txt"
    told.unlink(missing_ok=True)
    environment = {**os.environ, "HEARD": str(told), "PYTHONPATH": str(CALLING / "listening")}
    done = subprocess.run(
        [sys.executable, "-c", code, *lines], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    ended = [line.partition(" ")[2] for line in done.stderr.splitlines() if line.startswith("ended: ")]
    return told.read_text("utf-8").splitlines(), "\n".join(ended)


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("import socket; socket.socket(socket.AF_UNIX).connect_ex('nowhere')", "socket.connect"),
        ("import os, socket; os.fork() or socket.getaddrinfo('127.0.0.1', 9)", "socket.getaddrinfo"),
        ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
    ],
)
def test_a_call_would_be_heard(tmp_path: Path, code: str, event: str) -> None:
    assert event in [line.split()[0] for line in heard(tmp_path, code)[0]]


def test_a_build_with_its_workers_asks_nobody_for_anything(site: Path) -> None:
    told, ended = heard(site, COMMANDS, "build --jobs 2")
    assert ended == "build --jobs 2 0"
    assert {line.split()[0] for line in told} == {"os.fork"}  # the workers, and nothing else
    assert len(told) >= 2


def test_no_command_that_reads_asks_anybody(tmp_path: Path) -> None:
    project = copy_site("small", tmp_path / "project")
    shutil.copyfile(CALLING / "seeds" / "calling-home.html", project / "seeds/home.html")
    shutil.copyfile(CALLING / "calling-home.svg", project / "assets/images/calling.svg")
    lines = ("check", "source home", "new source called --from home.html", "clean")
    told, ended = heard(project, COMMANDS, *lines)
    assert told == []
    assert ended.splitlines() == [
        "check 1",  # the picture is refused
        "source home 0",
        "new source called --from home.html 0",
        "clean 0",
    ]
