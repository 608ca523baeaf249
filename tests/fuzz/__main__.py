"""``python -m tests.fuzz MINUTES``: newsrooms made up at random, until the time is over or something does not hold.

The smallest newsroom that breaks something is written down as JSON, to be kept under tests/fuzz/cases/.
"""

import json
import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.invariants import must_hold
from tests.fuzz.newsrooms import Newsroom, newsrooms
from tests.sites.project import PROJECT

FOUND = PROJECT / ".cache" / "fuzz-found.json"
ROUND = settings(
    max_examples=50,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def main(minutes: float, found: Path = FOUND) -> int:
    """How many newsrooms held. What does not hold is raised."""
    end, count = time.monotonic() + minutes * 60, 0
    last: Newsroom = {}

    @ROUND
    @given(newsrooms)
    def walk(newsroom: Newsroom) -> None:
        nonlocal count, last
        last, count = dict(newsroom), count + 1
        must_hold(newsroom)

    while time.monotonic() < end:
        try:
            walk()
        except BaseException:
            found.parent.mkdir(exist_ok=True)
            found.write_text(json.dumps(last, indent=1, sort_keys=True), "utf-8")
            print(f"It does not hold for the newsroom in {found}; fix it, and keep it under tests/fuzz/cases/.")
            raise
        print(f"{count} newsrooms, all is well", flush=True)
    return count


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
