"""Statements: which words of a text each citation answers for, where they hold a figure or a date.

A citation covers its sentence, from the citation before it to the next, and a citation behind the last words of a
sentence ends there. In a table it covers its row, in a head cell its column, and in a last line “Source: [@id]” the
whole table. A sentence without a citation leans on those that follow in its block, less closely; one after the last
citation of its block leans on nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from nutgraf.body import Quotation, Reference, Statement
from nutgraf.figures import may_have_figures
from nutgraf.parse.alignment import offsets, plain_text, plain_token
from nutgraf.parse.sentences import sentence_spans
from nutgraf.problems import Place

QUOTED = "quoted"  # in a block’s meta: where the quotations in its words begin and end
STATEMENTS = "statements"  # in a block’s meta
_WORD = re.compile(r"\w")
_SOURCE_LINE = re.compile(r"\W*(?:\w+\W+){0,2}(?:\w+)?\W*")  # “Source: [@id]”, “स्रोत: [@id]”: no more than a label

Locate = Callable[[Token, int, int], Place]  # a block, and where in its content something begins, and how long it is


class _Cited(Struct, frozen=True):
    """Citations with no words between them."""

    at: int  # where they stand in the words of their block
    references: tuple[Reference, ...]
    quotations: tuple[Quotation, ...]

    def __add__(self, other: "_Cited") -> "_Cited":
        return _Cited(self.at, (*self.references, *other.references), (*self.quotations, *other.quotations))


_NOTHING = _Cited(0, (), ())


class _Table(Struct):
    """The cells of a table, row by row, while they are gathered."""

    rows: list[list[Token]] = field(default_factory=list)

    def cells(self) -> Iterator[Token]:
        for row in self.rows:
            yield from row


def find_statements(tokens: Sequence[Token], locate: Locate) -> None:
    """Puts its statements into the meta of each inline token but headings and block quotations."""
    table: _Table | None = None
    is_inside = False
    for number, token in enumerate(tokens):
        if token.type == "table_open":
            table, is_inside = _Table(), True
        elif token.type == "tr_open" and table:
            table.rows.append([])
        elif token.type == "table_close" and table:
            _state_table(table, locate)
            is_inside = False
        elif token.type == "inline" and is_inside and table:
            table.rows[-1].append(token)
        elif token.type == "inline" and tokens[number - 1].type != "heading_open":
            if table and _is_source_line(token):
                _add_source(table, token)
            elif not token.meta.get("is_quotation"):
                _state(token, locate)
            table = None


def _state(block: Token, locate: Locate) -> None:
    """The statements of a paragraph, a list item or a line."""
    text = _masked(block)
    if not may_have_figures(text):
        return
    cited = _cited_in(block)
    found: list[Statement | None] = []
    waiting: list[tuple[int, int]] = []  # sentences that lean on the next citation
    rows = _Rows(block, locate)
    for start, end in sentence_spans(text):
        own = [each for each in cited if start < each.at <= end or each.at == start == 0]
        cited = cited[len(own) :]
        if not own:
            waiting.append((start, end))
            continue
        found += [rows.statement(text, *span, own[0], is_close=False) for span in waiting]
        waiting = []
        stops = [start, *(each.at for each in own[:-1]), end]
        found += [rows.statement(text, stops[at], stops[at + 1], each) for at, each in enumerate(own)]
    found += [rows.statement(text, *span, _NOTHING) for span in waiting]
    block.meta = {**block.meta, STATEMENTS: tuple(filter(None, found))}


def _state_table(table: _Table, locate: Locate) -> None:
    """The statements of a table, a cell each: they lean on the citations of their row and their column’s head."""
    columns = [_all_of(_cited_in(cell)) for cell in table.rows[0]] if table.rows else []
    for number, row in enumerate(table.rows):
        across = _all_of(each for cell in row for each in _cited_in(cell)) if number else _NOTHING
        for column, cell in enumerate(row):
            own = _all_of(_cited_in(cell))
            above = columns[column] if number and column < len(columns) else _NOTHING
            text = _masked(cell)
            leant_on = own if not number else across + above
            statement = _Rows(cell, locate).statement(text, 0, len(text), leant_on)
            cell.meta = {**cell.meta, STATEMENTS: (statement,) if statement else ()}


def _is_source_line(block: Token) -> bool:
    return bool(_cited_in(block)) and _SOURCE_LINE.fullmatch(plain_text(block.children or ())) is not None


def _add_source(table: _Table, line: Token) -> None:
    """Has all cells that name no source of their own lean on the line below the table."""
    cited = _all_of(_cited_in(line))
    for cell in table.cells():
        cell.meta = {
            **cell.meta,
            STATEMENTS: tuple(
                each if each.references else replace(each, references=cited.references, quotations=cited.quotations)
                for each in cell.meta.get(STATEMENTS, ())
            ),
        }


def _cited_in(block: Token) -> list[_Cited]:
    """The citations of a block in order; those with no words between them are one."""
    found: list[_Cited] = []
    position = 0
    for child in block.children or ():
        if child.type == "citation" and child.meta.get("references"):
            found.append(_Cited(position, child.meta["references"], child.meta.get("quotations", ())))
        position += len(plain_token(child))
    plain = plain_text(block.children or ())
    joined: list[_Cited] = []
    for each in found:
        if joined and not _WORD.search(plain, joined[-1].at, each.at):
            joined[-1] = joined[-1] + each
        else:
            joined.append(each)
    return joined


def _all_of(cited: "Iterator[_Cited] | Sequence[_Cited]") -> _Cited:
    return sum(cited, _NOTHING)


def _masked(block: Token) -> str:
    """The words of a block; its quotations, which are checked word for word, and its code are blanked out."""
    text = "".join(
        " " * len(each.content) if each.type == "code_inline" else plain_token(each) for each in block.children or ()
    )
    for start, end in block.meta.get(QUOTED, ()):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


class _Rows(Struct):
    """Leads from the words of a block to the rows and columns of the file."""

    block: Token
    locate: Locate
    written: list[int] = field(default_factory=list)

    def statement(self, text: str, start: int, end: int, cited: _Cited, *, is_close: bool = True) -> Statement | None:
        """What is said from start to end of the words; None if there is no figure in it, nor a date."""
        said = text[start:end]
        if not may_have_figures(said):
            return None
        return Statement(said, tuple(self._runs(start, end)), cited.references, cited.quotations, is_close)

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, Place]]:
        """Where in the statement each stretch begins that is written in one piece, and where in the file."""
        self.written = self.written or offsets(self.block)
        for at in _starts_of_runs(self.written, start, min(end, len(self.written))):
            yield at - start, self.locate(self.block, self.written[at], 1)


def _starts_of_runs(written: Sequence[int], start: int, end: int) -> Iterator[int]:
    """Where from start to end the offsets, which grow, do not follow one another: the first is start."""
    shifts = [offset - at for at, offset in enumerate(written[start:end], start)]
    while start < end:
        yield start
        start += bisect_right(shifts[-(end - start) :], shifts[start - end])  # what is shifted alike is one run
