"""Reads case files of dates: a case is a line, its fields are separated by vertical bars, # begins a comment."""

from pathlib import Path

CASES = Path(__file__).parent.parent / "cases" / "dates"


def read_cases(name: str, fields: int) -> list[tuple[str, ...]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    cases = [line for line in lines if line.strip() and not line.startswith("#")]
    return [tuple(field.strip() for field in case.split("|", fields - 1)) for case in cases]
