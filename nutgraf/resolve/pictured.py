"""The pictures that a text shows."""

from msgspec import Struct

from nutgraf.body import Image, LinkStart
from nutgraf.problems import Place
from nutgraf.resolve.claims import Document
from nutgraf.resolve.pieces import Written, pieces_in


class Pictured(Struct, frozen=True):
    """The pictures that a text shows and the files that it links to, as it names them."""

    images: tuple[Image, ...] = ()
    links: tuple[LinkStart, ...] = ()  # those into assets/
    first: Place | None = None  # the image that readers may see before they scroll


def pictured(written: Written) -> Pictured:
    """The pictures of a text; only a document’s has a first: one under the first question, or above it."""
    images, links = [], []
    for piece in pieces_in(written):
        if isinstance(piece, Image):
            images.append(piece)
        elif isinstance(piece, LinkStart) and "assets/" in piece.href:
            links.append(piece)
    sections = written.body.sections[:1] if isinstance(written, Document) else ()
    top = (piece.place for section in sections for piece in section.pieces if isinstance(piece, Image))
    return Pictured(tuple(images), tuple(links), next(top, None))
