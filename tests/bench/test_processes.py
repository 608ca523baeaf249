import sys
import time
from pathlib import Path

from bench.processes import run

BALLAST = "ballast = bytearray(60_000_000); import time; time.sleep(0.5)"


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_a_command_gives_its_exit_code_and_what_it_said(tmp_path: Path) -> None:
    done = run(python("print('good'); raise SystemExit(3)"), _folder(tmp_path), limit=60)
    assert (done.code, done.said, done.peak) == (3, "good\n", None)


def test_a_command_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    hanging = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_NEVER!r}])"
    done = run(python(hanging), folder, limit=5)
    assert done.code is None
    child = int((folder / "child").read_text("utf-8"))
    deadline = time.monotonic() + 60  # the system may take a moment to end it
    while _is_running(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_running(child)


def test_the_memory_of_all_processes_counts(tmp_path: Path) -> None:
    two = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {BALLAST!r}]); {BALLAST}; p.wait()"
    done = run(python(two), _folder(tmp_path), limit=60, weighs=True)
    assert done.peak is not None
    assert 120_000_000 < done.peak < 200_000_000


def test_memory_that_a_fork_shares_counts_once(tmp_path: Path) -> None:
    forked = f"{BALLAST}; import os; child = os.fork(); time.sleep(0.5); child and os.wait()"
    done = run(python(forked), _folder(tmp_path), limit=60, weighs=True)
    assert done.peak is not None
    assert 60_000_000 < done.peak < 110_000_000


_NEVER = "import os, time; open('child', 'w').write(str(os.getpid())); time.sleep(600)"


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def _is_running(process: int) -> bool:
    """Whether it is there and no zombie."""
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
