"""YAML nodes → plain fields, with the place of each key and value and no YAML 1.1 guesses about types."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

import yaml
from msgspec import Struct, field

from nutgraf.parse.frontmatter import Key
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

DEEPEST = 12  # levels of lists and fields; ours go four deep
_NULL = "tag:yaml.org,2002:null"
_NULLS = ("", "~", "null", "Null", "NULL")
_PLAIN = frozenset(
    "tag:yaml.org,2002:" + kind
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value", "merge")
)
_QUOTE = "put it in quotes"
_COLON = re.compile(r"\s*:")
_COMMENT = re.compile(r"\s#(?=[^\s#])")


class YamlText(Struct, frozen=True, dict=True):
    """The YAML of a file, or of a part of it."""

    path: str
    source: str
    first: int = 2  # the line of the file that it begins on

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins. YAML also breaks lines at U+0085, U+2028 and U+2029; editors’ programs do not."""
        return [0, *(match.end() for match in re.finditer("\n", self.source))]

    def at(self, index: int, length: int = 1) -> Place:
        """The place of the character at ``index``."""
        line = bisect_right(self.starts, index)
        return Place(self.path, line + self.first - 1, index - self.starts[line - 1] + 1, length)

    def of(self, node: yaml.Node) -> Place:
        """The place of a node: its first line."""
        start, end = node.start_mark.index, node.end_mark.index
        line_end = self.source.find("\n", start)
        text = self.source[start : line_end if 0 <= line_end < end else end]
        return self.at(start, max(len(text.rstrip()), 1))

    def line(self, number: int) -> str:
        """The line of that number, from 0; "" after the last."""
        lines = self.source.split("\n")
        return lines[number] if number < len(lines) else ""


class Tree(Struct):
    """The fields of a front matter as they are read; collects places and problems on the way."""

    text: YamlText
    fields: dict[str, object] = field(default_factory=dict)
    keys: dict[Key, Place] = field(default_factory=dict)
    values: dict[Key, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_partial: bool = False  # a part is left out: what is left must not be taken for the whole

    def read_mapping(self, node: yaml.Node, key: Key) -> dict[str, object]:
        """The fields of a mapping; of two with one name the first."""
        if not isinstance(node, yaml.MappingNode):
            kind = "a list" if isinstance(node, yaml.SequenceNode) else "text"
            hint = "write “title: …”, with a blank after the colon"
            self._refuse(self.text.of(node), f"the front matter is {kind}, not fields", hint)
            return {}
        fields: dict[str, object] = {}
        for name, value in self._entries(node):
            place = self.text.of(name)
            if name.value in fields:
                hint = f"keep one of the two; the first stands in line {self.keys[*key, name.value].line}"
                self.problems.append(problem("duplicate-key", place, f"“{name.value}” stands twice", hint))
                continue
            self.keys[*key, name.value] = place
            fields[name.value] = self._value(value, (*key, name.value))
        return fields

    def _entries(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        for name, value in node.value:
            if node.flow_style and self._has_colon(node.value[0][0]) and not self._has_colon(name):
                hint = "put text that holds a comma in quotes, or write each field on a line of its own, without { }"
                place = self.text.of(name)
                self.problems.append(problem("front-matter", place, "a comma inside { } begins a new field", hint))
                return
            if isinstance(name, yaml.ScalarNode):
                if not self._has_tag(name):
                    yield name, value
            else:
                hint = "put text that begins with { or [ in quotes"
                self._refuse(self.text.of(name), "brackets cannot be the name of a field", hint)

    def _has_colon(self, name: yaml.Node) -> bool:
        """Whether a colon follows the name of a field; in braces, what follows a comma can do without."""
        return bool(_COLON.match(self.text.source, name.end_mark.index))

    def _value(self, node: yaml.Node, key: Key) -> object:
        self.values[key] = self.text.of(node)
        if len(key) > DEEPEST:
            self._refuse(self.text.of(node), "the front matter is nested too deep", "no field goes this deep")
            return None
        if self._has_tag(node):
            return None
        if isinstance(node, yaml.MappingNode):
            return self.read_mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(part, (*key, number)) for number, part in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode) and not node.style:
            self._look_for_comment(node)
        return None if node.tag == _NULL and node.value in _NULLS else node.value

    def _has_tag(self, node: yaml.Node) -> bool:
        """Whether a tag stands before the node; it is refused, because “! wow” would lose its “!” without a word."""
        start = node.start_mark.index
        if node.tag in _PLAIN and not self.text.source.startswith("!", start):
            return False
        tag = self.text.source[start:].split(maxsplit=1)[0]
        self._refuse(self.text.at(start, len(tag)), f"text that begins with “{tag}” is read as a YAML tag", _QUOTE)
        return True

    def _look_for_comment(self, node: yaml.Node) -> None:
        """“Ranked #1 in Asia” would lose all from the # on without a word; a real comment has a blank after it."""
        end = node.end_mark.index
        line_end = self.text.source.find("\n", end)
        rest = self.text.source[end : line_end if line_end >= 0 else None]
        comment = _COMMENT.match(rest)
        if comment:
            lost = rest.strip()
            place = self.text.at(end + comment.end() - 1, len(lost))
            hint = "put the whole text in quotes, or write “# ” with a blank if it is a comment"
            self.problems.append(
                problem("front-matter", place, f"YAML takes “{lost}” for a comment and drops it", hint)
            )

    def _refuse(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(problem("front-matter", place, message, hint))
        self.is_partial = True


def read_tree(text: YamlText, root: yaml.Node | None) -> Tree:
    """The fields that the tree of nodes stands for; an empty text has none."""
    tree = Tree(text)
    if root is not None:
        tree.fields = tree.read_mapping(root, ())
    return tree
