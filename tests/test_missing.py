"""A tool that is missing: skipped with a reason and counted in one line; in CI a failure."""

import pytest

from tests.missing import lacks, summary


def test_without_ci_the_test_is_skipped_and_says_what_brings_the_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs Java, which is not installed: run make browser"):
        lacks("Java", "make browser")


def test_in_ci_the_same_lack_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="needs Java, which is not installed"):
        lacks("Java", "make browser")


def test_one_line_counts_what_did_not_run_and_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    reasons = []
    for tool, command in (("Chromium", "make browser"), ("Chromium", "make browser"), ("Hugo", "make .bench/.ready")):
        with pytest.raises(pytest.skip.Exception) as skipped:
            lacks(tool, command)
        reasons.append(f"Skipped: {skipped.value.msg}")
    assert summary([*reasons, "Skipped: for another reason"]) == (
        "3 tests did not run: 2 need Chromium, 1 need Hugo. To run them: make .bench/.ready and make browser"
    )
    assert summary([]) == ""
