"""Markup injection: what the build refuses of a site made of hostile text, and that the rest is sound HTML.

What it refuses is written down in tests/hostile/refused.txt: the context, the rule, and which vectors; ``pytest
--renew`` writes it anew. That everything else shows as text in Chromium is tested in
tests/browser/test_hostile_text.py.
"""

from pathlib import Path
from urllib.parse import urlsplit

from nutgraf.kinds.documents import parse
from nutgraf.problems import Problem, Severity, with_levels
from nutgraf.rules import FIXED
from tests.fuzz.invariants import are_sound
from tests.hostile.newsroom import Refused, Sheet, newsroom, pictures
from tests.hostile.refused import ALL_BUT, REFUSED, publish_the_rest, refused
from tests.hostile.shown import ELEMENTS
from tests.hostile.vectors import ALL, VECTORS
from tests.resolve.desk import files_of
from tests.stages import checked, resolve

TURNS = 3  # refusing one vector may show what is wrong with the next


def errors_of(sheets: tuple[Sheet, ...]) -> list[Problem]:
    """What stops the build."""
    documents, problems = parse(files_of({**{sheet.path: sheet.text for sheet in sheets}, **pictures()}))
    assert documents.settings
    found = with_levels((*problems, *checked(resolve(documents))), documents.settings.checks, FIXED, strict=False)
    return [problem for problem in found if problem.severity is Severity.ERROR and problem.rule != "missing-asset"]


def test_there_are_at_least_a_hundred_vectors_and_none_twice() -> None:
    assert len(ALL) == len(set(ALL)) >= 100


def test_what_is_refused_is_written_down(renews: bool) -> None:
    found: Refused = {}
    rules: dict[str, set[str]] = {}
    for _ in range(TURNS):
        sheets = newsroom(found)
        written = {(sheet.path, line): there for sheet in sheets for line, there in sheet.written.items()}
        for error in errors_of(sheets):
            if there := written.get((error.place.path, error.place.line)):
                found.setdefault(there[0], set()).add(there[1])
                rules.setdefault(there[0], set()).add(error.rule)
    lines = []
    for context, vectors in sorted(found.items()):
        most = len(vectors) > len(VECTORS) / 2
        lines.append(f"# {context}: {', '.join(sorted(rules[context]))}{ALL_BUT if most else ''}")
        lines += [ascii(vector)[1:-1] for vector in VECTORS if (vector in vectors) != most]
    if renews:
        REFUSED.write_text("\n".join(lines) + "\n", "utf-8")
    assert "\n".join(lines) + "\n" == REFUSED.read_text("utf-8")
    assert errors_of(newsroom(refused())) == []


def test_every_page_is_sound_html_without_a_handler_a_frame_or_a_link_that_runs(tmp_path: Path) -> None:
    for page in are_sound(publish_the_rest(tmp_path).files, "https://news.example/").values():
        frames = [frame for template in page.all("template") for frame in template]
        assert {urlsplit(frame.get("src", "")).hostname for frame in frames} <= {"charts.example.org"}, page.name
        assert len(frames) == len(page.all("iframe")), page.name
        tags = {str(element.tag).rpartition("}")[2] for element in page.elements if element not in frames}
        assert tags <= ELEMENTS, page.name
