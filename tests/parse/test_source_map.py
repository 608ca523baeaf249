"""Where quotations, citations, links and boxes stand in the editor’s file, to the column."""

import pytest

from nutgraf.body import Citation, Image, LinkStart, TermLink
from nutgraf.parse.body import parse_body
from nutgraf.problems import Place

# The marked words are what the place must cover: ‹these›. Each text has one.
QUOTATIONS = [
    "‹“two words”› [@a]",
    "  ‹“two words”› [@a]",
    "- ‹“two words”› [@a]",
    "- one\n- ‹“two words”› [@a]",
    "10. one\n11. ‹“two words”› [@a]",
    "- - ‹“two words”› [@a]",
    "1.\t‹“two words”› [@a]",
    "> ‹“two words”› [@a]",
    "> > - ‹“two words”› [@a]",
    "> lazy\n‹“two words”› [@a]",
    ">one\n> two ‹“two words”› [@a]",
    "one\n   ‹“two words”› [@a]",
    "| a | b |\n|---|---|\n| “two words” | ‹“two words too”› [@a] |",
    "| a \\| b | c |\n|---|---|\n| x \\| y | ‹“two words”› [@a] |",
    "| a |\n|---|\n|‹“two words”› [@a]|",
    "港口 é 👩‍🚢 ‹“two words”› [@a]",
    "*one* **two** [three](x(y).md) `fo``ur` ‹“two words”› [@a]",
    "&lt;b&gt; \\*c\\* ‹“two words”› [@a]",
    "[one](<two words.md> \"three “four five” six\") ‹“two words”› [@a]",
    "![one “two three”](x.jpg) ‹“two words”› [@a]",
    "`“two words”` ‹“two words”› [@a]",
    "<https://example.org/two words> ‹“two words”› [@a]",
    "[@a “two words”] ‹“two words”› [@a]",
    "one [@a]. two [@b]; ‹“two words”› [@c].",
    "‹“two *words* and `more`”› [@a]",
    "‹&quot;two words&quot;› [@a]",
    "‹\\\"two words\\\"› [@a]",
    "x[^1] ‹“two words”› [@a]\n\n[^1]: y",
    "x[^1]\n\n[^1]: one\n    ‹“two words”› [@a]",
    "a\tb ‹“two words”› [@a]",
    ":::{note}\n‹“two words”› [@a]\n:::",
    "‹“two words\nand more”› [@a]",
]  # fmt: skip


@pytest.mark.parametrize("marked", QUOTATIONS)
def test_a_quotation_is_found_where_it_is_written(marked: str) -> None:
    markdown, place = unmarked(marked)
    body, _ = parse_body(markdown, Place("f.md", 1, 1))
    pieces = [piece for section in body.sections for piece in section.pieces]
    pieces += [piece for section in body.sections for footnote in section.footnotes for piece in footnote.pieces]
    places = [quotation.place for piece in pieces if isinstance(piece, Citation) for quotation in piece.quotations]
    assert place in [(found.line, found.column) for found in places]


@pytest.mark.parametrize("marked", QUOTATIONS)
def test_the_lines_of_the_front_matter_are_counted(marked: str) -> None:
    markdown, (line, column) = unmarked(marked)
    body, _ = parse_body(markdown, Place("f.md", 21, 1))
    pieces = [piece for section in body.sections for piece in section.pieces]
    pieces += [piece for section in body.sections for footnote in section.footnotes for piece in footnote.pieces]
    places = [quotation.place for piece in pieces if isinstance(piece, Citation) for quotation in piece.quotations]
    assert (line + 20, column) in [(found.line, found.column) for found in places]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("one ‹[@a p4]› two", Citation),
        ("[@a] one ‹[@a]› two", Citation),
        ("> - one\n>   ‹[@b]›", Citation),
        ("- “a b” ‹[@b]›, c", Citation),
        ("one ‹[[pax]]› two", TermLink),
        ("| a | ‹[[pax|b]]› |\n|---|---|", TermLink),
        ("one\ntwo *‹[three](x.md)›*", LinkStart),
        ("one ‹<https://example.org>›", LinkStart),
        ("## one ‹[two](x.md)›", LinkStart),
        ("one ‹![two *three*](x.jpg \"four\")›", Image),
    ],
)  # fmt: skip
def test_a_piece_knows_its_place(marked: str, kind: type[Citation | TermLink | LinkStart | Image]) -> None:
    markdown, place = unmarked(marked)
    body, _ = parse_body(markdown, Place("f.md", 1, 1))
    pieces = [piece for section in body.sections for piece in (*section.question, *section.pieces)]
    found = [piece.place for piece in pieces if isinstance(piece, kind)]
    length = marked.index("›") - marked.index("‹") - 1
    assert (*place, length) in [(each.line, each.column, each.length) for each in found]


def unmarked(marked: str) -> tuple[str, tuple[int, int]]:
    before = marked.partition("‹")[0]
    return marked.replace("‹", "").replace("›", ""), (before.count("\n") + 1, len(before) - before.rfind("\n"))
