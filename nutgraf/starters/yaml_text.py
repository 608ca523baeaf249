"""Text as a YAML scalar."""

import json
import re

_PLAIN = re.compile(r"[^\W\d_][^\n:#'\"\[\]{},&*!|>%@`\\]*(?<! )|\d{4}(-\d{2}){0,2}")
_WORDS = frozenset({"true", "false", "yes", "no", "null", "on", "off"})


def scalar(text: str) -> str:
    """The text on one line, in quotes where YAML would read it otherwise."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line) and line.lower() not in _WORDS:
        return line
    return json.dumps(line, ensure_ascii=False)
