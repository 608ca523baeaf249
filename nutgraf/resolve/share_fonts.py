"""The fonts of share images: those that lie in assets/share/, which are drawn with and never published."""

from collections.abc import Iterable

from msgspec import Struct

from nutgraf.read import File
from nutgraf.share import Face

FOLDER = "assets/share/"
_KINDS = (".ttf", ".otf")


class ShareFonts(Struct, frozen=True):
    """The faces to draw with, in the order in which they are tried."""

    headline: tuple[Face, ...] = ()
    label: tuple[Face, ...] = ()

    def __bool__(self) -> bool:
        """Without a face for headlines, no share images are drawn."""
        return bool(self.headline)


NO_FONTS = ShareFonts()


def share_fonts(assets: Iterable[File]) -> ShareFonts:
    """``headline.ttf`` and ``label.ttf``, or ``.otf``; for letters they lack, the other fonts of the folder by name."""
    faces = {
        file.path.removeprefix(FOLDER): file
        for file in assets
        if file.path.startswith(FOLDER) and file.path.endswith(_KINDS)
    }
    first = {name: faces.pop(file) for file in sorted(faces) if (name := file[:-4]) in ("headline", "label")}
    others = tuple(faces[file] for file in sorted(faces))
    if "headline" not in first:
        return NO_FONTS
    label = (first["label"],) if "label" in first else ()
    return ShareFonts((first["headline"], *others), (*label, first["headline"], *others))
