"""The editor's word over the rules: lines to remove, lines to keep, and overrides that match nothing."""

from __future__ import annotations

from difflib import SequenceMatcher

from nutgraf.seeds.blocks import Block
from nutgraf.seeds.decide import Decision
from nutgraf.seeds.reading import Unmatched
from nutgraf.seeds.rows import Row


def overruled(
    decisions: tuple[Decision, ...],
    blocks: tuple[Block, ...],
    rows: tuple[Row, ...],
    remove: tuple[str, ...],
    keep: tuple[str, ...],
) -> tuple[tuple[Decision, ...], tuple[Unmatched, ...]]:
    """The decisions with the editor’s lines removed and kept, and a report of each override that names no line.

    A line that is in both `remove` and `keep` is kept.
    """
    overruled = list(decisions)
    missed: list[Unmatched] = []
    orders = [(text, Decision(False, "remove")) for text in remove] + [(text, Decision(True, "keep")) for text in keep]
    for text, decision in orders:
        named = matching_blocks(text, blocks, rows)
        if not named:
            missed.append(unmatched(text, rows))
        for index in named:
            overruled[index] = decision
    return tuple(overruled), tuple(missed)


def matching_blocks(override: str, blocks: tuple[Block, ...], rows: tuple[Row, ...]) -> frozenset[int]:
    """The blocks (0-based) that an override names, by their whole text or by one of their lines.

    White space is ignored.
    """
    wanted = _plain(override)
    named = {row.number for row in rows if row.text and wanted in {_plain(row.text), _plain(row.captured)}}
    return frozenset(
        index for index, block in enumerate(blocks) if _plain(block.text) == wanted or (named.intersection(block.rows))
    )


def unmatched(override: str, rows: tuple[Row, ...]) -> Unmatched:
    """The report of an override that names no line, with the line nearest to it (difflib’s ratio)."""
    wanted = _plain(override)
    written = [row for row in rows if row.text]
    if not written:
        return Unmatched(override, None, None)
    matcher = SequenceMatcher(b=wanted[:400], autojunk=False)
    best, nearest = -1.0, written[0]
    for row in written:
        matcher.set_seq1(_plain(row.text)[:400])
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
            best, nearest = ratio, row
    return Unmatched(override, nearest.number, nearest.text)


def _plain(text: str) -> str:
    return " ".join(text.split())
