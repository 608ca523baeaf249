"""The fields at the head of a Markdown capture, as written; what YAML would swallow or multiply is an error.

YAML lets the last of two equal keys win, drops anchors, and expands aliases without end. None of that belongs in the
record of a source, so each is refused with the line it stands on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml import MappingNode, Node

FENCE = "---"
FIELDS = ("title", "author", "published", "publisher", "url", "language")
_LONGEST = 20_000  # characters; fields are a few lines, and the parser is slow
_DEEPEST = 8  # levels of lists and mappings
_FIRST = 2  # the file's line on which the fields begin


def read_front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The fields as written, and the 0-based index of the first line of the body.

    No fields and 0 without front matter.
    Raises ValueError with a sentence for the editor: not closed, too long, not YAML, a value that is neither text nor
    a list of texts, a name twice, or an alias or anchor, which can multiply without end.
    """
    if not lines or lines[0].rstrip() != FENCE:
        return {}, 0
    closing = next((index for index, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if closing is None:
        raise ValueError("the front matter is not closed; put a line “---” after the last field")
    written = "\n".join(lines[1:closing])
    if len(written) > _LONGEST:
        raise ValueError(f"the front matter is longer than {_LONGEST:,} characters; only the fields belong there")
    return _fields(written), closing + 1


def _fields(written: str) -> dict[str, str]:
    import yaml

    try:
        _refuse_what_multiplies(written)
        # The base loader reads everything as it is written: dates stay text, “NO” stays “NO”.
        tree = yaml.compose(written, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + _FIRST} of " if mark else ""
        hint = "close quotes and brackets, and put text that holds a colon in quotes"
        raise ValueError(f"{place}the front matter cannot be read; {hint}") from error
    if tree is None:
        return {}
    if not isinstance(tree, yaml.MappingNode):
        kind = "a list" if isinstance(tree, yaml.SequenceNode) else "text"
        raise ValueError(f"the front matter is {kind}, not fields; write “title: …”, with a blank after the colon")
    named = _by_name(tree)
    return {name: text for name in FIELDS if name in named and (text := _text(name, named[name]))}


def _refuse_what_multiplies(written: str) -> None:
    """Nothing, or ValueError over an alias, an anchor or deep nesting; the events are read one by one and stay flat."""
    import yaml

    depth = 0
    for event in yaml.parse(written, Loader=yaml.BaseLoader):
        line = event.start_mark.line + _FIRST if event.start_mark else _FIRST
        if (name := getattr(event, "anchor", None)) is not None:
            sign, kind = ("*", "an alias") if isinstance(event, yaml.AliasEvent) else ("&", "an anchor")
            raise ValueError(f"line {line}: “{sign}{name}” is {kind} in YAML; put the value in quotes")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError(f"line {line}: the front matter is nested too deep; no field goes this deep")


def _by_name(tree: MappingNode) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for key, value in tree.value:
        name = str(key.value)
        if name in found:
            line = key.start_mark.line + _FIRST
            raise ValueError(f"line {line}: “{name}” stands twice in the front matter; keep one of them")
        found[name] = value
    return found


def _text(name: str, value: Node) -> str:
    """The words of a field; a list of them is joined with commas."""
    parts = value.value if isinstance(value.value, list) else [value]
    if all(isinstance(getattr(part, "value", None), str) for part in parts):
        return ", ".join(part.value for part in parts if part.value)
    line = value.start_mark.line + _FIRST
    raise ValueError(f"line {line}: “{name}” must be text, or a list of texts; write “{name}: …”")
