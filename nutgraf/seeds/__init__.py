"""Reading sources: from any capture to clean, numbered paragraphs.

Words that all modules here share: *rows* are the lines of the capture, numbered from 1; *blocks* are its pieces of
text, counted from 0; *verdicts* and *decisions* have one entry for each block, in the same order; *extent* is the
first and the last block of the article, both inclusive; *start* is the first block of its text.
"""

from __future__ import annotations

from nutgraf.seeds.encoding import TooLargeError, decode_capture
from nutgraf.seeds.reading import LeftOut, Line, Paragraph, Reading, Unmatched

__all__ = ["LeftOut", "Line", "Paragraph", "Reading", "TooLargeError", "Unmatched", "decode_capture", "read_capture"]


def read_capture(text: str, suffix: str, remove: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> Reading:
    """What reading a capture gives: its fields, its numbered paragraphs, and what became of every line.

    text: from decode_capture. suffix: of its file, `.txt`, `.html`, `.htm` or `.md`, in any case.
    remove, keep: lines that the editor names; they override the rules, and one that is not found is in `unmatched`.
    Raises ValueError for another suffix, and what read_html and read_markdown raise.
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
