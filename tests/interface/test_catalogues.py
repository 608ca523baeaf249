"""The catalogues that come with the engine: complete, without a surplus, and well formed."""

import ast
import re
import unicodedata
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from nutgraf.interface import Catalogue, normal, read_catalogue
from nutgraf.interface.shipped import TEMPLATE, all_messages
from tests.catalogues import catalogues, gathered, read_catalog, speaking
from tests.sites.project import PROJECT

RENEW = "renew it with: python -m tests.catalogues"
GATHERED = gathered()


def keys(messages: object) -> set[tuple[str | None, object]]:
    return {(message.context, message.id) for message in messages if isinstance(message, Message) and message.id}  # type: ignore[attr-defined]  # a Babel catalogue


def read(path: Path) -> Catalogue:
    catalogue, faults = read_catalogue(normal(path.stem), path.read_text("utf-8"))
    assert faults == ()
    return catalogue


@pytest.mark.parametrize("path", [TEMPLATE, *catalogues()], ids=lambda path: path.name)
def test_a_catalogue_has_every_message_that_readers_meet_and_no_other(path: Path) -> None:
    assert keys(read_catalog(path)) == keys(GATHERED), RENEW


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.name)
def test_every_message_is_translated_and_every_translation_fits(path: Path) -> None:
    catalogue = read(path)
    assert [message for context, message in all_messages() if (context, message) not in catalogue.messages] == []


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.name)
def test_our_reader_sees_in_a_catalogue_what_babel_sees(path: Path) -> None:
    theirs = {
        (message.context, message.id[0] if isinstance(message.id, tuple) else message.id): (
            message.string if isinstance(message.string, tuple) else (message.string,)
        )
        for message in read_catalog(path)
        if message.id
    }
    assert dict(read(path).messages) == theirs


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.name)
def test_a_translation_is_in_one_unicode_form(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)


def test_hindi_is_complete() -> None:
    assert "hi.po" in [path.name for path in catalogues()]


def test_hindi_sentences_end_in_a_danda_and_hold_no_latin_letter() -> None:
    for (_, message), forms in read(PROJECT / "nutgraf/locale/hi.po").messages.items():
        for form in forms:
            assert not re.search(r"[A-Za-z]", re.sub(r"%\(\w+\)s|\{\w+\}", "", form)), form
            if message.endswith(".") and message != "Correction.":  # which is a label before a sentence
                assert form.endswith("।"), form


def test_whatever_the_engine_says_is_written_out_so_that_it_can_be_gathered() -> None:
    for path in (path for path in speaking() if path.suffix == ".py"):
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "say":
                assert isinstance(call.args[0], ast.Constant), f"{path}, line {call.lineno}"
