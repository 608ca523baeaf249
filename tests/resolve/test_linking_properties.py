"""Linking adds links and nothing else, and costs what the text costs, however many names there are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.body import Html, Mention, Piece, Words
from nutgraf.parse.body import parse_body
from nutgraf.problems import Place
from nutgraf.resolve.blocks import shown
from nutgraf.resolve.linking import Linker
from nutgraf.resolve.mentions import entries_of
from tests.effort import calls_in
from tests.resolve.desk import site_of, term

NAMES = ("Tariff", "Pax Silica", "US", "US Ambassador to India", "AT&T", "50% tariff", "दिल्ली", "印度", "S. Jaishankar")
TERMS = site_of({f"content/glossary/t{n}.md": term(f'"{name}"') for n, name in enumerate(NAMES)}).terms
ENTRIES = entries_of(TERMS)

words = st.sampled_from(
    [*NAMES, "tariffs", "pax-silica", "Pax", "Silica", "Ambassador", "to", "India’s", "50%", "`code`", "AT&amp;T", "S."]
)
signs = st.sampled_from(
    [" ", " ", "\n", "*", "**", "~~", "[", "](x.md)", "`", "’s", "\\\n", "\n\n", "- ", "[[t0]]", "&", "<"]
)


def flat(pieces: tuple[Piece, ...]) -> list[Piece]:
    """The pieces without links, words that stand side by side in one."""
    parts: list[Piece] = []
    for piece in pieces:
        for part in piece.pieces if isinstance(piece, Mention) else (piece,):
            before = parts[-1] if parts else None
            if isinstance(part, Words) and isinstance(before, Words) and _is_same(before, part):
                parts[-1] = Words(before.text + part.text, part.block, part.is_linkable)
            else:
                parts.append(part)
    return parts


def _is_same(one: Words, other: Words) -> bool:
    return (one.block, one.is_linkable) == (other.block, other.is_linkable)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(words, signs), max_size=30).map("".join))
def test_linked_text_without_its_links_is_the_text(markdown: str) -> None:
    body, _ = parse_body(markdown, Place("content/explainers/x.md", 1, 1))
    linker = Linker(ENTRIES)
    for section in body.sections:
        linker.new_section(section.pieces)
        linked = linker.link(section.pieces)
        assert flat(linked) == flat(tuple(linker.named(section.pieces)))
        slugs = [piece.term for piece in linked if isinstance(piece, Mention)]
        assert len(slugs) == len(set(slugs))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(words, signs), max_size=30).map("".join))
def test_the_markup_inside_a_link_is_whole(markdown: str) -> None:
    body, _ = parse_body(markdown, Place("content/explainers/x.md", 1, 1))
    linker = Linker(ENTRIES)
    for section in body.sections:
        linker.new_section()
        for piece in linker.link(section.pieces):
            if isinstance(piece, Mention):
                tags = "".join(part.markup for part in piece.pieces if isinstance(part, Html))
                assert tags.count("</") * 2 == tags.replace("<br", "").count("<")
                assert "".join(map(shown, piece.pieces)).strip()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(words, signs), max_size=40).map("".join))
def test_mentions_come_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for start, stop, _ in ENTRIES.glossary.find(text):
        assert end <= start < stop <= len(text)
        end = stop


def test_five_thousand_names_are_no_more_work_than_fifty() -> None:
    few = {f"content/glossary/t{n}.md": term(f"Name {n} of something") for n in range(5)}
    many = {f"content/glossary/t{n}.md": term(f"Word{n} of something") for n in range(300)}
    text = "The minister said that Name 3 of something was not a word of his own, and Word7 went on. " * 300
    short, long = entries_of(site_of(few).terms).glossary, entries_of(site_of(many).terms).glossary
    assert calls_in(lambda: list(long.find(text))) < 1.2 * calls_in(lambda: list(short.find(text)))
