"""Measure every row and say which are slower than they may be."""

import sys
import time

from bench import Row, linking, quotations, seeds

ROWS: tuple[Row, ...] = (*quotations.ROWS, *linking.ROWS, *seeds.ROWS)


def seconds(row: Row, size: int) -> float:
    task = row.prepare(size)
    start = time.process_time()
    task()
    return time.process_time() - start


def main() -> int:
    late = []
    width = max(len(row.name) for row in ROWS)
    print(f"{'':{width}}  {'1×':>8}  {'10×':>8}  {'growth':>7}  {'allowed':>8}")
    for row in ROWS:
        once, tenfold = (seconds(row, size) for size in row.sizes)
        allowed = f"{row.most:.2f} s" if row.most else ""
        print(f"{row.name:{width}}  {once:6.2f} s  {tenfold:6.2f} s  {tenfold / once:6.1f}×  {allowed:>8}")
        if row.most and once > row.most:
            late.append(row.name)
    print(seeds.quality())
    for name in late:
        print(f"Too slow: {name}")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
