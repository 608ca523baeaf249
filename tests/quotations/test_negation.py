"""Negations in the site’s language: an insertion may not stand for one."""

import pytest

from nutgraf.quotations import ENGLISH_NEGATIONS, Found, find_quotation, negations_of, prepare


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        ("en", "We will not sign the deal now.", "We will [surely] sign the deal now."),
        ("de", "Wir werden das Abkommen nicht unterzeichnen.", "Wir werden das Abkommen [bald] unterzeichnen."),
        ("hi", "हम इस समझौते पर हस्ताक्षर नहीं करेंगे", "हम इस समझौते पर हस्ताक्षर [अभी] करेंगे"),
        ("fr", "Nous ne signerons pas cet accord.", "Nous ne signerons [bientôt] cet accord."),
        ("ru", "Мы не подпишем это соглашение.", "Мы [скоро] подпишем это соглашение."),
        ("zh", "我们不会签署这项协议。", "我们[将]会签署这项协议。"),
    ],
)
def test_an_insertion_may_not_stand_for_a_negation(language: str, source: str, quotation: str) -> None:
    result = find_quotation(quotation, prepare([source]), negations=negations_of(language))
    assert not isinstance(result, Found)


def test_other_words_may_still_be_replaced() -> None:
    source = prepare(["Wir werden das große Abkommen unterzeichnen."])
    result = find_quotation("Wir werden das [neue] Abkommen unterzeichnen.", source, negations=negations_of("de-AT"))
    assert isinstance(result, Found)


def test_english_always_counts_and_unknown_languages_add_nothing() -> None:
    assert negations_of("xx", None) == ENGLISH_NEGATIONS
    assert negations_of("hi") > ENGLISH_NEGATIONS
