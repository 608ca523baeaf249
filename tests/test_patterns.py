"""Patterns that are compiled when they are first used."""

import re

import pytest

from nutgraf.patterns import seldom


def test_it_finds_what_a_compiled_pattern_finds() -> None:
    pattern, compiled = seldom("b(.)", re.IGNORECASE), re.compile("b(.)", re.IGNORECASE)
    for _ in range(2):
        assert pattern.findall("aBc bd") == compiled.findall("aBc bd") == ["c", "d"]
    assert pattern.sub("-", "aBc") == "a-"
    assert pattern.pattern == "b(.)"


def test_it_is_compiled_by_its_first_use() -> None:
    pattern = seldom("(")
    with pytest.raises(re.error):
        pattern.search("a")
