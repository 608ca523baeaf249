"""Pieces → markup: the holes of a parsed text filled for one page."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape
from msgspec import Struct

from nutgraf.body import (
    BoxPlace,
    Citation,
    EmbedEnd,
    EmbedStart,
    FootnoteMark,
    Html,
    Image,
    Inline,
    LinkStart,
    Mention,
    Piece,
    TermLink,
    Words,
)
from nutgraf.kinds.term import Term
from nutgraf.plan.pictures_markup import picture_markup
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.citations import Citations, Mark, Note
from nutgraf.resolve.claims import Holder
from nutgraf.resolve.linking import shown_name
from nutgraf.resolve.links import Broken, follow

_REFERENCE = Markup(
    '<sup><a class="noteref" id="%(id)s" role="doc-noteref" href="#%(note)s" data-card="%(note)s"'
    ' aria-label="%(label)s">%(sign)s</a></sup>'
)
_TERM = Markup('<a class="term" role="doc-glossref" href="#t-%(slug)s" data-card="t-%(slug)s">%(text)s</a>')

_SIGNS = "*†‡§¶"  # all of them in the web fonts


class Prose(Struct, frozen=True):
    """Writes the texts of one page."""

    sheet: Sheet
    citations: Citations
    terms: Mapping[str, Term]
    lists_words: bool = True  # the page lists its terms under "Words used here"; else term links lead to the entry
    is_guest: bool = False  # the text belongs to another page, where its notes and words are listed
    shows_marks: bool = True  # False where the notes stand in the text itself

    def inline(self, text: Inline | None) -> Markup:
        """A text from front matter; empty for one that is absent."""
        return self.write(text.pieces) if text else Markup()

    def write(self, pieces: Iterable[Piece]) -> Markup:
        """The markup of the pieces; boxes are not among them."""
        return Markup("".join(map(self._piece, pieces)))  # noqa: S704  # every _piece escapes its text

    def plain(self, pieces: Iterable[Piece]) -> Markup:
        """A text with its emphasis, but without links, notes and marks: for headings, and for lists on other pages."""
        kept = [piece for piece in pieces if isinstance(piece, Html | Words | Mention | TermLink)]
        flat = [part for piece in kept for part in (piece.pieces if isinstance(piece, Mention) else (piece,))]
        shown = (_flat(piece) for piece in flat if piece != Html("</a>"))
        return Markup("".join(shown))  # noqa: S704  # _flat escapes

    def marks(self, holder: Holder) -> Markup:
        """The raised numbers of a citation, or of a fact or entry that names its source."""
        if self.is_guest or not self.shows_marks:
            return Markup()
        notes = self.citations.by_number
        found = self.citations.marks.get(holder, ())
        return Markup().join(self._mark(mark, notes[mark.note]) for mark in found)

    def _mark(self, mark: Mark, note: Note) -> Markup:
        label = self.sheet.say("Source %(number)s: %(name)s", number=mark.note, name=note.source.name)
        return _REFERENCE % {"id": mark.id, "note": f"c{mark.note}", "label": label, "sign": mark.note}

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Html():
                return piece.markup
            case Words():
                return escape(piece.text)
            case Citation():
                return self.marks(piece)
            case Mention():
                return self._term(piece.term, self.write(piece.pieces))
            case TermLink():
                return self._term_link(piece)
            case LinkStart():
                return self._link_start(piece)
            case Image():
                return self._image(piece)
            case FootnoteMark():
                return self._footnote_mark(piece)
            case BoxPlace() | EmbedStart() | EmbedEnd():
                return ""  # a box that stands where none can is an error of parse

    def _term_link(self, piece: TermLink) -> Markup:
        slug = self.sheet.site.term_names.get(piece.target.casefold())
        if not slug:
            return escape(piece.text or piece.target)
        return self._term(slug, escape(piece.text or shown_name(piece.target, self.terms[slug])))

    def _term(self, slug: str, text: Markup) -> Markup:
        address = self.terms[slug].address
        if address == self.sheet.address:
            return text
        if self.is_guest or not self.lists_words:
            return Markup('<a class="term" href="%s">%s</a>') % (self.sheet.href(address), text)
        return _TERM % {"slug": slug, "text": text}

    def _link_start(self, piece: LinkStart) -> Markup:
        target = follow(piece.href, piece.place.path, self.sheet.site.destinations)
        # A broken link is an error of check, unless the desk has turned that off.
        href = "#" if isinstance(target, Broken) else target.url or self.sheet.href(target.address, target.anchor)
        title = Markup(' title="{}"').format(piece.title) if piece.title else ""
        return Markup('<a href="{}"{}>').format(href, title)

    def _image(self, piece: Image) -> Markup:
        target = follow(piece.src, piece.place.path, self.sheet.site.destinations)
        if isinstance(target, Broken) or target.url:  # an error of check, unless the desk has turned it off
            return escape(piece.alt)
        picture = self.sheet.assets.pictures.shown.get(target.address)
        image = picture_markup(piece, picture, self.sheet) if picture else escape(piece.alt)
        if piece.is_figure and piece.title:
            return image + Markup("<figcaption>{}</figcaption>").format(piece.title)
        return image

    def _footnote_mark(self, piece: FootnoteMark) -> Markup:
        label = self.sheet.say("Footnote %(number)s", number=piece.number)
        sign = footnote_sign(piece.number)
        return _REFERENCE % {"id": piece.id, "note": f"f{piece.number}", "label": label, "sign": sign}


def footnote_sign(number: int) -> str:
    """The mark of a footnote: *, †, ‡, § and ¶, then each of them twice (Chicago Manual of Style 3.79)."""
    times, place = divmod(number - 1, len(_SIGNS))
    return _SIGNS[place] * (times + 1)


def _flat(piece: Piece) -> str:
    if isinstance(piece, TermLink):
        return escape(piece.text or piece.target)
    return piece.markup if isinstance(piece, Html) else escape(piece.text) if isinstance(piece, Words) else ""
