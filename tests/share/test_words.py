"""Which face has the letters of a text."""

import pytest

from nutgraf.share import drawable, missing
from tests.share.fonts import HEADLINE, HEADLINES, LABEL


def face_of(text: str) -> str:
    words = drawable(text, HEADLINES)
    return words.face.path.removeprefix("assets/share/").removesuffix(".ttf") if words else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What India & the US want: “more” – a ₹500 crore question…", "headline"),
        ("Erdoğan in Łódź", "newsreader"),
        ("Nguyễn Phú Trọng", "newsreader"),
        ("Чего хотят Индия и США", "noto-serif"),
        ("Що хоче Індія: ґанок", "noto-serif"),
        ("Τι θέλει η Ινδία", "noto-serif"),
        ("भारत और अमेरिका: 50% टैरिफ़, WTO", "noto-serif-devanagari"),
        ("महाराष्ट्रातील निवडणूक ₹100", "noto-serif-devanagari"),
        ("ماذا تريد الهند (US)؟", "noto-naskh-arabic"),
        ("ٹیرف کیا ہے؟", "noto-naskh-arabic"),
        ("מה רוצה הודו?", "noto-serif-hebrew"),
        ("印度和美国", ""),
        ("Was 印度 will", ""),
        ("  ", ""),
    ],
)
def test_a_headline_is_set_in_the_first_face_that_has_all_its_letters(text: str, name: str) -> None:
    assert face_of(text) == name


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("🇮🇳 Pax Silica 🤝\ufe0f explained", "Pax Silica explained"),
        ("cafe\u0301", "café"),
        ("two \n\t lines", "two lines"),
        ("thin\u202fspace, hair\u200aspace", "thin\xa0space, hair space"),
        ("Indo\u2011Pacific soft\u00adhyphen \u200fmark", "Indo-Pacific softhyphen mark"),
    ],
)
def test_what_no_reader_would_miss_is_cleaned_out(written: str, drawn: str) -> None:
    words = drawable(written, (HEADLINE,))
    assert words
    assert words.text == drawn


def test_joiners_stay_for_they_shape_the_letters_beside_them() -> None:
    words = drawable("शक्\u200dति", HEADLINES)
    assert words
    assert "\u200d" in words.text


def test_an_arrow_that_a_face_has_is_no_emoji() -> None:
    assert drawable("90°C", (LABEL,))


def test_the_words_that_keep_a_headline_from_being_drawn_are_named() -> None:
    assert missing("What 关税 means for 印度", HEADLINES) == "关税 印度"
    assert missing("What it means", []) == "What it means"
