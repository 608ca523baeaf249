"""Stylesheets that a browser could not read as they are meant: it leaves out what it cannot read, without a word."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from nutgraf.problems import Place, Problem
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

_LARGEST = 1_000_000  # bytes; what is larger was made by a program
_FOLDER = "assets/css/"
_WITH_RULES = frozenset("media supports layer container scope starting-style document".split())
_WORDS = {
    "}": ("this “}” closes nothing", "remove it, or look for a “{” that is missing above"),
    ")": ("this “)” closes nothing", "remove it, or write the “(” before it"),
    "]": ("this “]” closes nothing", "remove it, or write the “[” before it"),
    "literal": ("“//” begins no comment in CSS", "write it as /* … */"),
    "bad-string": ("quotes are opened and not closed in this line", "close them"),
    "eof-in-string": ("quotes are opened and not closed", "close them"),
    "bad-url": ("the address in url(…) cannot be read", "put it in quotes"),
    "eof-in-url": ("url(… is not closed", "close it"),
}
_NO_DECLARATION = ("this is no declaration", "write “property: value;”, and a comment as /* … */")


def check_stylesheets(site: Site) -> Iterator[Problem]:
    """A problem for the first thing in each stylesheet that is no CSS; what follows it may only be its consequence."""
    for file in site.assets:
        if file.path.startswith(_FOLDER) and file.path.endswith(".css"):
            data = file.data
            if len(data) <= _LARGEST:
                yield from _faults(file.path, data.decode("utf-8", "replace"))


def _faults(path: str, css: str) -> Iterator[Problem]:
    import tinycss2  # 10 ms, which a build pays for only when an asset has changed

    # The “}” behind the end closes nothing, unless something is open there: CSS itself closes all at its end.
    tokens = tinycss2.parse_component_value_list(f"{css}\n}}")
    is_closed = tokens[-1].type == "error"
    tokens = tokens[:-1] if is_closed else tokens
    nodes = tinycss2.parse_stylesheet(tokens, skip_comments=True, skip_whitespace=True)
    stray = next((token for token in tokens if token.type == "error"), None)
    found = stray or next(_errors(nodes), None)
    if found:
        message, hint = _WORDS.get(getattr(found, "kind", found.type), _NO_DECLARATION)
        yield problem("bad-stylesheet", Place(path, found.source_line, found.source_column, 1), message, hint)
    elif not is_closed:
        begun = tokens[-1] if tokens[-1].type == "comment" else nodes[-1]
        hint = "close it, or remove what is open in it: a “{”, a “(”, quotes or a /*"
        yield problem(
            "bad-stylesheet",
            Place(path, begun.source_line, begun.source_column, 1),
            "what begins here is not closed",
            hint,
        )


def _errors(nodes: Iterable[Any]) -> Iterator[Any]:
    """The errors among the nodes and in them, in their order."""
    import tinycss2

    for node in nodes:
        if node.type == "error":
            yield node
        elif node.type in {"qualified-rule", "at-rule"}:
            yield from (one for one, other in pairwise(node.prelude) if one == other == "/")
            yield from _errors(node.prelude)
            if node.content is None:
                continue
            if node.type == "qualified-rule" or node.lower_at_keyword in _WITH_RULES:
                yield from _errors(tinycss2.parse_blocks_contents(node.content, True, True))
            elif node.lower_at_keyword.endswith("keyframes"):
                yield from _errors(tinycss2.parse_rule_list(node.content, True, True))
        elif node.type == "declaration":
            yield from _errors(node.value)
        elif node.type == "function":
            yield from _errors(node.arguments)
        elif node.type in {"() block", "[] block", "{} block"}:
            yield from _errors(node.content)
