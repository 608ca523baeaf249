"""The pool: work spread over processes.

On Linux they start as copies of this one, which have everything the work may look at already, so that only keys and
results travel. After a shift fresh copies take over, so that none holds more than the work of one shift has left
behind, however large the site. Where a system cannot copy a process (Windows), or copies it at a risk (macOS), they
start empty: each imports the program and is handed the work, pickled. That takes longer, so it needs more keys to be
worth it; and work that cannot be pickled, such as a desk’s lambda, is done by one process.
"""

import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from threading import Thread
from typing import Any, Literal

Work = Callable[[str, int], Any]  # a key, and the number of the process → a result that can be pickled

CHUNKS = 8  # for each process: enough to even out the long ones
SHIFT = 4_000  # keys
METHOD: Literal["fork", "spawn"] = "fork" if sys.platform == "linux" else "spawn"
PAYS = {"fork": 100, "spawn": 500}  # keys from which on a second process is worth its start, by how it starts
_MOST = 61 if sys.platform == "win32" else sys.maxsize  # processes; Windows cannot wait for more at once
_work: list[Work] = []  # of a process; it is set when the process starts, and each has only one


def worth(jobs: int, keys: Sequence[str]) -> int:
    """How many of so many processes are worth their start for the keys."""
    return min(jobs, _MOST) if len(keys) >= PAYS[METHOD] else 1


def each(work: Work, keys: Sequence[str], jobs: int) -> Iterator[Any]:
    """The results in the order of the keys."""
    handed = work if METHOD == "fork" or jobs < 2 else _pickled(work)
    if jobs < 2 or handed is None:
        for key in keys:
            yield work(key, 0)
        return
    for start in range(0, len(keys), SHIFT):
        yield from _shift(handed, keys[start : start + SHIFT], jobs)


def _pickled(work: Work) -> bytes | None:
    """The work for a process that starts empty; None where it cannot be handed over."""
    try:
        pickled = pickle.dumps(work, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError):  # a lambda, a function in a function, an open file
        return None
    return None if b"__main__" in pickled else pickled  # that is another module there


def _shift(handed: Work | bytes, keys: Sequence[str], jobs: int) -> Iterator[Any]:
    from concurrent.futures import ProcessPoolExecutor  # which only large builds need
    from multiprocessing import get_context

    size = max(1, min(64, len(keys) // (jobs * CHUNKS)))
    chunks = [tuple(keys[start : start + size]) for start in range(0, len(keys), size)]
    with ProcessPoolExecutor(jobs, get_context(METHOD), _start, (handed, gc.isenabled())) as pool:
        yield from chain.from_iterable(pool.map(_run, chunks))


def _start(handed: Work | bytes, collects: bool) -> None:
    if not collects:  # as in the process that asks
        gc.disable()
    _work[:] = [pickle.loads(handed) if isinstance(handed, bytes) else handed]  # noqa: S301  # of that process
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends the process when its parent was killed.

    Until then a copy holds the lock of its parent: it may still be writing.
    """
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _run(keys: tuple[str, ...]) -> list[Any]:
    return [_work[0](key, os.getpid()) for key in keys]
