"""The sentence around a name: where it begins and ends, and how a long one is cut."""

import pytest

from nutgraf.resolve.sentences import LONGEST, sentence_of


def around(text: str, name: str = "NAME") -> str:
    start = text.index(name)
    sentence = sentence_of("x", text, start, start + len(name))
    assert sentence.name == name
    return sentence.before + sentence.name + sentence.after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. NAME came. It stopped.", "NAME came."),
        ("It rained! Then NAME came? Yes.", "Then NAME came?"),
        ("NAME came", "NAME came"),
        ("He met S. Jaishankar and NAME there. Then he left.", "He met S. Jaishankar and NAME there."),
        ("The U.S. Ambassador met NAME. He left.", "The U.S. Ambassador met NAME."),
        ("He went to the U.S. The trip of NAME was long.", "The trip of NAME was long."),
        ("Mr. Gor and Dr. Rao met NAME on Jan. 5. They talked.", "Mr. Gor and Dr. Rao met NAME on Jan. 5."),
        ("It cost 3.5 million. NAME paid.", "NAME paid."),
        ("Acme Inc. Chairman NAME resigned. Shares fell.", "Acme Inc. Chairman NAME resigned."),
        ("“NAME came.” He left.", "“NAME came.”"),
        ("He said so. “NAME came,” she said. They left.", "“NAME came,” she said."),
        ("He asked … and NAME answered. Good.", "He asked … and NAME answered."),
        ("प्रधानमंत्री आए। NAME गए। सब खुश।", "NAME गए।"),
        ("他来了。NAME走了。好。", "NAME走了。"),
        ("هل جاء؟ NAME ذهب. نعم.", "NAME ذهب."),
        ("First\nNAME   of\nthe second. Third.", "First NAME of the second."),
        ("e.g. NAME, i.e. nobody. Next.", "e.g. NAME, i.e. nobody."),
        ("See No. 5 of NAME. Next.", "See No. 5 of NAME."),
    ],
)
def test_a_sentence_is_cut_where_it_ends(text: str, expected: str) -> None:
    assert around(text) == expected


def test_the_stop_in_a_name_ends_no_sentence() -> None:
    text = "It rained. The minister, S. Jaishankar, left. It stopped."
    assert around(text, "S. Jaishankar") == "The minister, S. Jaishankar, left."


def test_a_name_at_the_end_may_have_the_stop_itself() -> None:
    assert around("He joined Acme Inc. Then he left it for good.", "Acme Inc.").startswith("He joined Acme Inc.")


def test_a_long_sentence_is_cut_around_the_name() -> None:
    text = "word " * 100 + "NAME" + " word" * 100 + "."
    cut = around(text)
    assert cut.startswith("…word")
    assert cut.endswith("word…")
    assert len(cut) <= LONGEST + 2


def test_a_long_sentence_is_cut_on_one_side_when_the_name_is_near_its_edge() -> None:
    cut = around("NAME is here, and" + " word" * 100 + ".")
    assert cut.startswith("NAME is here")
    assert LONGEST - 10 < len(cut) <= LONGEST + 2


def test_a_long_sentence_without_spaces_is_cut_too() -> None:
    cut = around("字" * 300 + "NAME" + "字" * 300)
    assert len(cut) <= LONGEST + 2
