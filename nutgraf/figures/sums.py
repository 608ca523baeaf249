"""Sums that the desk works out itself: ``25% + 25%``, ``15% of 200``, ``change from 40 to 50``.

A sum is read by a grammar of a few lines and worked out exactly, in fractions; nothing of it is ever run as a program.
Its length, depth and numbers are bounded, and it takes time in line with its length.

    sum     = phrase ["=" ["-"] number]
    phrase  = "change from" terms "to" terms | terms ["से" terms "में बदलाव"]
    terms   = factors (("+" | "-") factors)*
    factors = factor (("*" | "/" | "of" | "का") factor)*
    factor  = "-" factor | number | "(" phrase ")"
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from nutgraf.figures.operands import MOST_DIGITS, Operand, read_operand
from nutgraf.figures.quantities import (
    Operation,
    Quantity,
    UnworkableError,
    change,
    minus,
    of_which,
    over,
    plus,
    share_of,
    times,
)

LONGEST = 500  # characters of a sum
DEEPEST = 20  # brackets and signs in one another
SUM_HINT = "write a sum such as 25% + 25%, 15% of 200, $5m - $3m or change from 40 to 50"
_SMALL = 13  # a factor up to twelve is the desk’s own
_CUT = re.compile(
    r"\*\*|\^|[-+*/()=×·÷−–]"
    r"|(?<![^\s()])(?:change\s+from|of|to|का|की|के|से|में\s+बदलाव)(?![^\s()=])",
    re.IGNORECASE,
)
_USUAL = {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "की": "का", "के": "का", "**": "^"}
_FACTORS: Mapping[str, Operation] = {
    "*": times,
    "/": over,
    "of": share_of,
    "का": of_which,
}
_TERMS: Mapping[str, Operation] = {"+": plus, "-": minus}


class Sum(Struct, frozen=True):
    """A sum, worked out."""

    text: str  # as written but for its spaces, without the result that it states
    operands: tuple[Operand, ...]  # in the order of the text
    value: Fraction  # what comes out; of a percentage, 25 for 25%
    unit: str  # as of an operand
    stated: Operand | None  # the result that the desk states behind “=”; None: none is stated


class SumError(ValueError):
    """A sum that cannot be read or worked out. As text, a sentence that says what is wrong and at which character."""

    def __init__(self, message: str, hint: str, start: int, end: int) -> None:
        super().__init__(f"{message} (at character {start + 1})")
        self.message = message
        self.hint = hint  # what to do
        self.start, self.end = start, end  # where it is wrong in the text, 0-based, end exclusive


class _Token(Struct, frozen=True):
    kind: str  # "number", "end", or the sign or words, in their usual form
    text: str
    start: int
    end: int


def parse_sum(text: str) -> Sum:
    """The sum that the text writes, worked out.

    text: as docs/writing.md has it under “Sums”, with digits of any script. Raises SumError, which is a ValueError,
    for anything else, for arithmetic that means nothing (money plus a percentage, a division by zero) and for what is
    larger than LONGEST, DEEPEST and MOST_DIGITS allow.
    """
    if len(text) > LONGEST:
        message = f"this sum has {len(text)} characters; {LONGEST} is the most"
        raise SumError(message, "work it out in parts, each in a citation of its own", 0, len(text))
    tokens = list(_tokens(text))
    parser = _Parser(tokens)
    result = parser.phrase()
    expression = _evenly(tokens[: tokens.index(parser.here)])
    stated = parser.stated() if parser.here.kind == "=" else None
    parser.take("end")
    if len(parser.operands) == 1:
        raise SumError("a number alone is no sum", SUM_HINT, 0, len(text))
    return Sum(expression, tuple(parser.operands), result.value, result.unit, stated)


def _tokens(text: str) -> Iterator[_Token]:
    """The numbers, signs and words of a sum; last comes its end. What lies between signs and words is a number."""
    at = 0
    for cut in _CUT.finditer(text):
        yield from _number(text, at, cut.start())
        sign = " ".join(cut[0].lower().split())
        yield _Token(_USUAL.get(sign, sign), cut[0], cut.start(), cut.end())
        at = cut.end()
    yield from _number(text, at, len(text))
    yield _Token("end", "", len(text.rstrip()), len(text.rstrip()))


def _number(text: str, start: int, end: int) -> Iterator[_Token]:
    written = text[start:end].strip()
    if written:
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        yield _Token("number", written, first, first + len(written))


def _evenly(tokens: Iterable[_Token]) -> str:
    """What the tokens write, with one space around words and signs, and none inside brackets or behind a minus sign."""
    written, before = "", ""
    for token in tokens:
        is_tight = token.kind in {"(", ")", "number"} or (token.kind == "-" and before not in {"number", ")"})
        written += token.text if is_tight else f" {token.text} "
        before = token.kind
    return " ".join(written.split())


class _Parser:
    """Reads tokens by the grammar above."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.operands: list[Operand] = []
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def here(self) -> _Token:
        """The token that comes next."""
        return self._tokens[self._at]

    def take(self, kind: str) -> _Token:
        """The next token. Raises SumError if it is not of this kind."""
        token = self.here
        if token.kind != kind:
            raise self._unexpected(token, kind)
        self._at += 1
        return token

    def phrase(self) -> Quantity:
        """What comes out of the phrase that begins here."""
        if self.here.kind == "change from":
            token, middle, last = self.take("change from"), "to", None
            before = self._terms()
        else:
            before = self._terms()
            token, middle, last = self.here, "से", "में बदलाव"
            if token.kind != middle:
                return before
        self.take(middle)
        after = self._terms()
        if last:
            self.take(last)
        return _work(change, token, before, after)

    def stated(self) -> Operand:
        """The result behind the “=”."""
        self.take("=")
        sign = self.take("-").text if self.here.kind == "-" else ""
        operand = _operand(self.take("number"))
        return replace(operand, text=sign + operand.text, value=-operand.value if sign else operand.value)

    def _terms(self) -> Quantity:
        return self._chain(_TERMS, self._factors)

    def _factors(self) -> Quantity:
        return self._chain(_FACTORS, self._factor)

    def _chain(self, operations: Mapping[str, Operation], part: Callable[[], Quantity]) -> Quantity:
        result = part()
        while self.here.kind in operations:
            token = self.take(self.here.kind)
            result = _work(operations[token.kind], token, result, part())
        return result

    def _factor(self) -> Quantity:
        token = self.here
        if token.kind not in {"-", "("}:
            return self._operand(self.take("number"))
        self._depth += 1
        if self._depth > DEEPEST:
            message = "too many brackets and signs stand in one another here"
            raise SumError(message, "work it out in parts", token.start, token.end)
        self._at += 1
        inner = self._factor() if token.kind == "-" else self.phrase()
        if token.kind == "(":
            self.take(")")
        self._depth -= 1
        return replace(inner, value=-inner.value) if token.kind == "-" else inner

    def _operand(self, token: _Token) -> Quantity:
        operand = _operand(token)
        before = self._tokens[self._at - 2].kind if self._at > 1 else ""
        is_scale = operand.value.denominator == 1 and (operand.value < _SMALL or operand.value == 100)
        is_own = not operand.unit and is_scale and (before in {"*", "/"} or self.here.kind == "*")
        self.operands.append(replace(operand, is_own=is_own))
        return Quantity(operand.value, operand.unit)

    def _unexpected(self, token: _Token, wanted: str) -> SumError:
        """What is wrong where a token of another kind is wanted."""
        before = f"after “{self._tokens[self._at - 1].text}”" if self._at else "at the beginning"
        if token.kind == "^":
            message, hint = "powers are not worked out", "write the product: 3 * 3"
        elif wanted == "number":
            message, hint = f"a number is missing {before}", SUM_HINT
        elif token.kind == "end":
            message, hint = f"“{wanted}” is missing at the end", SUM_HINT
        elif token.kind == ")":
            message, hint = "nothing opens this bracket", "remove it, or open it before"
        else:
            message, hint = f"“{_short(token.text)}” cannot stand {before}", SUM_HINT
        return SumError(message, hint, token.start, token.end)


def _operand(token: _Token) -> Operand:
    try:
        return replace(read_operand(token.text), start=token.start)
    except UnworkableError as fault:
        raise SumError(fault.message, fault.hint, token.start, token.end) from None


def _work(operation: Operation, token: _Token, one: Quantity, other: Quantity) -> Quantity:
    """What the operation gives. Raises SumError at its token if it gives nothing."""
    try:
        result = operation(one, other)
    except UnworkableError as fault:
        raise SumError(fault.message, fault.hint, token.start, token.end) from None
    if abs(result.value) >= 10**MOST_DIGITS:
        hint = f"a result has at most {MOST_DIGITS} digits"
        raise SumError("what comes out here is too large", hint, token.start, token.end)
    return result


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
