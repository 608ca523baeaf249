"""Addresses and the ways between them."""

from posixpath import join, normpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.addresses import absolute, base_path, escaped, file_of, relative

names = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1).filter(
    lambda name: name not in {".", ".."}
)
addresses = st.builds(
    lambda parts, end: "/" + "/".join(parts) + ("/" if end and parts else ""),
    st.lists(names, max_size=4),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/tariffs/", "tariffs/index.html"),
        ("/glossary/pax-silica/", "glossary/pax-silica/index.html"),
        ("/404.html", "404.html"),
        ("/feed.xml", "feed.xml"),
    ],
)
def test_the_file_behind_an_address(address: str, file: str) -> None:
    assert file_of(address) == file


@pytest.mark.parametrize(
    ("start", "target", "href"),
    [
        ("/", "/", "./"),
        ("/", "/tariffs/", "tariffs/"),
        ("/tariffs/", "/", "../"),
        ("/tariffs/", "/tariffs/", "./"),
        ("/tariffs/", "/glossary/pax-silica/", "../glossary/pax-silica/"),
        ("/glossary/pax-silica/", "/glossary/", "../"),
        ("/glossary/", "/assets/site.css", "../assets/site.css"),
        ("/404.html", "/tariffs/", "tariffs/"),
        ("/a/", "/दिल्ली/", "../%E0%A4%A6%E0%A4%BF%E0%A4%B2%E0%A5%8D%E0%A4%B2%E0%A5%80/"),
        ("/a/", "/100%/x y?#/", "../100%25/x%20y%3F%23/"),
    ],
)
def test_the_way_from_one_address_to_another(start: str, target: str, href: str) -> None:
    assert relative(start, target) == href


@given(addresses, addresses)
def test_a_relative_reference_leads_to_its_target(start: str, target: str) -> None:
    folder = start if start.endswith("/") else start.rpartition("/")[0] + "/"
    href = relative(start, target)
    assert not href.startswith("/")
    assert ":" not in href.split("/")[0]
    arrived = normpath(join(folder, unquote(href)))
    assert arrived.lstrip("/") == normpath(target).lstrip("/")
    assert href.endswith("/") == target.endswith("/")


def test_full_addresses_stand_under_the_base() -> None:
    assert absolute("https://x.example/file/", "/") == "https://x.example/file/"
    assert absolute("https://x.example/file/", "/a b/") == "https://x.example/file/a%20b/"
    assert base_path("https://x.example/file/") == "/file/"
    assert base_path("https://x.example/") == "/"


def test_signs_that_a_url_cannot_hold_are_escaped() -> None:
    assert escaped('/a~b/c d/é"<>') == "/a~b/c%20d/%C3%A9%22%3C%3E"
