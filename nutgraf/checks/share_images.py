"""Share images: fonts that cannot be drawn with, and headlines whose letters no font has."""

from collections.abc import Iterator

from nutgraf.problems import Place, Problem
from nutgraf.resolve.share_fonts import FOLDER, share_fonts
from nutgraf.resolve.site import Site
from nutgraf.rules import problem
from nutgraf.share import Face, drawable, letters_of, missing


def check_share_images(site: Site) -> Iterator[Problem]:
    """A note on each such font, title of an explainer, and the title of the site; none where nothing is drawn."""
    faces = share_fonts(site.assets).headline
    for face in faces:
        if not letters_of(face):
            hint = "put a .ttf or .otf font there; a web font is compressed, and cannot be used"
            yield problem("undrawn-headline", Place(face.path), "this is no font that can be drawn with", hint)
    readable = tuple(face for face in faces if letters_of(face))
    if readable:
        explainers = [(listing.title, listing.place) for listing in site.listed if listing.kind == "explainer"]
        for title, place in ((site.settings.title, site.settings.place("title")), *explainers):
            yield from _check_title(title, place, readable)


def _check_title(title: str, place: Place, faces: tuple[Face, ...]) -> Iterator[Problem]:
    if not drawable(title, faces):
        words = missing(title, faces) or title
        hint = f"the share image does without it; put a font that has them into {FOLDER}, as .ttf or .otf"
        yield problem("undrawn-headline", place, f"no font in {FOLDER} has all letters of “{words}”", hint)
