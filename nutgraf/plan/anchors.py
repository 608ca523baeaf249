"""The anchors of quoted passages."""


def passage_id(paragraph: int, start: int, end: int) -> str:
    """The anchor of a quoted passage; it stays the same whatever else is quoted (docs/decisions)."""
    return f"q{paragraph}-{start}-{end}"
