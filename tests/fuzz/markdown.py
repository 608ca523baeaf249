"""Markdown and quotations made up at random: what editors write, and what they never would."""

from hypothesis import strategies as st

PARAGRAPHS = (
    "Tensions over a trade deal between India and the US are key to understanding the past few months.",
    "“This was a ‘very important’ discussion – for both of us,” the minister said on Monday, after the talks.",
    "The 50% tariff on Indian exports remains in place, and nobody expects it to go away before 4 March 2026.",
    "Officials said the two sides would meet again. “We are not in a hurry,” one of them added later, at 5.30 p.m.",
)
_NASTY = r"""
    <b>&amp;</b> <script> </p> {{ }} {% %} ]]> --> &#0; &lt; \\ ` ``` * ** _ __ ~~ | ![ [ ]( ) [[ ]] |x]]
    # > - 1. ::: “ ” " ' ‘ ’ « » … […] ... – -- $ é ß İ ı ﬁ ½ ٣ नमस्ते مرحبا 谈判 👩‍👩‍👧 𝒜
""".split()
_UNSEEN = ("\u00a0", "\u00ad", "\u200b", "\u200d", "\ufeff", "\U000e0041", "e\u0301", "\t", "\u2028", "\u2067")
_TARGETS = """
    https://example.org/a?b=c&d#e mailto:a@example.org HTTPS://EXAMPLE.ORG http://[::1]/ tel:+1 a.md b.md a.md#why #why
    ../glossary/deal.md ../pages/about.md ../index.md ../sources/desk.md gone.md javascript:alert(1) data:text/html,x
    //example.org / .. %2e%2e/x http://[ https:x
""".split()

word = st.sampled_from([*" ".join(PARAGRAPHS).split(), *_NASTY, *_UNSEEN, "trade deal", "Trade Deal", "tariffs’"])
words = st.lists(word, min_size=1, max_size=6).map(" ".join)
letters = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)
line = st.one_of(words, words, words, letters).map(lambda text: " ".join(text.split()) or "x")
references = st.sampled_from(["story", "story p3", "story p0", "story p99", "desk", "story p1; @desk p2", "gone"])


@st.composite
def quotations(draw: st.DrawFn) -> str:
    """Words of the story, as they stand or as somebody would shorten, fill in or misspell them."""
    source = draw(st.sampled_from(PARAGRAPHS)).split()
    first = draw(st.integers(0, len(source) - 2))
    taken = source[first : first + draw(st.integers(2, 9))]
    signs = draw(st.lists(st.sampled_from(["…", "[…]", "...", "[the]", "[own words]", "[", "]", "not"]), max_size=2))
    return " ".join((*taken[:2], *signs, *taken[2:]))


def written(shape: str, *holes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The shape, with something drawn for each hole."""
    return st.tuples(*holes).map(lambda drawn: shape.format(*drawn))


_phrases = (
    line,
    line,
    written("[{}]({})", line, st.sampled_from(_TARGETS)),
    written("[[{}]]", st.sampled_from(["deal", "Trade Deal|the deal", "odd", "gone"])),
    written("[[deal|{}]]", line),
    written("`{}` *{}* **{}**", line, line, line),
    written('![{}](../../assets/images/bars.svg "{}")', line, words),
)
_citing = (written("“{}” [@{}]", quotations(), references), written("{} [@{}]", line, references))
noteless = st.lists(st.one_of(*_phrases), min_size=1, max_size=3).map(" ".join)  # where no notes are listed
sentences = st.lists(st.one_of(*_phrases, *_citing), min_size=1, max_size=3).map(" ".join)


def blocks(texts: st.SearchStrategy[str], *more: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One block of Markdown, made of these texts."""
    return st.one_of(
        texts,
        texts,
        written("## {}?", line),
        written("### {}", line),
        written("> {}\n>\n> — {}", texts, line),
        written("{}{}", st.integers(1, 6).map("> ".__mul__), texts),
        written("- {}\n  - {}\n    - {}", line, texts, line),
        written("3. {}\n4. {}\n\n   {}", line, texts, line),
        written("| {} | b |\n|:--|--:|\n| {} | {} |", texts, texts, line),
        written("```{}\n{}\n```", line, line),
        written("    {}", texts),
        written(":::{{note}}\n{}\n\n{}\n:::", texts, texts),
        written(":::{{embed}}\nurl: https://charts.example.org/{}\ntitle: {}\n\n{}\n:::", line, line, texts),
        written(':::{{embed}}\nurl: https://charts.example.org/\ntitle: "So"\n{}\n\n{}\n:::', line, texts),
        written(":::{{embed}}\nurl: https://charts.example.org/\ntitle: So\n\n{}\n:::", texts),
        st.sampled_from([":::{key-facts} b\n:::", ":::{timeline} b\n:::", "***", "# x", ":::"]),
        written("{}\n---", texts),
        written('[ref]: https://example.org "{}"', line),
        written('![{}](../../assets/images/bars.svg "{}")', line, line),
        *more,
    )


def _body(block: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(block, max_size=5).map("\n\n".join)


_noted = (
    written("> {}\n>\n> — {} [@story]", sentences, line),
    written("{0}[^{0}]\n\n[^{0}]: {1}", st.integers(1, 9).map(str), sentences),
    st.sampled_from([":::{key-facts}\n:::", ":::{timeline}\n:::"]),
)
bodies = _body(blocks(sentences, *_noted))
noteless_bodies = _body(blocks(noteless))
