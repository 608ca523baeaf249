"""Lines with several scripts and directions, in the order of the eye.

Small Latin letters stand for themselves, capitals for Hebrew and Arabic: “ABC” is read from the right.
"""

import pytest

from nutgraf.share.runs import runs_of

HEBREW = dict(zip("ABCDEFGHI", "אבגדהוזחט", strict=True))
ARABIC = dict(zip("RSTUVWXYZ", "ابتثجحخدذ", strict=True))
TO_SCRIPT = str.maketrans(HEBREW | ARABIC)
BACK = {right: left for left, right in (HEBREW | ARABIC).items()}


def seen(line: str, *, is_rtl: bool) -> str:
    runs = runs_of(line.translate(TO_SCRIPT), is_rtl=is_rtl)
    return "".join(BACK.get(sign, sign) for run in runs for sign in (run.text[::-1] if run.is_rtl else run.text))


@pytest.mark.parametrize(
    ("read", "in_english", "in_hebrew"),
    [
        ("abc def", "abc def", "abc def"),
        ("ABC DEF", "FED CBA", "FED CBA"),
        ("abc ABC def", "abc CBA def", "def CBA abc"),
        ("abc ABC 123 def", "abc 123 CBA def", "def 123 CBA abc"),
        ("ABC abc 12% DEF", "CBA abc 12% FED", "FED abc 12% CBA"),
        ("ABC 12,5 DEF", "FED 12,5 CBA", "FED 12,5 CBA"),
        ("RST 50% UVW", "WVU %50 TSR", "WVU %50 TSR"),
        ("abc?", "abc?", "?abc"),
        ("ABC!", "CBA!", "!CBA"),
        ("12-13 ABC", "12-13 CBA", "CBA 12-13"),
        ("", "", ""),
    ],
)
def test_runs_come_as_the_unicode_standard_orders_them(read: str, in_english: str, in_hebrew: str) -> None:
    assert seen(read, is_rtl=False) == in_english
    assert seen(read, is_rtl=True) == in_hebrew


def test_each_script_is_a_run_and_takes_the_blanks_and_figures_behind_it_along() -> None:
    runs = runs_of("Why “भारत 2026” is Индия", is_rtl=False)
    assert [run.text for run in runs] == ["Why “", "भारत 2026” ", "is ", "Индия"]


def test_a_mark_stays_with_its_letter() -> None:
    assert [run.text for run in runs_of("कि e\u0301", is_rtl=False)] == ["कि ", "e\u0301"]
