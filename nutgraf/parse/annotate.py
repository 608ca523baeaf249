"""What our dialect means: tokens get the pieces, places and quotations that parse.pieces writes out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from nutgraf.body import BoxPlace, Quotation, Reference
from nutgraf.parse.quoting import (
    attribution_start,
    plain_text,
    quote_to_citations,
    whole_quotation,
    without_dash,
)
from nutgraf.parse.source_map import SourceMap
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

BOXES = ("key-facts", "timeline")
_BOX = re.compile(r"\{([^{}]*)\}\s*(.*)")
_REFERENCE = re.compile(r"@?([^\s;@]+)(?:\s+p(\d{1,4}))?")
CITATION_HINT = "write [@source], [@source p4] or [@one; @two p3]"


@dataclass
class Annotator:
    """One walk over a file’s tokens."""

    source_map: SourceMap
    whole: Place | None = None  # the place of everything, for a line from front matter
    problems: list[Problem] = field(default_factory=list)
    uncited: list[Quotation] = field(default_factory=list)
    words: int = 0
    _blocks: int = 0
    _by_block: dict[int, tuple[Quotation, ...]] = field(default_factory=dict)

    def annotate(self, tokens: list[Token]) -> None:
        """Completes the tokens, in place."""
        for number, token in enumerate(tokens):
            if token.type == "container_box_open":
                self._box(tokens, number)
        for number in range(len(tokens) - 1, -1, -1):
            if tokens[number].type == "blockquote_open":
                self._attribution(tokens, number)
        is_heading = False
        for token in tokens:
            is_heading = token.type == "heading_open" or (is_heading and token.type != "heading_close")
            if token.type == "inline":
                self._block(token, is_heading=is_heading)
        self._figures(tokens)

    def uncited_in(self, block: Token) -> tuple[Quotation, ...]:
        """The quotations of a block that no citation covers."""
        return self._by_block.get(id(block), ())

    def _block(self, block: Token, *, is_heading: bool) -> None:
        self._blocks += 1
        depth = 0
        children = block.children or []
        self.words += len(plain_text(children).split())
        for child in children:
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            child.meta = {**child.meta, "block": self._blocks, "is_linkable": not (depth or is_heading)}
            if child.type in {"citation", "term", "link_open", "image"}:
                child.meta["place"] = self._place(block, child)
            if child.type == "citation":
                child.meta["references"] = self._references(child)
                if is_heading:
                    self._report(child, "a heading cannot hold a citation", "cite the source in the text below it")
        if not block.meta.get("is_quotation") and not is_heading:
            left = quote_to_citations(block, self.source_map)
            if self.whole:
                left = tuple(Quotation(quotation.text, self.whole) for quotation in left)
            self._by_block[id(block)] = left
            self.uncited.extend(left)

    def _place(self, block: Token, child: Token) -> Place:
        if self.whole:
            return self.whole
        length = len(child.content) if child.type in {"citation", "term"} else 1
        return self.source_map.inline(block, child.meta.get("offset", 0), length)

    def _references(self, citation: Token) -> tuple[Reference, ...]:
        place: Place = citation.meta["place"]
        inside = citation.content[2:-1]
        references = []
        for number, part in enumerate(inside.split(";")):
            match = _REFERENCE.fullmatch(part.strip())
            if not match or (number and not part.strip().startswith("@")):
                self._report(citation, f"“{citation.content}” is not a citation", CITATION_HINT)
                continue
            references.append(Reference(match[1], int(match[2]) if match[2] else None, place))
        return tuple(references)

    def _report(self, token: Token, message: str, hint: str) -> None:
        self.problems.append(problem("bad-citation", token.meta["place"], message, hint))

    def _box(self, tokens: list[Token], number: int) -> None:
        token = tokens[number]
        match = _BOX.match(token.info.strip())
        name, slug = (match[1].strip(), match[2].strip()) if match else ("", "")
        place = self.source_map.block(token)
        close = next(
            end
            for end in range(number, len(tokens))
            if tokens[end].type == token.type.replace("open", "close") and tokens[end].level == token.level
        )
        if name == "note" and not slug:
            return
        if name not in BOXES:
            names = ", ".join(f":::{{{box}}}" for box in (*BOXES, "note"))
            self.problems.append(problem("no-box", place, f"there is no box “{name}”", f"the boxes are {names}"))
        elif token.level:
            self.problems.append(problem("no-box", place, "a box cannot stand inside a list or a quote", "move it out"))
        elif close > number + 1:
            self.problems.append(
                problem("no-box", place, f"the box “{name}” takes no text", "put “:::” right below it")
            )
        token.type, token.meta = "box_place", {"box": BoxPlace(name, slug or None, place)}
        del tokens[number + 1 : close + 1]

    def _attribution(self, tokens: list[Token], start: int) -> None:
        """Makes a checked block quotation of a quote that ends in “— Name [@source]”."""
        end = next(n for n in range(start, len(tokens)) if _closes(tokens[start], tokens[n]))
        inside = [number for number in range(start, end) if tokens[number].type == "inline"]
        if not inside:
            return
        last = tokens[inside[-1]]
        children = last.children or []
        split = attribution_start(children)
        if split is None:
            return
        line, above = children[split:], children[: max(split - 1, 0)]
        without_dash(line[0])
        footer = Token("inline", "", 0, map=last.map, content=last.content, children=line, level=last.level)
        footer.meta = {"is_quotation": True}
        self._cover(tokens, [n for n in inside if n != inside[-1]], last, above, footer)
        opening, closing = (
            Token("footer_open", "footer", 1, block=True),
            Token("footer_close", "footer", -1, block=True),
        )
        last.children = above
        paragraph = slice(inside[-1] - 1, inside[-1] + 2)
        kept = tokens[paragraph] if above else []
        tokens[paragraph] = [*kept, opening, footer, closing]

    def _cover(self, tokens: list[Token], whole: Sequence[int], last: Token, above: list[Token], footer: Token) -> None:
        quoted = [tokens[number] for number in whole]
        texts = [plain_text(block.children or []) for block in quoted] + ([plain_text(above)] if above else [])
        first = quoted[0] if quoted else last
        text = whole_quotation(texts)
        if not text:
            return
        length = len(first.content.split("\n")[0])
        quotation = Quotation(text, self.source_map.inline(first, 0, length))
        for block in (*quoted, last):
            block.meta = {**block.meta, "is_quotation": True}
        cited = [child for child in footer.children or () if child.type == "citation"]
        if cited:
            cited[0].meta = {**cited[0].meta, "quotations": (quotation,)}
        else:
            self.uncited.append(quotation)
            self._by_block[id(footer)] = (quotation,)

    def _figures(self, tokens: list[Token]) -> None:
        """A paragraph that holds nothing but an image becomes a figure."""
        for number, token in enumerate(tokens):
            children = token.children or []
            if token.type == "inline" and len(children) == 1 and children[0].type == "image":
                before, after = tokens[number - 1], tokens[number + 1] if number + 1 < len(tokens) else None
                if before.type == "paragraph_open" and after:
                    children[0].meta["is_figure"] = True
                    before.tag = after.tag = "figure"


def _closes(opening: Token, token: Token) -> bool:
    return token.type == opening.type.replace("_open", "_close") and token.level == opening.level
