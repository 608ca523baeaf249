"""The fonts that share images are drawn with, as the tests need them."""

import hashlib
from functools import cache

from nutgraf.read import File
from tests.sites.project import PROJECT

FOLDER = PROJECT / "assets" / "share"


@cache
def face(name: str) -> File:
    data = (FOLDER / f"{name}.ttf").read_bytes()
    return File(f"assets/share/{name}.ttf", data, hashlib.sha256(data).hexdigest())


HEADLINE = face("headline")
LABEL = face("label")
OTHERS = tuple(
    face(name)
    for name in ("newsreader", "noto-naskh-arabic", "noto-serif", "noto-serif-devanagari", "noto-serif-hebrew")
)
HEADLINES = (HEADLINE, *OTHERS)
