"""Equal values have equal digests, wherever they are digested."""

import os
import subprocess
import sys
from dataclasses import dataclass

from nutgraf.digests import digest_of
from tests.sites.project import PROJECT

PROGRAM = """
from pathlib import Path
from nutgraf.digests import digest_of
from nutgraf.kinds.documents import parse
from nutgraf.read import read
files, _ = read(Path("tests/memory/newsroom"))
documents, _ = parse(files)
documents = [documents.open(each.document) for each in documents.written.values()]
print(digest_of(tuple(documents)).hex(), digest_of(frozenset(map(str, range(50)))).hex())
"""


@dataclass(frozen=True)
class Line:
    words: tuple[str, ...]


def test_parts_that_are_one_object_and_parts_that_are_merely_equal_look_alike() -> None:
    one, other = "".join(["po", "rt"]), "".join(["por", "t"])
    assert one is not other
    assert digest_of(Line((one, one))) == digest_of(Line((one, other)))
    assert digest_of(Line((one,))) != digest_of(Line((one, one)))


def test_processes_with_other_hashes_agree() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=PROJECT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
