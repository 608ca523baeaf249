"""Differences: the statements of an explainer then and now, each paired with what became of it."""

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from nutgraf.changes.statements import Statement

Key = Callable[[Statement], Hashable]
_ALIKE = 0.5  # of the signs, from which on one quotation is taken for another version of the other


class Difference(NamedTuple):
    """A statement that has changed."""

    then: Statement | None  # None: it is new
    now: Statement | None  # None: it is gone


def differences(then: Iterable[Statement], now: Iterable[Statement]) -> Iterator[Difference]:
    """What has changed, kind by kind. A statement that has only moved has not."""
    old, new = list(then), list(now)
    _pair(old, new, lambda each: (each.kind, _folded(each.name), each.meaning))
    yield from _pair(old, new, lambda each: (each.kind, _folded(each.name)) if each.name else None)
    yield from _pair(old, new, lambda each: (each.kind, each.meaning) if each.name else None)
    yield from _pair(old, new, _replaced(old, new))
    yield from _alike(old, new)
    yield from (Difference(each, None) for each in old)
    yield from (Difference(None, each) for each in new)


def _pair(old: list[Statement], new: list[Statement], key: Key) -> tuple[Difference, ...]:
    """The statements with one key, in their order, taken out of both lists; what has the key None stays."""
    waiting: dict[Hashable, deque[Statement]] = {}
    for each in old:
        waiting.setdefault(key(each), deque()).append(each)
    waiting.pop(None, None)
    pairs = [Difference(queue.popleft(), each) for each in new if (queue := waiting.get(key(each)))]
    taken = {id(each) for pair in pairs for each in pair}
    old[:] = [each for each in old if id(each) not in taken]
    new[:] = [each for each in new if id(each) not in taken]
    return tuple(pairs)


def _replaced(old: list[Statement], new: list[Statement]) -> Key:
    """Pairs figures of one kind where as many went as came: sums with sums, shares with shares."""
    went, came = (Counter(kind for each in side if (kind := _kind(each))) for side in (old, new))
    return lambda each: kind if (kind := _kind(each)) and went[kind] == came[kind] else None


def _kind(each: Statement) -> Hashable:
    return each.meaning[0] if each.kind == "figure" and isinstance(each.meaning, tuple) else None


def _alike(old: list[Statement], new: list[Statement]) -> Iterator[Difference]:
    """Quotations that are versions of one another, taken out of both lists."""
    for each in [each for each in new if each.kind == "quotation"]:
        ratios = [
            (_ratio(other.words, each.words), -number) for number, other in enumerate(old) if other.kind == each.kind
        ]
        ratio, number = max(ratios, default=(0.0, 0))
        if ratio >= _ALIKE:
            new[:] = [other for other in new if other is not each]
            yield Difference(old.pop(-number), each)


def _ratio(words: str, others: str) -> float:
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
