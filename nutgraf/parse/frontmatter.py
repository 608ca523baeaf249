"""Front matter: the YAML between the fences, with the place of every key and value.

python-frontmatter gives the handler’s shape; its split and load are ours, because the library’s let a byte order
mark, an open fence, duplicate keys and list front matter pass, and lose where the body begins. Scalars are read as
written (YAML 1.1 would make ``NO`` false and ``12:30`` 750): the fields say what they mean.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from frontmatter.default_handlers import YAMLHandler

from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

Key = tuple[str | int, ...]
FENCE = "---"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_NULLS = ("", "~", "null", "Null", "NULL")
_PLAIN = frozenset(
    "tag:yaml.org,2002:" + kind for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value")
)


@dataclass(frozen=True)
class FrontMatter:
    """The fields of one file and where each stands."""

    path: str
    fields: Mapping[str, object]  # str, None, lists and mappings of the same
    keys: Mapping[Key, Place]  # where a key is written
    values: Mapping[Key, Place]  # where a value is written
    body: str
    body_line: int  # the file’s line on which the body begins

    def place(self, *key: str | int) -> Place:
        """Where the value is written, or the nearest thing around it; the first line when the field is absent."""
        while key:
            if key in self.values:
                return self.values[key]
            key = key[:-1]
        return Place(self.path, 1, 1, len(FENCE))


class DeskHandler(YAMLHandler):
    """python-frontmatter’s YAML handler with exact fences and a tree of nodes instead of values."""

    def split(self, text: str) -> tuple[str, str]:
        """The YAML and the body; raises ValueError when a fence is missing."""
        lines = text.split("\n")
        if lines[0].rstrip() != FENCE:
            raise ValueError(1, "front matter is missing", f"begin the file with a line “{FENCE}”")
        for number, line in enumerate(lines[1:], 1):
            if line.rstrip() == FENCE:
                return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
        raise ValueError(1, "the front matter is not closed", f"put a line “{FENCE}” after the last field")

    def load(self, fm: str) -> yaml.Node | None:  # type: ignore[override]  # nodes, because they know their place
        """The YAML’s tree of nodes, which know their line and column."""
        return yaml.compose(fm, Loader=_Loader)


def read_front_matter(path: str, text: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """The front matter of a file; None when it cannot be read at all."""
    handler = DeskHandler()
    try:
        source, body = handler.split(text)
    except ValueError as error:
        line, message, hint = error.args
        return None, (problem("front-matter", Place(path, line, 1, len(text.split("\n")[0]) or 1), message, hint),)
    try:
        root = handler.load(source)
    except yaml.MarkedYAMLError as error:
        return None, (_unreadable(path, source, error),)
    except yaml.reader.ReaderError as error:
        return None, (problem("front-matter", _place_of(path, source, error.position), f"{_unprintable(error)}"),)
    except RecursionError:
        return None, (problem("front-matter", Place(path, 1, 1), "the front matter is nested too deep"),)
    walk = _Walk(path, source.split("\n"))
    fields = walk.mapping(root, ()) if root is not None else {}
    read = FrontMatter(path, fields, walk.keys, walk.values, body, text.count("\n") - body.count("\n") + 1)
    return (None if walk.unreadable else read), tuple(walk.problems)


@dataclass
class _Walk:
    """One walk over the tree; collects places and problems on the way."""

    path: str
    lines: list[str]
    keys: dict[Key, Place] = field(default_factory=dict)
    values: dict[Key, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    unreadable: bool = False  # a part is left out: what is left must not be taken for the whole

    def mapping(self, node: yaml.Node, key: Key) -> dict[str, object]:
        if not isinstance(node, yaml.MappingNode):
            kind = "a list" if isinstance(node, yaml.SequenceNode) else "text"
            self._refuse("front-matter", node, f"the front matter is {kind}, not fields", "write “title: …”")
            return {}
        fields: dict[str, object] = {}
        for name, value in self._entries(node):
            if name.value in fields:
                first = self.keys[*key, name.value].line
                hint = f"keep one of the two; the other stands in line {first}"
                self.problems.append(problem("duplicate-key", self._place(name), f"“{name.value}” stands twice", hint))
                continue
            self.keys[*key, name.value] = self._place(name)
            fields[name.value] = self._value(value, (*key, name.value))
        return fields

    def _entries(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                yield name, value
            else:
                self._refuse("front-matter", name, "a key must be one word", "write “key: value”")

    def _value(self, node: yaml.Node, key: Key) -> object:
        if id(node) in self.seen:
            hint = "write the value out in full"
            self._refuse("alias-in-front-matter", node, "YAML aliases (&name, *name) are not used here", hint, key)
            return None
        self.seen.add(id(node))
        self.values[key] = self._place(node)
        if node.tag not in _PLAIN:
            self._refuse("front-matter", node, f"YAML tags such as “{node.tag}” are not used here", "remove the tag")
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(part, (*key, number)) for number, part in enumerate(node.value)]
        return None if node.tag == _NULL and node.value in _NULLS else node.value

    def _place(self, node: yaml.Node) -> Place:
        start, end = node.start_mark, node.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        return Place(self.path, start.line + 2, start.column + 1, max(stop - start.column, 1))

    def _refuse(self, rule: str, node: yaml.Node, message: str, hint: str, key: Key = ()) -> None:
        place = self.keys.get(key) or self._place(node)
        self.problems.append(problem(rule, place, message, hint))
        self.unreadable = True


def _unreadable(path: str, source: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(path, mark.line + 2, mark.column + 1, 1) if mark else Place(path, 1, 1)
    told = error.problem or "the front matter is not YAML"
    line = source.split("\n")[mark.line] if mark and mark.line <= source.count("\n") else ""
    return problem("front-matter", place, told, *_advice(told, line))


def _advice(told: str, line: str) -> tuple[str, ...]:
    name = line.partition(":")[0].strip(" -")
    if "mapping values are not allowed" in told:
        return (f"put the text after “{name}:” in quotes, because it holds a colon",)
    if "cannot start any token" in told and "\t" in line:
        return ("indent with spaces, not tabs",)
    if "cannot start any token" in told:
        return (f"put the text after “{name}:” in quotes",)
    if "expected <block end>" in told or "could not find expected ':'" in told:
        return ("check the indentation and the quotes of this line and the one above",)
    if "end of stream" in told:
        return ("close the quotes or brackets",)
    return ()


def _place_of(path: str, source: str, offset: int) -> Place:
    before = source[:offset]
    return Place(path, before.count("\n") + 2, offset - before.rfind("\n"), 1)


def _unprintable(error: yaml.reader.ReaderError) -> str:
    code = error.character if isinstance(error.character, int) else ord(error.character)
    return f"the character U+{code:04X} cannot stand in front matter"
