"""Images: each must be there, say what it shows, and be a picture that can be published."""

from collections.abc import Iterable, Iterator

from nutgraf.body import Image
from nutgraf.images import Flaw, Header
from nutgraf.problems import Place, Problem
from nutgraf.quotations import LEAST_WORDS, quoted_runs
from nutgraf.resolve.headers import is_picture
from nutgraf.resolve.links import Broken, follow
from nutgraf.resolve.pieces import Written, pieces_in
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

FOLDER = "/assets/images/"
_SHOWN = ".jpg, .png, .webp, .gif and .svg can be shown"


def check_images(written: Written, site: Site) -> Iterator[Problem]:
    """A problem for each image that is not there or says nothing."""
    for image in (piece for piece in pieces_in(written) if isinstance(piece, Image)):
        yield from _check_words(image)
        yield from _check_target(image, site)


def check_pictures(site: Site) -> Iterator[Problem]:
    """A problem for each file that is no sound picture.

    Damage further inside a file shows when it is drawn: reading all of it in every build would take long.
    """
    for path, read in site.headers.items():
        if not isinstance(read, Header):
            yield from problems_with(path, read)


def problems_with(path: str, flaws: Iterable[Flaw]) -> Iterator[Problem]:
    """What is wrong with a picture’s file."""
    for flaw in flaws:
        yield problem("bad-image", Place(path, flaw.line, flaw.column), flaw.message, flaw.hint)


def _check_target(image: Image, site: Site) -> Iterator[Problem]:
    target = follow(image.src, image.place.path, site.destinations)
    if image.src.lower().startswith("data:"):
        hint = "put it into assets/images/ and link that"
        yield problem("broken-image", image.place, "an image cannot stand in the text itself", hint)
    elif isinstance(target, Broken):
        hints = filter(None, [target.hint])
        yield problem("broken-image", image.place, target.message, *hints, lacks=target.lacks)
    elif target.url:
        hint = "put a copy into assets/images/ and link that"
        yield problem("broken-image", image.place, "images of other sites are not shown", hint)
    elif not target.address.startswith(FOLDER):
        yield problem("broken-image", image.place, f"“{image.src}” is not an image", "images lie in assets/images/")
    elif not is_picture(target.address.lstrip("/")):
        yield problem("broken-image", image.place, f"“{image.src}” is not an image", _SHOWN)


def _check_words(image: Image) -> Iterator[Problem]:
    """Its text for those who cannot see it, and what it and the caption cannot hold: nothing there leads to a note."""
    if not image.alt.strip() and not image.is_poster:
        hint = "write what it shows between the square brackets"
        yield problem("figure-without-alt", image.place, "this image says nothing to those who cannot see it", hint)
    for words in (image.alt, image.title):
        yield from problems_of_words("an image’s words", words, image.place)


def problems_of_words(what: str, words: str, place: Place) -> Iterator[Problem]:
    """A problem if words that are shown without a note cite or quote. what: they are called: “an image’s words”."""
    if "[@" in words:
        yield problem("bad-citation", place, f"{what} cannot hold a citation", "cite it in the text")
    elif any(run.words >= LEAST_WORDS for run in quoted_runs(words)):
        message = f"no citation covers the quoted words in “{words}”"
        yield problem("uncited-quotation", place, message, "quote them in the text, where they can be cited")
