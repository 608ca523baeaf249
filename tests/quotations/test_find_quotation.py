"""Every case of tests/cases/quotations: which quotations stand in which sources, and where."""

import re
from itertools import accumulate

import pytest

from nutgraf.quotations import Found, NotFound, find_quotation, prepare
from tests.quotations.case_files import CASES, Case, read_cases

FILES = sorted(path.name for path in CASES.glob("*.md") if path.name not in {"runs.md", "single.md"})
FOUND = re.compile(r'(?:^found)? (?P<place>p\d+|headline) "(?P<text>[^"]*)"', re.DOTALL)


LINE_END = "⏎"  # after a hyphen: there a line of the capture ended


def source(written: str) -> tuple[list[str], str | None]:
    lines = written.split("\n")
    headline = lines.pop(0)[2:] if lines[0].startswith("# ") else None
    return lines, headline


def breaks(paragraph: str) -> tuple[int, ...]:
    *lines, _ = paragraph.split(LINE_END)
    return tuple(accumulate(map(len, lines)))


def outcome(case: Case) -> tuple[Found | NotFound, dict[int, str]]:
    captured, headline = source(case.fields[0])
    quotation, _, hint = case.fields[1].partition("\n@p")
    paragraphs = [paragraph.replace(LINE_END, "") for paragraph in captured]
    text = prepare(paragraphs, headline, list(map(breaks, captured)))
    shown = dict(enumerate(paragraphs, start=1)) | {0: headline or ""}
    return find_quotation(quotation, text, paragraph=int(hint) if hint else None), shown


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{c.file}:{c.line} {c.title}") for f in FILES for c in read_cases(f, 3)]
)
def test_each_case_has_its_outcome(case: Case) -> None:
    answer, shown = outcome(case)
    expected = case.fields[2]
    if expected.startswith("found"):
        assert isinstance(answer, Found), answer
        places = [(span.paragraph, shown[span.paragraph][span.start : span.end]) for span in answer.spans]
        assert places == [(int(place[1:]) if place[0] == "p" else 0, text) for place, text in FOUND.findall(expected)]
    else:
        assert isinstance(answer, NotFound), answer
        remarks = {" → ".join(pair) for pair in answer.differences} | {str(answer.reason)}
        _, _, wanted = expected.partition(": ")
        assert {
            remark.removeprefix(" ") if "→" not in remark else remark for remark in wanted.split("; ") if remark
        } <= remarks, answer


def test_there_are_enough_cases_to_trust() -> None:
    assert sum(len(read_cases(file, 3)) for file in FILES) >= 150
