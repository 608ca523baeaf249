"""Inputs: the digests of the project’s files, of which only those are read that may have changed."""

from collections.abc import Mapping

from nutgraf.memory.signatures import is_settled
from nutgraf.memory.table import Signature, Table
from nutgraf.read import sha256_of


class Inputs:
    """The digests of files; what is learned of them goes into a new table."""

    def __init__(self, seen: Mapping[str, Signature], old: Table, new: Table) -> None:
        self._seen = seen
        self._old = old
        self._new = new

    def known(self, name: str) -> str | None:
        """The digest of a file that is what it was at the last build, in hexadecimal; None for any other."""
        known = self._old.files.get(name)
        if known is None or known[0] != self._seen.get(name) or not is_settled(known[0], self._old.clock):
            return None
        self._new.files[name] = known
        return known[1]

    def digest(self, path: str, name: str) -> str:
        """The digest of a file that has to be read. Raises OSError."""
        digest = sha256_of(path, name)
        if name in self._seen:
            self._new.files[name] = (self._seen[name], digest)
        return digest
