"""The capture line by line, with what became of each line and by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.seeds.decide import Decision
from nutgraf.seeds.reading import LeftOut, Line

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.rows import Row


def traced_lines(rows: tuple[Row, ...], blocks: tuple[Block, ...], decisions: tuple[Decision, ...]) -> tuple[Line, ...]:
    """One line for each row, with whether it was kept and by which rule.

    A row in several blocks is kept if one of them is.
    """
    fate: dict[int, Decision] = {}
    for block, decision in zip(blocks, decisions, strict=True):
        for number in block.rows:
            if number not in fate or (decision.kept and not fate[number].kept):
                fate[number] = decision
    return tuple(_line(row, fate.get(row.number)) for row in rows)


def left_out(blocks: tuple[Block, ...], decisions: tuple[Decision, ...]) -> tuple[LeftOut, ...]:
    """The blocks that are not part of the text, in order, each with the number of the paragraph above it, or 0."""
    found: list[LeftOut] = []
    paragraphs = 0
    for block, decision in zip(blocks, decisions, strict=True):
        if not decision.kept:
            found.append(LeftOut(block.text, block.rows[0] if block.rows else 0, decision.rule, paragraphs))
        elif decision.rule != "headline":
            paragraphs += 1
    return tuple(found)


def _line(row: Row, decision: Decision | None) -> Line:
    if decision is None:
        return Line(row.number, row.captured, False, "markup" if row.text else "blank")
    return Line(row.number, row.captured, decision.kept, decision.rule)
