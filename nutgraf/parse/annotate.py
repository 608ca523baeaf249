"""What our dialect means: tokens get the pieces, places and quotations that parse.pieces writes out."""

from collections.abc import Iterator, Sequence
from functools import partial

from markdown_it.token import Token
from msgspec import Struct, field

from nutgraf.body import Reference
from nutgraf.parse.alignment import offsets, plain_text
from nutgraf.parse.attribution import cover_block_quotations
from nutgraf.parse.boxes import place_boxes
from nutgraf.parse.citing import citation_hint, read_references, set_close
from nutgraf.parse.emphasis import Run, find_emphasis, find_unclosed
from nutgraf.parse.foreign import find_foreign
from nutgraf.parse.html_tags import find_html
from nutgraf.parse.marks import find_code, find_odd_marks, find_open_marks
from nutgraf.parse.quoting import citations_in, quote_to_citations
from nutgraf.parse.shown import Shown
from nutgraf.parse.source_map import SourceMap
from nutgraf.parse.statements import QUOTED, find_statements
from nutgraf.parse.stray import find_strays
from nutgraf.problems import Place, Problem
from nutgraf.quotations import LEAST_WORDS, read_quoted
from nutgraf.rules import problem

_SHOW_SOMETHING = frozenset({"image", "html_inline", "footnote_ref"})


class Annotator(Struct):
    """One walk over a text’s tokens."""

    source_map: SourceMap
    whole: Place | None = None  # the place of everything, for a line from front matter
    noteless: str | None = None  # what the text is (“a standfirst”) when it has no list of notes
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Reference] = field(default_factory=list)  # citations, if there are sources of these names
    words: int = 0  # of running text, so far
    _blocks: int = 0  # paragraphs, list items and cells, so far
    _loose: list[Sequence[Run]] = field(default_factory=list)  # asterisks without a partner, block by block

    def annotate(self, tokens: list[Token]) -> None:
        """Completes the tokens, in place."""
        self.problems.extend(place_boxes(tokens, self.source_map))
        self.problems.extend(cover_block_quotations(tokens, self.source_map))
        self.source_map.find_cells(tokens)
        is_heading = False
        for token in tokens:
            is_heading = token.type == "heading_open" or (is_heading and token.type != "heading_close")
            if token.type == "inline":
                self._block(token, is_heading=is_heading)
        find_statements(tokens, self._at)
        self.problems.extend(find_unclosed(self._loose))
        if not self.whole:
            self.problems.extend(find_open_marks(tokens))
        _make_figures(tokens)

    def _block(self, block: Token, *, is_heading: bool) -> None:
        self._blocks += 1
        depth = 0
        children = block.children or []
        self.words += len(plain_text(children).split())
        for child in children:
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            child.meta = {**child.meta, "block": self._blocks, "is_linkable": not (depth or is_heading)}
            if child.type in {"citation", "term", "link_open", "image", "footnote_ref"}:
                child.meta["place"] = self._place(block, child)
                self._check(child, is_heading=is_heading)
            if child.type == "citation":
                self._cite(child)
        self.problems.extend(find_code(block, self.source_map, self.whole))
        self._look_for_markup(block)
        block.children = set_close(children)
        if not block.meta.get("is_quotation") and not is_heading:
            self._quote(block)

    def _quote(self, block: Token) -> None:
        """Binds what is quoted in the block, and reports marks beside which nothing is checked."""
        children = block.children or []
        plain = plain_text(children)
        citations = citations_in(children)
        quoted = read_quoted(plain, citations)
        written: list[int] = []

        def place(start: int, end: int) -> Place:
            written[:] = written or offsets(block)
            first, last = written[start], written[min(end, len(written)) - 1]
            return self.whole or self.source_map.inline(block, first, last - first + 1)

        self.problems.extend(find_odd_marks(plain, quoted, citations, place))
        left = quote_to_citations(block, plain, quoted.runs, place)
        spans = [(run.opening, run.end + 1) for run in quoted.runs if run.words >= LEAST_WORDS]
        block.meta = {**block.meta, "uncited": left, QUOTED: spans}

    def _look_for_markup(self, block: Token) -> None:
        """Reports what readers would see as text though it was written as markup."""
        shown = Shown(block)
        problems, doubts = find_strays(shown, self.source_map, self.whole)
        self.doubts.extend(doubts)
        at = partial(self._at, block)
        broken, loose = find_emphasis(shown, at)
        self._loose.append(loose)
        self.problems.extend((*problems, *broken, *find_html(shown, at), *find_foreign(shown, at)))
        self.problems.extend(_wordless(block))

    def _at(self, block: Token, offset: int, length: int) -> Place:
        return self.whole or self.source_map.inline(block, offset, length)

    def _place(self, block: Token, child: Token) -> Place:
        offset: int = child.meta.get("offset", 0)
        return self._at(block, offset, child.meta.get("end", offset + 1) - offset)

    def _cite(self, citation: Token) -> None:
        place: Place = citation.meta["place"]
        references = read_references(citation, place)
        if references is None:
            message = f"“{citation.content}” is not a citation"
            self.problems.append(problem("bad-citation", place, message, citation_hint(citation.content)))
        citation.meta["references"] = references or ()

    def _check(self, child: Token, *, is_heading: bool) -> None:
        """Reports what stands where it cannot."""
        place: Place = child.meta["place"]
        sign = {"citation": "citation", "footnote_ref": "footnote"}.get(child.type)
        if sign and is_heading:
            message, hint = f"a heading cannot hold a {sign}", "put it into the text below"
            self.problems.append(problem("bad-citation", place, message, hint))
        elif sign and self.noteless:
            message = f"{self.noteless} cannot hold a {sign}, because no notes are listed there"
            self.problems.append(problem("bad-citation", place, message, "say it in the body of an explainer or entry"))


def _wordless(block: Token) -> Iterator[Problem]:
    """A problem for each link that shows readers nothing they could follow."""
    opened: Token | None = None
    for child in block.children or ():
        if child.type == "link_open":
            opened = child
        elif child.type == "link_close" and opened:
            hint = "write between the square brackets where it leads, or remove it"
            yield problem("link-without-words", opened.meta["place"], "this link has no words", hint)
            opened = None
        elif child.type in _SHOW_SOMETHING or any(
            letter.isprintable() and not letter.isspace() for letter in child.content
        ):
            opened = None


def _make_figures(tokens: list[Token]) -> None:
    """A paragraph that holds nothing but an image becomes a figure."""
    for number, token in enumerate(tokens):
        children = token.children or []
        if token.type == "inline" and len(children) == 1 and children[0].type == "image":
            before, after = tokens[number - 1], tokens[number + 1] if number + 1 < len(tokens) else None
            if before.type == "paragraph_open" and after:
                children[0].meta["is_figure"] = True
                before.tag = after.tag = "figure"
                before.hidden = after.hidden = False  # as they would be in a tight list
