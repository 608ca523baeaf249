"""Outputs: what the last build wrote, and whether it still lies there."""

from collections.abc import Iterable
from pathlib import Path

from nutgraf.digests import sum_of
from nutgraf.memory.signatures import is_settled, signature_of
from nutgraf.memory.table import Signature, Table


class Outputs:
    """The output folder as the last build left it."""

    def __init__(self, folder: Path, old: Table, there: dict[str, bool] | None = None) -> None:
        """``there`` says of files whether they lie there as they were written, where that is known already."""
        self.folder = folder
        self._folder = str(folder)  # thousands of files are looked at: path objects would take longer than the disk
        self._old = old.outputs
        self._clock = old.written_clock
        self.there = {} if there is None else there  # the answers so far

    def is_there(self, file: str, fingerprint: bytes) -> bool:
        """Whether the file lies there as it was written, made from what the fingerprint stands for."""
        known = self._old.get(file)
        return known is not None and known[0] == fingerprint and self._is_untouched(file)

    def made_from(self, fingerprint: bytes) -> tuple[str, ...]:
        """The files that were made from what the fingerprint stands for; () when one of them is not as it was."""
        made = tuple(file for file, (known, _, _) in self._old.items() if known == fingerprint)
        return made if all(map(self._is_untouched, made)) else ()

    def remember(self, new: Table, files: Iterable[tuple[str, bytes, bytes]], clock: int) -> None:
        """Notes the files: name, fingerprint, and the digest of the contents, b"" for those that were left alone."""
        new.written_clock = clock
        for file, fingerprint, contents in files:
            known = self._old.get(file)
            if known and known[0] == fingerprint and self.there.get(file):  # it was looked at, and left alone
                new.outputs[file] = known
            elif signature := self._signature(file):
                self.there[file] = True
                new.outputs[file] = (fingerprint, contents or self._old[file][1], signature)

    def _is_untouched(self, file: str) -> bool:
        if file not in self.there:
            self.there[file] = self._look(file)
        return self.there[file]

    def _look(self, file: str) -> bool:
        _, contents, written = self._old[file]
        if self._signature(file) != written:
            return False
        if is_settled(written, self._clock):
            return True
        return sum_of(Path(self._folder, file).read_bytes()) == contents

    def _signature(self, file: str) -> Signature | None:
        return signature_of(f"{self._folder}/{file}")
