"""Writes docs/views.md, every field that a template may show, from nutgraf/views/: ``python -m tools.view_reference``.

What a field is stands beside it in the code: a comment behind it, or one above it. A test fails while the page is older
than the views.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
PAGE = PROJECT / "docs/views.md"
VIEWS = PROJECT / "nutgraf/views"
MODULES = ("pages", "entries", "embeds", "machines", "frame", "parts")  # in the order of the page
_INTRODUCTION = """\
# What a template may show

For designers: every field of every view. A template sees one name, `view`; the second column says of which kind each
field is. [Templates and styles](theming.md#templates) says which template gets which view. Every page for readers has a
[`frame`](#frame).

| Kind | What it is in a template |
|---|---|
| text | a string; what HTML would mean in it is escaped |
| HTML | finished HTML, shown as it is |
| number | a whole number |
| yes or no | `{% if view.… %}` |
| list of … | `{% for … in view.… %}`; an empty list counts as no in an `if` |
| … or none | may be missing: ask with `{% if view.… %}` first |
"""
_FILE = re.compile(r"(?:\w+/)?[\w-]+\.(?:html|xml|txt)\b")
_PLAIN = {"str": "text", "Markup": "HTML", "int": "number", "bool": "yes or no", "None": "none"}


@dataclass(frozen=True)
class Shown:
    """A view, or a part of one: what it is, and a row for each of its fields."""

    name: str
    about: str
    rows: tuple[tuple[str, str, str], ...]  # name, kind, what it is; none for a name of several kinds


def reference() -> str:
    """The page."""
    modules = {name: ast.parse((VIEWS / f"{name}.py").read_text("utf-8")) for name in MODULES}
    abouts = {each.name: each.about for name, tree in modules.items() for each in shown_in(name, tree)}
    parts = [_page_part(name, tree, abouts) for name, tree in modules.items()]
    return "\n".join([_INTRODUCTION, *parts])


def _page_part(name: str, tree: ast.Module, abouts: Mapping[str, str]) -> str:
    about = " ".join((ast.get_docstring(tree) or "").split())
    title, _, rest = about.partition(": ")
    lines = [f"## {title.rstrip('.')}", ""]
    lines += [f"{rest[:1].upper()}{rest[1:]}", ""] if rest else []
    for each in shown_in(name, tree):
        lines += [f"### {each.name}", "", each.about, ""]
        if each.rows:
            lines += ["| Field | Kind | What it is |", "|---|---|---|"]
            rows = ((field, kind, what or _about(kind, abouts)) for field, kind, what in each.rows)
            lines += [*(f"| `{field}` | {kind} | {what} |" for field, kind, what in rows), ""]
    return "\n".join(lines)


def _about(kind: str, abouts: Mapping[str, str]) -> str:
    """What the view says of itself that a field leads to; nothing for a field of another kind."""
    name = re.search(r"\[(\w+)\]", kind)
    return abouts[name[1]].partition(". ")[0].rstrip(".") if name else ""


def shown_in(module: str, tree: ast.Module) -> Iterator[Shown]:
    """What a module declares, in its order."""
    comments = _comments((VIEWS / f"{module}.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            about = _FILE.sub(r"`\g<0>`", _escaped(" ".join((ast.get_docstring(node) or "").split())))
            yield Shown(node.name, about, tuple(_rows(node, comments)))
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            about = _kind(node.value)
            comment = comments.get(node.lineno, "")
            yield Shown(node.targets[0].id, f"{about}.{f' {comment}' if comment else ''}", ())


def _rows(node: ast.ClassDef, comments: dict[int, str]) -> Iterator[tuple[str, str, str]]:
    for field in node.body:
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            if "ClassVar" in ast.unparse(field.annotation) and isinstance(field.value, ast.Constant):
                yield field.target.id, f"always {_kind(field.value)}", "tells it from other parts"
            else:
                yield field.target.id, _kind(field.annotation), comments.get(field.lineno, "")
        elif isinstance(field, ast.FunctionDef) and field.name == "__bool__":
            yield "{% if … %}", "yes or no", (ast.get_docstring(field) or "").rstrip(".")


def _comments(source: str) -> dict[int, str]:
    """The comment of each line that has code: behind it, else the lines of comment right above it."""
    behind: dict[int, str] = {}
    alone: dict[int, str] = {}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            is_alone = token.line[: token.start[1]].strip() == ""
            (alone if is_alone else behind)[token.start[0]] = _escaped(token.string.lstrip("# "))
    found = dict(behind)
    for line in sorted(alone):
        below = next(number for number in range(line, line + len(alone) + 1) if number not in alone)
        found.setdefault(below, " ".join(alone[number] for number in range(line, below)))
    return found


def _kind(node: ast.expr) -> str:
    """The type, in words."""
    if isinstance(node, ast.BinOp):
        return f"{_kind(node.left)} or {_kind(node.right)}"
    if isinstance(node, ast.Constant):
        return f"`{node.value}`" if isinstance(node.value, str) else "none"
    if isinstance(node, ast.Subscript):
        inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if ast.unparse(node.value) == "Literal":
            return " or ".join(_kind(each) for each in inside)
        if isinstance(inside[-1], ast.Constant) and inside[-1].value is ...:
            return f"list of {_kind(inside[0])}"
        return f"pair ({', '.join(_kind(each) for each in inside)})"
    name = ast.unparse(node)
    return _PLAIN.get(name) or f"[{name}](#{name.lower()})"


def _escaped(text: str) -> str:
    """The text as Markdown shows it letter for letter; ``…`` is code."""
    return re.sub(r"``(.+?)``", r"`\1`", re.sub(r"(?<!`)([*<|])", r"\\\1", text))


if __name__ == "__main__":
    PAGE.write_text(reference(), "utf-8", newline="\n")
