"""What grows old, and what explainers say differently; beside the golden cases of tests/cases/problems/freshness."""

import datetime
from pathlib import Path

from click.testing import CliRunner, Result

from nutgraf.cli import commands
from tests.resolve.desk import SETTINGS, explainer, site_of
from tests.stages import checked

OLD = "review_by: 2026-01-31\nkey_facts:\n  - {label: A, value: b, source: story, as_of: 2025, status: expected}\n"
FACT = 'key_facts:\n  - {{label: Ports, value: "{}", source: story}}\n'
EVENT = "timeline:\n  - {{date: {}, title: The ports open, source: story}}\n"


def told(day: str | None, more: str) -> list[str]:
    """The rules that an explainer with these fields breaks on a day."""
    site = site_of({"content/explainers/a.md": explainer(more=more)})
    today = datetime.date.fromisoformat(day) if day else None
    quiet = {"single-source", "missing-asset"}
    return [problem.rule for problem in checked(site, today=today) if problem.rule not in quiet]


def contradictions(first: str, second: str) -> int:
    files = {"content/explainers/a.md": explainer(more=first), "content/explainers/b.md": explainer(more=second)}
    return [problem.rule for problem in checked(site_of(files))].count("contradiction")


def event(date: str, status: str = "expected") -> str:
    return f"timeline:\n  - {{date: {date}, title: It, source: story, status: {status}}}\n"


def test_the_last_day_of_a_date_has_to_be_over() -> None:
    assert told("2026-02-28", event("2026-02")) == []
    assert told("2026-03-01", event("2026-02")) == ["still-expected"]
    assert told("2026-02-05", event("2026-02-04/2026-02-05")) == []
    assert told("2099-01-01", event("2026-02-04/..")) == []


def test_what_is_not_expected_may_lie_in_the_past() -> None:
    assert told("2026-03-01", event("2026-02", "confirmed")) == []


def test_what_lies_ahead_is_expected_or_has_a_status_of_the_desk_s_own() -> None:
    assert told("2026-01-31", event("2026-02", "reported")) == ["not-expected"]
    assert told("2026-02-01", event("2026-02", "reported")) == []
    assert told("2026-01-31", event("2026-02", "confirmed")) == []
    assert told("2026-01-31", event("2026-02", "expected")) == []
    assert told("2026-01-31", EVENT.format("2026-02")) == ["not-expected"]
    assert told(None, EVENT.format("2099")) == []


def test_a_key_fact_as_of_a_day_that_lies_ahead_is_expected() -> None:
    fact = "key_facts:\n  - {{label: A, value: b, source: story, as_of: 2026-02, status: {}}}\n"
    assert told("2026-01-31", fact.format("reported")) == ["not-expected"]
    assert told("2026-01-31", fact.format("expected")) == []
    assert told("2026-02-01", fact.format("reported")) == []


def test_a_review_is_due_after_its_day() -> None:
    assert told("2026-01-31", "review_by: 2026-01-31\n") == []
    assert told("2026-02-01", "review_by: 2026-01-31\n") == ["review-overdue"]


def test_a_fact_is_old_after_a_year_unless_the_desk_says_otherwise() -> None:
    fact = "key_facts:\n  - {label: A, value: b, source: story, as_of: 2025-01-01}\n"
    assert "old-fact" not in told("2026-01-01", fact)
    assert "old-fact" in told("2026-01-02", fact)


def test_without_a_day_nothing_is_old() -> None:
    assert told(None, OLD) == []
    assert told("2026-02-01", OLD) == ["still-expected", "review-overdue"]


def test_values_agree_however_they_are_set() -> None:
    assert contradictions(FACT.format("50%"), FACT.format("50 %")) == 0
    assert contradictions(FACT.format("Open"), FACT.format("*open*")) == 0
    assert contradictions(FACT.format("50%"), FACT.format("25%")) == 1


def test_a_page_that_gives_a_series_agrees_with_one_that_gives_part_of_it() -> None:
    series = FACT.format("25%") + "  - {label: ports, value: 50%, source: story}\n"
    assert contradictions(series, FACT.format("50%")) == 0
    assert contradictions(FACT.format("50%"), series) == 0
    assert contradictions(series, FACT.format("75%")) == 1


def test_dates_that_are_not_equally_exact_agree() -> None:
    assert contradictions(EVENT.format("2026-02"), EVENT.format("2026-02-04")) == 0
    assert contradictions(EVENT.format("2026-02-04/2026-02-05"), EVENT.format("2026-02-05")) == 0
    assert contradictions(EVENT.format("2026-02"), EVENT.format("2026-03-01")) == 1


def test_a_build_looks_for_contradictions_only_where_the_desk_gives_them_a_level() -> None:
    for level, found in ((None, 0), ("off", 0), ("info", 0), ("warning", 1), ("error", 1)):
        files = {
            "site.toml": SETTINGS + (f'[checks]\ncontradiction = "{level}"\n' if level else ""),
            "content/explainers/a.md": explainer(more=FACT.format("50%")),
            "content/explainers/b.md": explainer(more=FACT.format("25%")),
        }
        rules = [problem.rule for problem in checked(site_of(files), with_infos=False)]
        assert rules.count("contradiction") == found


def test_a_strict_build_looks_for_them_unless_the_desk_has_said_otherwise_and_not_for_what_only_informs() -> None:
    for level, found in ((None, 1), ("off", 0), ("info", 0), ("warning", 1), ("error", 1)):
        files = {
            "site.toml": SETTINGS + (f'[checks]\ncontradiction = "{level}"\n' if level else ""),
            "content/explainers/a.md": explainer("Anna Holt and Anna Holt.", more=FACT.format("50%")),
            "content/explainers/b.md": explainer("Anna Holt and Anna Holt.", more=FACT.format("25%")),
        }
        rules = [problem.rule for problem in checked(site_of(files), with_infos=False, is_strict=True)]
        assert rules.count("contradiction") == found
        assert "unlisted-name" not in rules


def test_the_command_names_a_day_or_takes_the_one_it_is(project: Path) -> None:
    def told(*arguments: str) -> Result:
        return CliRunner().invoke(commands, ["check", *arguments], obj=project)

    due = "to be reviewed by 2025-09-01"
    assert due in told().output
    assert due in told("--today", "2025-09-02").output
    assert due not in told("--today", "2025-09-01").output
    refused = told("--today", "2025-09-31")
    assert refused.exit_code == 2
    assert "“2025-09-31” is not a day; write it as 2026-02-04" in refused.output
