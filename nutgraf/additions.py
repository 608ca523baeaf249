"""Additions: what a microsite adds to the engine. site.py hands them to the command line, as one tuple."""

from typing import TypeVar

from msgspec import Struct

Wanted = TypeVar("Wanted")


class Additions(Struct, frozen=True):
    """Content kinds, boxes, checks and outputs of a microsite’s own."""

    values: tuple[object, ...] = ()
    code: bytes = b""  # a digest of the files they are written in: what other code has made is forgotten

    def of(self, kind: type[Wanted]) -> tuple[Wanted, ...]:
        """Those of one kind: ``Kind``, ``Box``, ``Check`` or ``Maker``."""
        return tuple(value for value in self.values if isinstance(value, kind))


NONE = Additions()
