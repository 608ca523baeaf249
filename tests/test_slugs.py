"""Slugs: the names of files, addresses and anchors."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.slugs import is_slug, slugify, unfit, unique


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Pax Silica", "pax-silica"), ("What’s new?", "whats-new"), ("S. Jaishankar", "s-jaishankar"),
        ("50% tariff", "50-tariff"),
        ("Café Müller", "cafe-muller"), ("Straße", "strasse"), ("AT&T", "at-t"), ("a--b__c", "a-b-c"), ("  a  ", "a"),
        ("Ελλάδα", "ελλαδα"), ("Йод, ёлка", "йод-ёлка"), ("नमस्ते दुनिया", "नमस्ते-दुनिया"), ("港口", "港口"),
        ("مرحبا", "مرحبا"), ("𝔄𝔅", "ab"), ("ﬁne", "fine"),
        ("", ""), ("!?", ""), ("👩‍🚢", ""), ("a\u0000b", "a-b"), ("../../etc", "etc"), ("a/b\\c", "a-b-c"),
        ("２０２６", "2026"),
        ("İstanbul", "istanbul"),
    ],
)  # fmt: skip
def test_a_text_becomes_a_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_its_own_slug_and_safe_in_a_path(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug
    assert is_slug(slug) == bool(slug)
    assert unicodedata.normalize("NFC", slug) == slug
    assert not set(slug) & set(" /\\.:?#%&\"'<>|*\n\r\t\0")


def test_equal_slugs_get_numbers_and_none_is_given_out_twice() -> None:
    taken = {"main"}
    assert [unique(slug, taken) for slug in ("a", "a", "a-2", "a", "main")] == ["a", "a-2", "a-2-2", "a-3", "main-2"]


@pytest.mark.parametrize(
    "name", ["con", "NUL", "aux.html", "com1", "lpt9.x.y", "COM¹", "conin$", "a.", "a" * 201, "न" * 67]
)
def test_some_disk_refuses_the_name(name: str) -> None:
    assert unfit(name)


@pytest.mark.parametrize("name", ["icon", "con-man", "com", "com10", "auxiliary", "null", "a" * 200, "न" * 66])
def test_every_disk_takes_the_name(name: str) -> None:
    assert unfit(name) == ""
