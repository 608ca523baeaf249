"""Stylesheets that a browser could not read as they are meant: it leaves out what it cannot read, without a word."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from msgspec import Struct

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
    "//": ("“//” begins no comment in CSS", "write it as /* … */"),
    "bad-string": ("quotes are opened and not closed in this line", "close them"),
    "eof-in-string": ("quotes are opened and not closed", "close them"),
    "bad-url": ("the address in url(…) cannot be read", "put it in quotes"),
    "eof-in-url": ("url(… is not closed", "close it"),
}
_NOT_CLOSED = (
    "what begins here is not closed",
    "close it, or remove what is open in it: a “{”, a “(”, quotes or a /*",
)
_NO_DECLARATION = ("this is no declaration", "write “property: value;”, and a comment as /* … */")


class _Slashes(Struct, frozen=True):
    """A comment as other languages have it, which CSS takes for a part of the next selector."""

    source_line: int
    source_column: int
    type: str = "error"
    kind: str = "//"


def check_stylesheets(site: Site) -> Iterator[Problem]:
    """A problem for the first thing in each stylesheet that is no CSS; what follows it may only be its consequence."""
    for file in site.assets:
        if file.path.startswith(_FOLDER) and file.path.endswith(".css"):
            data = file.read()
            if len(data) <= _LARGEST:
                fault = _fault(data.decode("utf-8", "replace"))
                if fault:
                    yield problem("bad-stylesheet", Place(file.path, fault.line, fault.column, 1), *fault.words)


class _Fault(Struct, frozen=True):
    """What is wrong in a stylesheet."""

    line: int
    column: int
    words: tuple[str, str]  # message and hint


@lru_cache(maxsize=128)
def _fault(css: str) -> _Fault | None:
    """The first thing that is no CSS, or None; known to a process that builds again with the same styles."""
    import tinycss2  # 10 ms, which a build pays for only when an asset has changed

    # The “}” behind the end closes nothing, unless something is open there: CSS itself closes all at its end.
    tokens = tinycss2.parse_component_value_list(f"{css}\n}}")
    is_closed = tokens[-1].type == "error"
    tokens = tokens[:-1] if is_closed else tokens
    nodes = tinycss2.parse_stylesheet(tokens, skip_comments=True, skip_whitespace=True)
    stray = next((token for token in tokens if token.type == "error"), None)
    found = stray or next(_errors(nodes), None)
    if found:
        return _Fault(found.source_line, found.source_column, _WORDS.get(found.kind, _NO_DECLARATION))
    if is_closed:
        return None
    begun = tokens[-1] if tokens[-1].type == "comment" else nodes[-1]
    return _Fault(begun.source_line, begun.source_column, _NOT_CLOSED)


def _errors(nodes: Iterable[Any]) -> Iterator[Any]:
    """The errors among the nodes and in them, in their order; blocks may be nested as deep as somebody likes."""
    rest = [iter(nodes)]
    while rest:
        node = next(rest[-1], None)
        if node is None:
            rest.pop()
        elif node.type == "error":
            yield node
        else:
            rest.append(iter(_within(node)))


def _within(node: Any) -> Sequence[Any]:
    """What the node is made of; of a rule that CSS does not know what comes before its block."""
    if node.type in {"qualified-rule", "at-rule"}:
        both = (one for one, other in pairwise(node.prelude) if one == other == "/")
        slashes = [_Slashes(one.source_line, one.source_column) for one in both]
        return [*slashes, *node.prelude, *_rules(node)]
    if node.type == "declaration":
        return list(node.value)
    if node.type == "function":
        return list(node.arguments)
    return list(node.content) if node.type in {"() block", "[] block", "{} block"} else ()


def _rules(node: Any) -> Sequence[Any]:
    """The declarations and rules in the block of a rule."""
    import tinycss2

    if node.content is None:
        return ()
    if node.type == "qualified-rule" or node.lower_at_keyword in _WITH_RULES:
        return list(tinycss2.parse_blocks_contents(node.content, True, True))
    if node.lower_at_keyword.endswith("keyframes"):
        return list(tinycss2.parse_rule_list(node.content, True, True))
    return ()
