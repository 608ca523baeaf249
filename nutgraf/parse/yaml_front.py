"""YAML → front matter, or what is wrong with it.

python-frontmatter gives the handler’s shape; its split and load are ours, because the library’s let a byte order
mark, an open fence, duplicate keys and list front matter pass, and lose where the body begins. Scalars are read as
written (YAML 1.1 would make ``NO`` false and ``12:30`` 750): the fields say what they mean.
"""

import yaml
from frontmatter.default_handlers import YAMLHandler

from nutgraf.parse.frontmatter import FrontMatter, split
from nutgraf.parse.slips import slips_in, wrong_fence
from nutgraf.parse.yaml_faults import misread_problems, unreadable_problems
from nutgraf.parse.yaml_tree import YamlText, read_tree
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DeskHandler(YAMLHandler):
    """python-frontmatter’s YAML handler with exact fences and a tree of nodes instead of values."""

    def split(self, text: str) -> tuple[str, str]:
        """The YAML and the body; raises ValueError when a fence is missing."""
        return split(text)[:2]

    def load(self, fm: str) -> yaml.Node | None:  # type: ignore[override]  # nodes, because they know their place
        """The YAML’s tree of nodes, which know their line and column."""
        return yaml.compose(fm, Loader=_Loader)


def _first_field(path: str) -> str:
    """The field that a file of this place is most likely to begin with."""
    if path.startswith("content/sources/"):
        return "seed"
    return "standfirst" if path == "content/index.md" else "title"


def _unfenced(path: str, lines: list[str], message: str, hint: str) -> Problem:
    """What a file is told whose front matter does not begin or does not end."""
    first = Place(path, 1, 1, len(lines[0]) or 1)
    if lines[0].rstrip() in {"+++", "{", ";;;"}:
        message = "front matter in TOML or JSON, as Hugo and Zola have it, is not read here"
        hint = f"write it in YAML: a line “---”, “{_first_field(path)}: …” and so on, and again “---”"
        return problem("front-matter", first, message, hint)
    return wrong_fence(path, lines) or problem("front-matter", first, message, hint.format(_first_field(path)))


def read_front_matter(path: str, text: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """The front matter of a file, with the place of every field, and its problems; None if it does not begin or end.

    path: of the file, for places. If the YAML is wrong, `is_readable` is False and there are no fields. Raises
    nothing.
    """
    handler = DeskHandler()
    try:
        source, _ = handler.split(text)
    except ValueError as error:
        return None, (_unfenced(path, text.split("\n"), *error.args),)
    return read_yaml(path, source)


def read_yaml(path: str, source: str, first: int = 2) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The fields of the YAML, with the place of each, and its problems; not `is_readable` if there are any.

    path: of the file, for places. first: the line of the file that the source begins on. Raises nothing.
    """
    unread = FrontMatter(path, {}, {}, {}, is_readable=False)
    written = YamlText(path, source, first)
    misread = tuple(misread_problems(written, _Loader))
    if misread:
        return unread, misread
    try:
        root = DeskHandler().load(source)
    except yaml.MarkedYAMLError as error:
        return unread, unreadable_problems(written, error)
    except RecursionError:
        message, hint = "the front matter is nested too deep", "no field goes this deep"
        return unread, (problem("front-matter", Place(path, first - 1, 1), message, hint),)
    tree = read_tree(written, root)
    if tree.is_partial:
        return unread, (slips_in(written) if isinstance(root, yaml.ScalarNode) else ()) or tuple(tree.problems)
    return FrontMatter(path, tree.fields, tree.keys, tree.values), tuple(tree.problems)
