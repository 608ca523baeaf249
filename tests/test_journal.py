"""The journal: whole, or none."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from nutgraf.journal import Journal, read_journal, remove_journal, write_journal

STAGED, FILES = ("a/index.html", "index.html"), ("a/index.html", "b.css", "index.html")
NAME = ".journal.json"


@pytest.fixture
def written(tmp_path: Path) -> bytes:
    write_journal(tmp_path, STAGED, FILES)
    return (tmp_path / NAME).read_bytes()


@pytest.mark.usefixtures("written")
def test_a_journal_is_read_as_it_was_written_and_alone(tmp_path: Path) -> None:
    assert read_journal(tmp_path) == Journal(STAGED, FILES)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


@pytest.mark.usefixtures("written")
def test_a_journal_that_was_removed_is_none(tmp_path: Path) -> None:
    remove_journal(tmp_path)
    assert read_journal(tmp_path) is None


def test_a_journal_that_is_cut_at_any_byte_is_none(tmp_path: Path, written: bytes) -> None:
    for end in range(len(written)):
        (tmp_path / NAME).write_bytes(written[:end])
        assert read_journal(tmp_path) is None, written[:end]


def test_a_journal_with_any_bit_flipped_is_none(tmp_path: Path, written: bytes) -> None:
    for number in range(len(written) * 8):
        flipped = bytearray(written)
        flipped[number // 8] ^= 1 << number % 8
        (tmp_path / NAME).write_bytes(flipped)
        assert read_journal(tmp_path) is None, bytes(flipped)


@pytest.mark.parametrize("text", ["null", "7", "[]", "[1]", '["", 7]', '["", []]', '{"a": 1, "b": [1, 2, 3]}', "[[[["])
def test_anything_else_is_no_journal(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, "utf-8")
    assert read_journal(tmp_path) is None


def test_a_journal_of_another_version_is_none(tmp_path: Path) -> None:
    for version, is_read in ((1, True), (2, False), (0, False)):
        told = [version, list(STAGED), list(FILES)]
        text = json.dumps([sha256(json.dumps(told).encode()).hexdigest(), told])
        (tmp_path / NAME).write_text(text, "utf-8")
        assert (read_journal(tmp_path) is not None) == is_read
