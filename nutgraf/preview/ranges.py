"""Range requests: a part of a file, which browsers ask for in films and sound (RFC 9110 §14)."""

import re

_RANGE = re.compile(r"bytes=\s*([0-9]{0,18})-([0-9]{0,18})\s*")


def part_of(header: str | None, size: int) -> range | None:
    """The bytes that a Range header asks for; empty when there are none of them, None for the whole.

    Several ranges at once and anything unreadable get the whole, as the RFC allows.
    """
    match = _RANGE.fullmatch(header or "")
    if match is None or match[1] == match[2] == "":
        return None
    first, last = match[1], match[2]
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(size, int(last) + 1) if last else size)
