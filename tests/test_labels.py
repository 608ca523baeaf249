"""Labels: where the words of a link end is what markdown-it-py would find, and found in one pass."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from nutgraf.labels import label_helpers
from tests.effort import calls_in

SIGNS = st.sampled_from(["[", "]", "![", "](a)", "[a]", "`", "*", "x", "\\", "<", ">", "\n", "[x][a]", " "])
THEIRS = MarkdownIt("commonmark", {"maxNesting": 100})
OURS = MarkdownIt("commonmark", {"maxNesting": 100})
OURS.helpers = label_helpers()  # type: ignore[assignment]  # as in nutgraf.parse.dialect


def tree(tokens: list[Token]) -> list[object]:
    return [(token.type, token.content, token.attrs, token.level, tree(token.children or [])) for token in tokens]


@given(st.lists(SIGNS, max_size=30).map("".join))
@settings(max_examples=500, deadline=None)
def test_links_and_pictures_are_those_of_the_library(text: str) -> None:
    markdown = f"{text}\n\n[a]: /u\n[x]: /v\n"
    assert tree(OURS.parse(markdown)) == tree(THEIRS.parse(markdown))


def test_every_bracket_is_closed_once() -> None:
    for sign in ("[", "![", "[a](", "[`", "[[a]"):
        once, twice = (calls_in(lambda: OURS.parse(sign * times)) for times in (200, 400))  # noqa: B023
        assert twice < once * 2.2
    assert calls_in(lambda: OURS.parse("[" * 400)) * 5 < calls_in(lambda: THEIRS.parse("[" * 400))
