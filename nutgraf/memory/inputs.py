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

    def digest(self, path: str, name: str) -> str:
        """The digest of a file, in hexadecimal. Raises OSError."""
        signature = self._seen.get(name)
        known = self._old.files.get(name)
        if signature and known and known[0] == signature and is_settled(signature, self._old.clock):
            self._new.files[name] = known
            return known[1]
        digest = sha256_of(path, name)
        if signature:
            self._new.files[name] = (signature, digest)
        return digest
