"""Links, anchors and images in Markdown: each must lead somewhere."""

from collections.abc import Iterator

from nutgraf.body import Image, LinkStart
from nutgraf.problems import Problem
from nutgraf.quotations import LEAST_WORDS, quoted_runs
from nutgraf.resolve.links import Broken, follow
from nutgraf.resolve.pieces import Written, pieces_in
from nutgraf.resolve.site import Site
from nutgraf.rules import problem


def check_links(written: Written, site: Site) -> Iterator[Problem]:
    """A problem for each link, anchor or image that is not there, with the nearest that is."""
    for piece in pieces_in(written):
        if isinstance(piece, LinkStart):
            target = follow(piece.href, piece.place.path, site.destinations)
            if isinstance(target, Broken):
                yield problem(target.rule, piece.place, target.message, *filter(None, [target.hint]))
        elif isinstance(piece, Image):
            yield from _check_image(piece, site)


def _check_image(image: Image, site: Site) -> Iterator[Problem]:
    if not image.alt.strip():
        hint = "write what it shows between the square brackets"
        yield problem("figure-without-alt", image.place, "this image says nothing to those who cannot see it", hint)
    for words in (image.alt, image.title):
        yield from _check_words(words, image)
    target = follow(image.src, image.place.path, site.destinations)
    if image.src.lower().startswith("data:"):
        hint = "put it into assets/images/ and link that"
        yield problem("broken-image", image.place, "an image cannot stand in the text itself", hint)
    elif isinstance(target, Broken):
        yield problem("broken-image", image.place, target.message, *filter(None, [target.hint]))
    elif target.url:
        hint = "put a copy into assets/images/ and link that"
        yield problem("broken-image", image.place, "images of other sites are not shown", hint)
    elif not target.address.startswith("/assets/images/"):
        yield problem("broken-image", image.place, f"“{image.src}” is not an image", "images lie in assets/images/")


def _check_words(words: str, image: Image) -> Iterator[Problem]:
    """What a caption or an image’s text cannot hold: nothing in it could lead to a note."""
    if "[@" in words:
        yield problem("bad-citation", image.place, "an image’s words cannot hold a citation", "cite it in the text")
    elif any(run.words >= LEAST_WORDS for run in quoted_runs(words)):
        message = f"no citation covers the quoted words in “{words}”"
        yield problem("uncited-quotation", image.place, message, "quote them in the text, where they can be cited")
