"""Parts of the engine by themselves: quotations, linking, seeds.

Times are seconds of processor time on one core, so that a busy machine does not count against us.
"""

import time
from collections.abc import Callable

from bench import linking, quotations, seeds
from bench.row import Row

TRIES = 3  # the best counts: other work on the machine only ever adds
ROWS: tuple[Row, ...] = (*quotations.ROWS, *linking.ROWS, *seeds.ROWS)


def measure_parts() -> int:
    """Prints the table; the exit code is 1 if a row is slower than it may be."""
    late = []
    width = max(len(row.name) for row in ROWS)
    print(f"{'':{width}}  {'1×':>8}  {'10×':>8}  {'growth':>7}  {'allowed':>8}")
    for row in ROWS:
        once, tenfold = _seconds(row)
        allowed = f"{row.most:.2f} s" if row.most else ""
        print(f"{row.name:{width}}  {once:6.2f} s  {tenfold:6.2f} s  {tenfold / once:6.1f}×  {allowed:>8}")
        if row.most and once > row.most:
            late.append(row.name)
    print(seeds.quality())
    for name in late:
        print(f"Too slow: {name}")
    return 1 if late else 0


def _seconds(row: Row) -> list[float]:
    """The best time at each size; the sizes take turns, so that a slow minute of the machine meets them all."""
    tasks = [row.prepare(size) for size in row.sizes]
    rounds = [[_once(task) for task in tasks] for _ in range(TRIES)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _once(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start
