from __future__ import annotations

import pytest

from nutgraf.seeds import decode_capture


def test_utf8_is_read_with_and_without_a_byte_order_mark() -> None:
    assert decode_capture("Düna “x”".encode(), None) == "Düna “x”"
    assert decode_capture(b"\xef\xbb\xbf" + "Düna".encode(), None) == "Düna"


def test_another_encoding_is_read_only_when_it_is_named() -> None:
    captured = "“Düna”".encode("windows-1252")
    assert decode_capture(captured, "windows-1252") == "“Düna”"
    with pytest.raises(UnicodeError, match=r"byte 0x93 on line 1 is not UTF-8; save the file as UTF-8, or name"):
        decode_capture(captured, None)


def test_a_page_may_declare_its_encoding_in_its_own_markup() -> None:
    page = '<!doctype html><meta charset="iso-8859-1"><p>Düna'.encode("latin-1")
    assert decode_capture(page, None).endswith("Düna")


@pytest.mark.parametrize(
    ("declared", "written", "read"),
    [
        ("iso-8859-1", b"India\x92s \x93deal\x94", "India’s “deal”"),
        ("us-ascii", b"Zo\xeb \x97 no", "Zoë — no"),
        ("iso-8859-9", b"\x93\xddzmir\x94", "“İzmir”"),
        ("shift_jis", "①".encode("cp932"), "①"),
        ("gb2312", "镕".encode("gbk"), "镕"),
    ],
)
def test_an_encoding_is_read_as_browsers_read_it(declared: str, written: bytes, read: str) -> None:
    assert decode_capture(written, declared) == read


ACCENTED = "La administración señaló que están contentos con la construcción."
STALE = ["iso-8859-1", "iso-8859-15", "windows-1252", "windows-1251", "gb2312", "euc-kr", "Shift_JIS", "utf-16", "x-y"]


def page(declared: str, text: str = ACCENTED) -> str:
    return f'<!doctype html><meta charset="{declared}"><p>{text}'


@pytest.mark.parametrize("declared", STALE)
def test_utf8_under_a_stale_declaration_of_the_page_is_read_as_utf8(declared: str) -> None:
    assert decode_capture(page(declared).encode(), None).endswith(ACCENTED)


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("iso-8859-1", "Mañana, señora"),
        ("windows-1251", "Министр открыл мост в понедельник"),
        ("gb2312", "部长星期一在市中心为新大桥揭幕，数千名市民到场观看"),
        ("gbk", "联通"),
        ("shift_jis", "韓国の大統領は緊急談話を出した"),
        ("iso-2022-jp", "韓国の大統領は緊急談話を出した"),
        ("big5", "部長說這是一個重要的時刻"),
        ("euc-kr", "한국의 대통령은"),
        ("x-sjis", "①韓国"),
    ],
)
def test_a_page_in_the_encoding_that_it_declares_is_read_in_it(declared: str, text: str) -> None:
    known = {"x-sjis": "cp932", "shift_jis": "cp932"}
    assert decode_capture(page(declared, text).encode(known.get(declared, declared)), None).endswith(text)


def test_the_encoding_of_a_source_file_goes_before_what_the_bytes_look_like() -> None:
    assert decode_capture("é".encode(), "windows-1252") == "Ã©"


def test_utf8_with_a_broken_character_is_not_published_as_mojibake() -> None:
    captured = page("iso-8859-1").encode() + b" ma\xf1ana"
    with pytest.raises(UnicodeError, match="byte 0xF1 on line 1 is not UTF-8"):
        decode_capture(captured, None)


def test_a_declaration_of_the_page_that_does_not_fit_is_named_as_the_page_s_own() -> None:
    with pytest.raises(
        UnicodeError, match=r"does not fit the encoding utf-8 that the page’s own <meta> declares; name"
    ):
        decode_capture(page("utf-8").encode("latin-1"), None)


def test_utf16_is_read_when_named_and_explained_when_not() -> None:
    captured = "Düna".encode("utf-16")
    assert decode_capture(captured, "utf-16") == "Düna"
    with pytest.raises(UnicodeError, match="the file is UTF-16"):
        decode_capture(captured, None)


def test_a_nul_character_is_no_text() -> None:
    with pytest.raises(UnicodeError, match="line 2 holds a NUL character"):
        decode_capture(b"a\nb\0c", None)


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13"])
def test_an_encoding_that_is_none_is_named_in_the_message(name: str) -> None:
    with pytest.raises(ValueError, match=f"“{name}”"):
        decode_capture(b"abc", name)


def test_a_declared_encoding_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(UnicodeError, match="does not fit the declared encoding utf-8"):
        decode_capture(b"\xfc", "utf-8")


def test_a_file_too_large_for_a_seed_is_refused_with_its_size_the_limit_and_what_to_do() -> None:
    assert decode_capture(b"a" * 5_000_000, None)
    with pytest.raises(
        ValueError, match=r"the file is 50\.0 MB, and a seed may be 5 MB at most; save only the article’s"
    ):
        decode_capture(b"a" * 50_000_000, None)
