"""Fields: front matter → a typed model, or problems at the place of each field.

The models are frozen dataclasses; pydantic checks them here, at the border, and nowhere else.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from nutgraf.parse.faults import FILL_IN, field_problem, spoken
from nutgraf.parse.frontmatter import FrontMatter, Key
from nutgraf.parse.other_fields import meant_by
from nutgraf.problems import Problem, nearest
from nutgraf.rules import problem

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Model = TypeVar("Model")


def read_fields(model: type[Model], front: FrontMatter) -> tuple[Model | None, tuple[Problem, ...]]:
    """The front matter as the model, or None and every problem of it, each at the place of its field.

    model: a frozen dataclass, which pydantic checks; a misspelt name gives one problem, not two.
    """
    from pydantic import ValidationError  # 90 ms with what it brings: who only writes on in a text does not pay for it

    empty = {key: _empty(front, key) for key in _empty_keys(front.fields, ())}
    try:
        read: Model = _adapter(model).validate_python(front.fields)  # type: ignore[arg-type]  # a class is hashable
    except ValidationError as error:
        found = {(detail["loc"], detail["type"]): detail for detail in error.errors(include_url=False)}
        unknown = {loc for loc, kind in found if kind == "unexpected_keyword_argument"}
        problems = {
            loc: field_problem(model, front, detail)
            for (loc, kind), detail in found.items()
            if not (kind == "missing" and _is_misspelt(loc, unknown))
        }
        return None, tuple({**problems, **{key: empty[key] for key in empty.keys() - unknown}}.values())
    return (None if empty else read), tuple(empty.values())


@lru_cache
def _adapter(model: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(model)


def _is_misspelt(missing: Key, unknown: Iterable[Key]) -> bool:
    """Whether a field beside the missing one is most likely meant for it: one mistake needs one message."""
    beside = [str(key[-1]) for key in unknown if key[:-1] == missing[:-1]]
    name = str(missing[-1])
    return nearest(name, beside) is not None or any(meant_by(each, (name,)) for each in beside)


def _empty_keys(value: object, key: Key) -> Iterator[Key]:
    """The keys that stand there with nothing behind them."""
    if value is None:
        yield key
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _empty_keys(part, (*key, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _empty_keys(part, (*key, number))


def _empty(front: FrontMatter, key: Key) -> Problem:
    place = front.keys.get(key) or front.place(*key)
    return problem("missing-field", place, f"“{spoken(key)}” is empty", FILL_IN)
