"""The fonts that share images are drawn with, as the tests need them."""

import hashlib
from functools import cache

from nutgraf.share import Face
from tests.sites.project import PROJECT

FOLDER = PROJECT / "assets" / "share"


@cache
def face(name: str) -> Face:
    data = (FOLDER / f"{name}.ttf").read_bytes()
    return Face(f"assets/share/{name}.ttf", hashlib.sha256(data).hexdigest(), data)


HEADLINE = face("headline")
LABEL = face("label")
OTHERS = tuple(
    face(name)
    for name in ("newsreader", "noto-naskh-arabic", "noto-serif", "noto-serif-devanagari", "noto-serif-hebrew")
)
HEADLINES = (HEADLINE, *OTHERS)
