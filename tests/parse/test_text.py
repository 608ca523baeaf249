"""Bytes of an editor’s file as text."""

import hashlib

import pytest

from nutgraf.parse.text import decode
from nutgraf.read import File


def file(data: bytes) -> File:
    return File("content/index.md", data, hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_a_newline(end: str) -> None:
    assert decode(file(f"a{end}b{end}".encode())) == ("a\nb\n", ())


def test_a_byte_order_mark_is_passed_over_and_told() -> None:
    text, problems = decode(file("\ufeffa".encode()))
    assert text == "a"
    assert [(problem.rule, problem.severity.value) for problem in problems] == [("byte-order-mark", "info")]


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    text, problems = decode(file(data))
    assert text is None
    assert [problem.rule for problem in problems] == ["empty-file"]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a\0", 1, 2),
        ("ü\r\nab\0\0".encode(), 2, 3),
        (b"ab\xff", 1, 3),
        ("ü\nü".encode() + b"\xe9 x", 2, 2),
        (b"\xef\xbb\xbfa\xff", 1, 2),
        (b"a\xed\xa0\x80", 1, 2),
        (b"a\n\xe2\x82", 2, 1),
    ],
)
def test_what_is_no_text_is_pointed_at(data: bytes, line: int, column: int) -> None:
    text, (problem,) = decode(file(data))
    assert text is None
    assert (problem.rule, problem.place.line, problem.place.column) == ("bad-encoding", line, column)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_of_unicode_are_refused(encoding: str) -> None:
    text, problems = decode(file("a: b".encode(encoding)))
    assert text is None
    assert "UTF-8" in " ".join((problems[0].message, *problems[0].hints))


@pytest.mark.parametrize("sign", ["\x01", "\x7f", "\x85", "\u202e", "\ufdd0", "\uffff", "\U0001fffe", "\U0010ffff"])
def test_a_sign_that_nobody_can_see_is_named(sign: str) -> None:
    text, (problem,) = decode(file(f"a 🙂\nb{sign}c".encode()))
    assert text is None
    assert (problem.rule, problem.place.line, problem.place.column) == ("bad-encoding", 2, 2)
    assert f"U+{ord(sign):04X}" in problem.message
