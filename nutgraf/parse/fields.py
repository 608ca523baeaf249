"""Fields: front matter → a typed model, or problems at the place of each field.

The models are frozen dataclasses; pydantic checks them here, at the border, and nowhere else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from nutgraf.parse.frontmatter import FrontMatter, Key
from nutgraf.problems import Problem, did_you_mean
from nutgraf.rules import problem

Model = TypeVar("Model")
_WANTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "fields (key: value)",
    "dataclass_type": "fields (key: value)",
}


def read_fields(model: type[Model], front: FrontMatter) -> tuple[Model | None, tuple[Problem, ...]]:
    """The front matter as the model, or None and every problem of it."""
    try:
        read: Model = _adapter(model).validate_python(front.fields)  # type: ignore[arg-type]  # a class is hashable
        return read, ()
    except ValidationError as error:
        return None, tuple(_problem(model, front, detail) for detail in error.errors(include_url=False))


@lru_cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _problem(model: type[object], front: FrontMatter, error: ErrorDetails) -> Problem:
    key = _known(front, error["loc"])
    name = _spoken(key)
    kind = error["type"]
    if kind == "missing":
        return problem("missing-field", front.place(*key[:-1]), f"“{name}” is missing", f"add “{key[-1]}: …”")
    if kind == "unexpected_keyword_argument":
        names = _names(model, key[:-1])
        hints = did_you_mean(str(key[-1]), names) or (f"the fields here are {', '.join(names)}",)
        return problem("unknown-field", front.keys.get(key, front.place(*key)), f"“{name}” is not a field", *hints)
    if error["input"] is None and kind != "too_long":
        return problem("missing-field", _key_place(front, key), f"“{name}” is empty", "fill it in, or remove the line")
    if kind in _WANTED:
        found = _kind_of(error["input"])
        return problem("wrong-type", front.place(*key), f"“{name}” must be {_WANTED[kind]}, not {found}")
    return _bad_value(front, key, name, error)


def _bad_value(front: FrontMatter, key: Key, name: str, error: ErrorDetails) -> Problem:
    place = front.place(*key)
    if error["type"] == "too_long":
        most, found = error["ctx"]["max_length"], error["ctx"]["actual_length"]
        return problem("bad-value", place, f"“{name}” has {found} entries; {most} is the most", "keep the best")
    if error["type"] == "literal_error":
        expected = str(error["ctx"]["expected"]).replace("'", "")
        hints = did_you_mean(str(error["input"]), expected.replace(" or ", ", ").split(", "))
        return problem("bad-value", place, f"“{name}” must be {expected}, not “{error['input']}”", *hints)
    reason = error.get("ctx", {}).get("error")
    told = reason.args if isinstance(reason, ValueError) else (error["msg"],)
    rule = "bad-date" if isinstance(reason, BadDateError) else "bad-value"
    return problem(rule, place, f"“{name}”: {told[0]}", *(str(hint) for hint in told[1:]))


class BadDateError(ValueError):
    """What an editor wrote is not a date; args are the sentence that says so and hints."""


def _known(front: FrontMatter, loc: Iterable[int | str]) -> Key:
    """The part of pydantic’s location that names keys of the file, without the names of types tried."""
    key: Key = ()
    for step in loc:
        if (*key, step) in front.values or (*key, step) in front.keys or isinstance(step, str):
            key = (*key, step)
    return key


def _key_place(front: FrontMatter, key: Key) -> Any:
    return front.keys.get(key) or front.place(*key)


def _spoken(key: Key) -> str:
    """The key as an editor would say it: ``key_facts 2, quote``."""
    words = [f"{step + 1}," if isinstance(step, int) else step for step in key]
    return " ".join(words).removesuffix(",").replace(" ,", ",")


def _kind_of(value: object) -> str:
    if isinstance(value, Mapping):
        return "fields (key: value)"
    return "a list" if isinstance(value, (list, tuple)) else "text"


def _names(model: type[object], key: Key) -> tuple[str, ...]:
    """The field names of the model that the key leads to."""
    found: Any = model
    for step in key:
        if isinstance(step, int):
            continue
        found = _dataclass_in(get_type_hints(found).get(step))
        if found is None:
            return ()
    return tuple(field.name for field in fields_of(found) if not field.metadata.get("is_ours"))


def _dataclass_in(kind: object) -> Any:
    if is_dataclass(kind):
        return kind
    return next((found for part in get_args(kind) if (found := _dataclass_in(part))), None)
