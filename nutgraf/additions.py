"""Additions: what a microsite adds to the engine. site.py hands them to the command line, as one tuple."""

from collections.abc import Collection
from typing import TypeVar

from msgspec import Struct

from nutgraf.slugs import is_slug, slugify

Wanted = TypeVar("Wanted")


class Additions(Struct, frozen=True):
    """Content kinds, boxes, checks and outputs of a microsite’s own."""

    values: tuple[object, ...] = ()
    code: bytes = b""  # a digest of the files they are written in: what other code has made is forgotten

    def of(self, kind: type[Wanted]) -> tuple[Wanted, ...]:
        """Those of one kind: ``Kind``, ``Box``, ``Check`` or ``Maker``."""
        return tuple(value for value in self.values if isinstance(value, kind))


NONE = Additions()


class AdditionError(Exception):
    """What a microsite adds cannot be used, or has failed. The message says where, in words for the desk."""


def refuse_name(name: str, taken: Collection[str]) -> None:
    """Raises AdditionError if nothing can be added by that name: it is malformed or among those taken."""
    if name in taken:
        raise AdditionError(f"there is one called “{name}” already; give yours another name")
    if not is_slug(name):
        raise AdditionError(f"“{name}” is no name for it; write “{slugify(name) or 'a-short-name'}”")
