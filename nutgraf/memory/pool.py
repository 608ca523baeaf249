"""The pool: work spread over processes that start as copies of this one.

A copy has everything the work may look at already, so only keys and results travel. After a shift fresh copies take
over, so that none holds more than the work of one shift has left behind, however large the site. Where a system cannot
copy a process (Windows), or copies it at a risk (macOS), there is one process.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from threading import Thread
from typing import Any

Work = Callable[[str, int], Any]  # a key, and the number of the process → a result that can be pickled

CHUNKS = 8  # for each process: enough to even out the long ones
SHIFT = 4_000  # keys
_work: list[Work] = []  # of a copy; it is set when the copy starts, and each has only one


def each(work: Work, keys: Sequence[str], jobs: int) -> Iterator[Any]:
    """The results in the order of the keys."""
    if jobs < 2 or sys.platform != "linux":
        for key in keys:
            yield work(key, 0)
        return
    for start in range(0, len(keys), SHIFT):
        yield from _shift(work, keys[start : start + SHIFT], jobs)


def _shift(work: Work, keys: Sequence[str], jobs: int) -> Iterator[Any]:
    from concurrent.futures import ProcessPoolExecutor  # which only large builds need
    from multiprocessing import get_context

    size = max(1, min(64, len(keys) // (jobs * CHUNKS)))
    chunks = [tuple(keys[start : start + size]) for start in range(0, len(keys), size)]
    with ProcessPoolExecutor(jobs, get_context("fork"), _start, (work,)) as pool:
        yield from chain.from_iterable(pool.map(_run, chunks))


def _start(work: Work) -> None:
    _work[:] = [work]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends the copy when its parent was killed. Until then it holds the parent’s lock: it may still be writing."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _run(keys: tuple[str, ...]) -> list[Any]:
    return [_work[0](key, os.getpid()) for key in keys]
