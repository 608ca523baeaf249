"""What Markdown leaves out without a word: nobody would see that it was written, and nobody would miss it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from nutgraf.parse.dialect import COLUMNS, FOOTNOTES, LONGEST_URL
from nutgraf.parse.source_map import SourceMap
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_ROW_OF_DASHES = frozenset("|-: \t")
_ADDRESS = re.compile(r"[ \t>]*\[[^\[\]]{1,999}\]:[ \t]*\S{1000}")
_LEAD = re.compile(r"\A[ \t>]*(?:(?:[*+-]|\d{1,9}[.)])[ \t>]+)*\|")  # a row may begin a quote or a list item


def losses(tokens: Sequence[Token], env: Mapping[str, Any], source_map: SourceMap) -> Iterator[Problem]:
    """A problem for everything in a body that its page would not show."""
    yield from _definitions(tokens, env, source_map)
    yield from _long_addresses(source_map)
    yield from _footnotes(env, source_map)
    yield from _cells(tokens, source_map)


def _definitions(tokens: Sequence[Token], env: Mapping[str, Any], source_map: SourceMap) -> Iterator[Problem]:
    """“[Note]: later” is read as the address of a link by that name."""
    references = env.get("references", {})
    used = set(_labels(tokens)) if references else set()
    for label, reference in references.items():
        if label not in used:
            message = "this line is read as the address of a link, and no link uses it, so nobody would see it"
            hint = "put a backslash before its “[” if it is text, or remove it"
            yield problem("lost-text", _row(reference["map"][0], source_map), message, hint)
    for reference in env.get("duplicate_refs", ()):
        first = references[reference["label"]]["map"][0] + source_map.first.line
        message = f"the address of this link stands twice; the one in line {first} is used"
        yield problem("lost-text", _row(reference["map"][0], source_map), message, "keep one of the two")


def _long_addresses(source_map: SourceMap) -> Iterator[Problem]:
    """An address that is too long to be one leaves its line, and all that would use it, standing as text."""
    for row, line in enumerate(source_map.lines):
        if len(line) > LONGEST_URL and _ADDRESS.match(line):
            message = f"this address has more than {LONGEST_URL:,} characters"
            yield problem("broken-link", _row(row, source_map), message, "link to a shorter one")


def _labels(tokens: Sequence[Token]) -> Iterator[str]:
    """The names of the addresses that links and images use."""
    for token in tokens:
        if token.type in {"link_open", "image"} and "label" in token.meta:
            yield token.meta["label"]
        yield from _labels(token.children or ())


def _footnotes(env: Mapping[str, Any], source_map: SourceMap) -> Iterator[Problem]:
    marked = env.get("footnotes", {}).get("refs", {})
    seen: dict[str, int] = {}
    for label, row in env.get(FOOTNOTES, ()):
        place = _row(row, source_map, len(label) + 3)
        if label in seen:
            message = f"“[^{label}]” stands twice, and the footnote in line {seen[label]} would not be shown"
            yield problem("lost-text", place, message, "give one of the two another sign")
        elif marked.get(f":{label}", -1) < 0:
            message = f"nothing in the text marks the footnote “[^{label}]”, so nobody would see it"
            yield problem("bad-citation", place, message, f"put “[^{label}]” where the footnote belongs, or remove it")
        seen[label] = place.line


def _cells(tokens: Sequence[Token], source_map: SourceMap) -> Iterator[Problem]:
    """Cells beyond the last column of their table, and tables that are none."""
    columns = 0
    for number, token in enumerate(tokens):
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map and columns:
            yield from _excess(token.map[0], columns, source_map)
        elif token.type == "inline" and "|" in token.content and tokens[number - 1].type == "paragraph_open":
            yield from _no_table(token, source_map)


def _excess(row: int, columns: int, source_map: SourceMap) -> Iterator[Problem]:
    line = source_map.lines[row]
    if line.count("|") >= columns:
        cells = _cells_of(line)
        if len(cells) > columns:
            message = f"this row has {len(cells)} cells in a table of {columns}, so the last would not be shown"
            hint = "write “\\|” for a “|” that is text, or give the table another column"
            yield problem("lost-text", _row(row, source_map), message, hint)


def _no_table(paragraph: Token, source_map: SourceMap) -> Iterator[Problem]:
    head, *rest = paragraph.content.split("\n", 2)
    if not rest or "|" not in head:
        return
    place = source_map.inline(paragraph, 0, len(head))
    if not _ROW_OF_DASHES.issuperset(rest[0]) or "-" not in rest[0]:
        if _is_row(head) and _is_row(rest[0]):
            hint = "put a line |---|---| below its head, with a “---” for every column"
            yield problem("lost-text", place, "this is not a table: its row of dashes is missing", hint)
        return
    above, below = len(_cells_of(head)), len(_cells_of(rest[0]))
    if above != below:
        message = f"this is not a table: its head has {above} cells and the row of dashes below it {below}"
        yield problem("lost-text", place, message, "give every column its “---”")
    elif above > COLUMNS:
        message = f"this is not a table: it has {above} columns, and {COLUMNS} is the most"
        yield problem("lost-text", place, message, "make several tables of it")


def _is_row(line: str) -> bool:
    written = line.strip()
    return len(written) > 2 and written[0] == written[-1] == "|"


def _cells_of(line: str) -> list[str]:
    cells = escapedSplit(_LEAD.sub("", line, count=1).strip())
    return cells[:-1] if not cells[-1].strip() else cells


def _row(row: int, source_map: SourceMap, length: int = 0) -> Place:
    """The place of a line of the Markdown, without what indents it."""
    line = source_map.lines[row]
    indent = len(line) - len(line.lstrip(" \t>"))
    return Place(
        source_map.path, source_map.first.line + row, indent + 1, length or max(len(line.rstrip()) - indent, 1)
    )
