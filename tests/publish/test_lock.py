"""Two builds at once: the second waits for the first, and for nobody who was killed."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from nutgraf.build import Options
from nutgraf.lock import locked, untold
from nutgraf.memory.place import cache_folder
from nutgraf.memory.pool import each
from nutgraf.pipeline import build
from tests.memory.desk import Desk
from tests.publish.editions import two_editions
from tests.systems import linux_only

pytestmark = linux_only("builds that copy processes")
WAITING = "another build is running; waiting for it to end"


def no_waiting(said: str) -> None:
    raise AssertionError(said)


def child(work: object, *arguments: object) -> int:
    """A copy of this process that does the work and ends with 0, or with 1."""
    process = os.fork()
    if not process:
        try:
            work(*arguments)  # type: ignore[operator]
            os._exit(0)
        finally:
            os._exit(1)
    return process


def test_a_second_build_says_that_it_waits_and_both_leave_the_right_site(desk: Desk) -> None:
    desk.lay(two_editions(desk)[1])
    published = desk.clean_build()[1]
    reached, go_on = os.pipe(), os.pipe()

    def slowly() -> None:
        def stop(name: str, things: Sequence[Any]) -> Iterable[Any]:
            if name and things and not stopped:
                stopped.append(True)
                os.write(reached[1], b"!")
                os.read(go_on[0], 1)
            return things

        stopped: list[bool] = []
        build(Options(desk.project, desk.output), stop)

    first = child(slowly)
    assert os.read(reached[0], 1)
    command = [sys.executable, str(desk.project / "site.py"), "build"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as second:
        assert second.stderr
        assert second.stderr.readline() == f"{WAITING}\n"
        os.write(go_on[1], b"!")
        said, complaints = second.communicate()
    assert os.waitpid(first, 0)[1] == 0
    assert (second.returncode, complaints) == (0, "")
    assert said.startswith("Built ")
    assert desk.published() == published


def test_a_build_that_was_killed_blocks_nobody(desk: Desk) -> None:
    folder = cache_folder(Options(desk.project, desk.output))
    reached = os.pipe()

    def hold() -> None:
        with locked(folder, no_waiting):
            os.write(reached[1], b"!")
            signal.pause()

    holder = child(hold)
    assert os.read(reached[0], 1)
    os.kill(holder, signal.SIGKILL)
    os.waitpid(holder, 0)
    with locked(folder, no_waiting):
        pass


def test_the_processes_of_a_build_that_was_killed_end_too(tmp_path: Path) -> None:
    reached = os.pipe()

    def work(_: str, __: int) -> None:
        os.write(reached[1], b"!")
        time.sleep(600)

    def hold() -> None:
        os.close(reached[0])
        with locked(tmp_path, no_waiting):
            list(each(work, ["a", "b"], 2))

    holder = child(hold)
    os.close(reached[1])
    assert os.read(reached[0], 1)
    assert os.read(reached[0], 1)
    os.kill(holder, signal.SIGKILL)
    os.waitpid(holder, 0)
    ended, _, _ = select.select([reached[0]], [], [], 60)
    assert ended, "its processes are still there"
    assert os.read(reached[0], 1) == b""
    with locked(tmp_path, untold):  # which the last of them held until it had ended
        pass


def test_a_lock_that_was_removed_while_one_waited_for_it_is_none(tmp_path: Path) -> None:
    """Deleting .cache is always allowed; who waited must not work beside who came later."""
    waited = []

    def remove(said: str) -> None:
        waited.append(said)
        (tmp_path / "lock").unlink()
        os.write(go_on[1], b"!")

    reached, go_on = os.pipe(), os.pipe()

    def hold() -> None:
        with locked(tmp_path, no_waiting):
            os.write(reached[1], b"!")
            os.read(go_on[0], 1)

    holder = child(hold)
    os.read(reached[0], 1)
    with locked(tmp_path, remove):
        assert (tmp_path / "lock").exists()
    os.waitpid(holder, 0)
    assert waited == [WAITING]
