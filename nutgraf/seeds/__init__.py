"""Reading sources: from any capture to clean, numbered paragraphs."""

from __future__ import annotations

from nutgraf.seeds.encoding import TooLargeError, decode_capture
from nutgraf.seeds.reading import LeftOut, Line, Paragraph, Reading, Unmatched

__all__ = ["LeftOut", "Line", "Paragraph", "Reading", "TooLargeError", "Unmatched", "decode_capture", "read_capture"]


def read_capture(text: str, suffix: str, remove: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> Reading:
    """The reading of a capture by its file's suffix (`.txt`, `.html`, `.htm`, `.md`).

    `remove` and `keep` are lines named by the editor; they override the rules, and one that stands nowhere is reported
    in `unmatched`. Raises ValueError for a suffix that is no capture.
    """
    # Most builds read no seed anew: those that do pay for the patterns.
    if suffix.lower() == ".txt":
        from nutgraf.seeds.clean import read_text

        return read_text(text, remove, keep)
    if suffix.lower() == ".md":
        from nutgraf.seeds.markdown import read_markdown

        return read_markdown(text, remove, keep)
    if suffix.lower() in (".html", ".htm"):
        from nutgraf.seeds.html import read_html

        return read_html(text, remove, keep)
    raise ValueError(f"a source cannot be a “{suffix}” file; it can be .txt, .html, .htm or .md")
