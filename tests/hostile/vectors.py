"""The vectors of vectors.txt."""

import re
from pathlib import Path

from nutgraf.parse.text import seen

_LINES = (Path(__file__).parent / "vectors.txt").read_text("utf-8").splitlines()


def _is_seen(text: str) -> bool:
    try:
        return seen(text) == text
    except ValueError:
        return False


ALL = tuple(
    re.sub(r"\{U\+([0-9A-F]{4})\}", lambda sign: chr(int(sign[1], 16)), line)
    for line in _LINES
    if line and not line.startswith("# ")
)
VECTORS = tuple(vector for vector in ALL if _is_seen(vector))
UNSEEN = tuple(vector for vector in ALL if not _is_seen(vector))  # no file may hold them
