"""Signatures: whether a file is as it was, told from what its disk says about it, without reading it.

Git’s way, with git’s remedy for its weak spot: two changes within one tick of the disk’s clock look alike, so a file
that was changed at the time of the last look, or after it, is not trusted (“racy git”, git’s technical documentation).
"""

import os
from pathlib import Path

from nutgraf.memory.table import Signature

TICK = 0.02  # seconds; the clocks of Linux disks tick every 4 to 10 milliseconds, that of Windows every 16
_TICK = int(TICK * 1e9)  # nanoseconds
_COARSE_TICK = 2_100_000_000  # of disks that count whole seconds, or two


def signature_of(path: str | Path) -> Signature | None:
    """What the disk says about the file; None when there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return signature_in(status)


def signature_in(status: os.stat_result) -> Signature:
    """What the disk has said. What it does not know (Windows, some network disks) is zero, and then always is."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def is_settled(signature: Signature, clock: int) -> bool:
    """Whether the file was last changed well before this time, so that no later change can look like that one."""
    _, changed, status_changed, _ = signature
    tick = _COARSE_TICK if changed % 1_000_000_000 == 0 else _TICK
    return max(changed, status_changed) < clock - tick


def clock_of(folder: Path) -> int:
    """The time by the clock of the disk, in nanoseconds."""
    path = folder / "clock"
    path.write_bytes(b"")
    os.utime(path)
    return path.stat().st_mtime_ns
