"""Writes the expected problems of every case anew, or of those whose names hold one of the words given."""

import sys
import tempfile
from pathlib import Path

from tests.cases.problems.case import EXPECTED, read_cases, seen

for case in read_cases():
    if len(sys.argv) > 1 and not any(word in case.name for word in sys.argv[1:]):
        continue
    with tempfile.TemporaryDirectory() as folder:
        found = seen(case.build(Path(folder)))
    if found != case.expected:
        told = case.file.read_text(encoding="utf-8").partition(f"\n=== {EXPECTED}\n")[0].rstrip("\n")
        case.file.write_text(f"{told}\n\n=== {EXPECTED}\n{found}", encoding="utf-8")
        print(case.name)
