"""What our dialect means: tokens get the pieces, places and quotations that parse.pieces writes out."""

import re
from collections.abc import Iterator

from markdown_it.token import Token
from msgspec import Struct, field

from nutgraf.body import Quotation
from nutgraf.parse.alignment import offsets, plain_text, plain_token
from nutgraf.parse.attribution import cover_block_quotations
from nutgraf.parse.boxes import place_boxes
from nutgraf.parse.citing import CITATION_HINT, read_references, set_close
from nutgraf.parse.dialect import LONGEST_URL
from nutgraf.parse.quoting import quote_to_citations
from nutgraf.parse.source_map import SourceMap
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_LOST = re.compile(r"\[@|\[{2,}|\[\^[^\[\]\s]+\]|\]\(")  # signs of ours that were meant to be read and were not
_LONG_ADDRESS = re.compile(rf"\]\([^\s()]{{{LONGEST_URL},}}")


class Annotator(Struct):
    """One walk over a text’s tokens."""

    source_map: SourceMap
    whole: Place | None = None  # the place of everything, for a line from front matter
    noteless: str | None = None  # what the text is (“a standfirst”) when it has no list of notes
    problems: list[Problem] = field(default_factory=list)
    words: int = 0  # of running text, so far
    _blocks: int = 0  # paragraphs, list items and cells, so far

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
        self._report_lost(block)
        block.children = set_close(children)
        if not block.meta.get("is_quotation") and not is_heading:
            left = quote_to_citations(block, self.source_map)
            if self.whole:
                left = tuple(Quotation(quotation.text, self.whole) for quotation in left)
            block.meta = {**block.meta, "uncited": left}

    def _place(self, block: Token, child: Token) -> Place:
        if self.whole:
            return self.whole
        offset: int = child.meta.get("offset", 0)
        return self.source_map.inline(block, offset, child.meta.get("end", offset + 1) - offset)

    def _cite(self, citation: Token) -> None:
        place: Place = citation.meta["place"]
        references = read_references(citation, place)
        if references is None:
            message = f"“{citation.content}” is not a citation"
            self.problems.append(problem("bad-citation", place, message, CITATION_HINT))
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

    def _report_lost(self, block: Token) -> None:
        """Reports citations, glossary links and footnote marks that were not read, and so would show as they are."""
        for sign, place in self._lost(block):
            if sign.startswith("[^"):
                hint = f"write it in a paragraph of its own, “{sign}: …”, or remove the mark"
                self.problems.append(problem("bad-citation", place, f"there is no footnote “{sign}”", hint))
            elif sign.startswith("](") and len(sign) > LONGEST_URL:
                message = f"this address has more than {LONGEST_URL:,} characters"
                hint = "link to a shorter one; pictures belong in assets/images/"
                self.problems.append(problem("broken-link", place, message, hint))
            elif sign == "](":
                hint = "put citations and [[…]] behind it, not into its words; set an address that holds blanks in <…>"
                self.problems.append(problem("broken-link", place, "this is not a link", hint))
            elif sign == "[@":
                self.problems.append(problem("bad-citation", place, "this is not a citation", CITATION_HINT))
            else:
                hint = "write [[name]] or [[name|words]]"
                self.problems.append(problem("unknown-term", place, "this is not a glossary link", hint))

    def _lost(self, block: Token) -> Iterator[tuple[str, Place]]:
        if not _LOST.search(plain_text([child for child in block.children or () if child.type == "text"])):
            return
        written, position = offsets(block), 0
        for child in block.children or ():
            for match in _LOST.finditer(child.content) if child.type == "text" else ():
                at = written[position + match.start()]
                if block.content[at] != "\\":  # an escaped bracket is meant to show
                    sign = (_LONG_ADDRESS.match(block.content, at) or match)[0]
                    yield sign, self.whole or self.source_map.inline(block, at, len(sign))
            position += len(plain_token(child))


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
