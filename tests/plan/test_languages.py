"""Languages: which way they run, and which letters need room."""

import pytest

from nutgraf.plan.languages import direction, has_tall_letters


@pytest.mark.parametrize(
    ("language", "way", "is_tall"),
    [
        ("en", "ltr", False),
        ("hi", "ltr", True),
        ("hi-Latn", "ltr", False),
        ("ur", "rtl", True),
        ("ur-IN", "rtl", True),
        ("ur-Latn", "ltr", False),
        ("ar-EG", "rtl", True),
        ("he", "rtl", False),
        ("pa-PK", "rtl", True),
        ("pa", "ltr", True),
        ("az-Arab", "rtl", True),
        ("dv", "rtl", True),
        ("ja", "ltr", True),
        ("ru", "ltr", False),
        ("qxx", "ltr", False),
    ],
)
def test_the_script_of_a_language_says_how_a_page_is_set(language: str, way: str, is_tall: bool) -> None:
    assert (direction(language), has_tall_letters(language)) == (way, is_tall)
