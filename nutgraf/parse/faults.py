"""What is wrong with a field, in an editor’s words: pydantic’s errors → problems."""

import datetime
from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from nutgraf.parse.frontmatter import FrontMatter, Key
from nutgraf.parse.other_fields import meant_by, way_here
from nutgraf.problems import Problem, did_you_mean
from nutgraf.rules import problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WANTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "fields (name: text)",
    "dataclass_type": "fields (name: text)",
}
FILL_IN = "fill it in, or leave the line out if the field is optional"
_LISTED = 12  # names in a hint; more would not be read


class BadDateError(ValueError):
    """What an editor wrote is not a date; args are the sentence that says so and hints."""


def spoken(key: Key) -> str:
    """The key as an editor would say it: ``key_facts 2, quote``."""
    words = [f"{step + 1}," if isinstance(step, int) else step for step in key]
    return " ".join(words).removesuffix(",")


def field_problem(model: type[object], front: FrontMatter, error: "ErrorDetails") -> Problem:
    """The problem that one of pydantic’s errors stands for, at the place of the field."""
    key: Key = tuple(step for step in error["loc"] if step != "[key]")
    name, kind = spoken(key), error["type"]
    if kind == "missing":
        hint = f"add “{key[-1]} = …”" if front.is_toml else f"add “{key[-1]}: …”"
        return problem("missing-field", front.place(*key[:-1]), f"“{name}” is missing", hint)
    if kind == "unexpected_keyword_argument":
        return _unknown(model, front, key)
    if kind == "string_too_short":
        return problem("missing-field", front.place(*key), f"“{name}” is empty", FILL_IN)
    if kind in _WANTED:
        message = f"“{name}” must be {_WANTED[kind]}, not {_kind_of(error['input'])}"
        hints = () if front.is_toml and kind != "string_type" else _example(kind, error["input"], _names(model, key))
        return problem("wrong-type", front.place(*key), message, *hints)
    return _bad_value(front, key, name, error)


def _unknown(model: type[object], front: FrontMatter, key: Key) -> Problem:
    return problem(
        "unknown-field",
        front.keys.get(key) or front.place(*key),
        f"“{spoken(key)}” is not a field",
        *_instead(model, key),
    )


def _instead(model: type[object], key: Key) -> tuple[str, ...]:
    elsewhere: Mapping[Any, str] = getattr(model, "ELSEWHERE", {})  # what editors look for here, and where it is
    if len(key) == 1 and key[0] in elsewhere:
        return (elsewhere[key[0]],)
    names = _names(model, key[:-1])
    shown = ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
    return _meant(str(key[-1]), names) or did_you_mean(str(key[-1]), names) or (f"the fields here are {shown}",)


def _meant(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """What is done here with a field that other programs have."""
    field = meant_by(name, names)
    if field:
        return ("write “draft: true” to keep it out of the site",) if field == "draft" else (f"here it is “{field}”",)
    way = way_here(name)
    return (way,) if way else ()


def _bad_value(front: FrontMatter, key: Key, name: str, error: "ErrorDetails") -> Problem:
    place = front.place(*key)
    if error["type"] == "too_long":
        most, found = error["ctx"]["max_length"], error["ctx"]["actual_length"]
        hint = "keep those that matter most"
        return problem("bad-value", place, f"“{name}” has {found} entries; {most} is the most", hint)
    if error["type"] == "literal_error":
        expected = str(error["ctx"]["expected"]).replace("'", "")
        hints = did_you_mean(str(error["input"]), expected.replace(" or ", ", ").split(", "))
        return problem("bad-value", place, f"“{name}” must be {expected}, not “{error['input']}”", *hints)
    reason = error.get("ctx", {}).get("error")
    told = reason.args if isinstance(reason, ValueError) else (error["msg"],)
    rule = "bad-date" if isinstance(reason, BadDateError) else "bad-value"
    message = str(told[0])
    if message.startswith("must be"):
        message = f"“{name}” {message}"
    elif not message.startswith("“"):  # those that begin with the words in question need no name before them
        message = f"“{name}”: {message}"
    return problem(rule, place, message, *(str(hint) for hint in told[1:]))


def _kind_of(value: object) -> str:
    if isinstance(value, Mapping):
        return "fields"
    if isinstance(value, bool):
        return "true or false without quotes"
    if isinstance(value, (int, float)):
        return "a number without quotes"
    if isinstance(value, (datetime.date, datetime.time)):
        return "a date without quotes"
    return "a list" if isinstance(value, (list, tuple)) else "text"


def _example(kind: str, value: object, names: tuple[str, ...]) -> tuple[str, ...]:
    """How the value would be written; only where it is plain what was meant."""
    if kind == "tuple_type" and names:
        return (f"begin each entry with “- {names[0]}: …” on a line of its own",)
    if kind == "dataclass_type" and names:
        return (f"write “{names[0]}: …”",)
    if kind == "tuple_type" and isinstance(value, str) and len(value) < 40:
        return (f"put it in brackets: [{value}]",)
    if kind == "string_type" and isinstance(value, (bool, int, float)):
        return ("put it in quotes",)
    if kind == "string_type" and isinstance(value, (Mapping, list, tuple)):
        return ("write one text, in quotes if it begins with a bracket",)
    return ()


def _names(model: type[object], key: Key) -> tuple[str, ...]:
    """The field names of the model that the key leads to."""
    found: Any = model
    for step in key:
        if is_dataclass(found) and isinstance(step, str):
            found = get_type_hints(found).get(step)
        elif isinstance(found, type) or get_args(found):
            found = _part_of(found)
    found = found if is_dataclass(found) else _part_of(found)
    if not is_dataclass(found):
        return ()
    return tuple(field.name for field in fields_of(found) if not field.metadata.get("is_ours"))


def _part_of(kind: object) -> Any:
    """The type of the entries of a list or of named fields."""
    args = get_args(kind)
    if get_origin(kind) is dict:
        return args[1]
    return next((part for part in args if is_dataclass(part)), None)
