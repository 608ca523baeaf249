"""Builds that are killed at a moment of one’s choice: when they are about to do something with a file."""

import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

_TELLING = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"}


def moments(work: Callable[[], object], told: Path) -> list[str]:
    """What the work does with files, step by step: “read”, “write”, or the name of Python’s audit event."""
    steps: list[str] = []
    process = os.fork()
    if not process:
        _watch(lambda step, _: steps.append(step))
        with contextlib.suppress(BaseException):
            work()
            kept = json.dumps(steps)  # before the file is opened, which is a step too
            told.write_text(kept, "utf-8")
        os._exit(0)
    os.waitpid(process, 0)
    found: list[str] = json.loads(told.read_text("utf-8"))
    return found


def killed(work: Callable[[], object], moment: int) -> bool:
    """Does the work in a copy of this process that kills itself at the moment; whether the work got that far.

    Killed while it opens a file to write it anew, it leaves an empty one.
    """
    process = os.fork()
    if not process:
        left = moment

        def kill(step: str, path: object) -> None:
            nonlocal left
            left -= 1
            if left == -1:
                if step == "write":
                    Path(str(path)).open("wb").close()
                os.kill(os.getpid(), signal.SIGKILL)

        _watch(kill)
        with contextlib.suppress(BaseException):
            work()
        os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


def _watch(see: Callable[[str, object], None]) -> None:
    """Tells every step; this cannot be undone, so it is for a process that ends."""

    def hook(event: str, told: tuple[object, ...]) -> None:
        if event not in _TELLING:
            return
        if event == "open":
            path, _, flags = told
            is_cut = isinstance(flags, int) and bool(flags & (os.O_TRUNC | os.O_APPEND | os.O_EXCL))
            see("write" if is_cut and isinstance(path, str) else "read", path)
        else:
            see(event, told[0])

    sys.addaudithook(hook)
