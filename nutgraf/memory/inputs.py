"""Inputs: the digests of the project’s files, of which only those are read that may have changed."""

from pathlib import Path

from nutgraf.memory.signatures import clock_of, is_settled, signature_of
from nutgraf.memory.table import Table
from nutgraf.read import sha256_of


class Inputs:
    """The digests of files; what is known of them goes into a new table."""

    def __init__(self, folder: Path, old: Table, new: Table) -> None:
        new.clock = clock_of(folder)
        self._old = old
        self._new = new

    def digest(self, path: Path, name: str) -> str:
        """The digest of a file, in hexadecimal. Raises OSError."""
        signature = signature_of(path)
        known = self._old.files.get(name)
        if known and known[0] == signature and is_settled(known[0], self._old.clock):
            digest = known[1]
        else:
            digest = sha256_of(path, name)
        if signature:
            self._new.files[name] = (signature, digest)
        return digest
