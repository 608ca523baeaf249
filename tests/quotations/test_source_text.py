"""A source made ready once, for many quotations and for every process of a build."""

import pickle

from nutgraf.quotations import Found, NotFound, Span, find_quotation, prepare


def test_a_prepared_source_survives_the_way_to_another_process() -> None:
    text = prepare(["“We met – in Delhi.", "“And again.”"], "A headline")
    assert pickle.loads(pickle.dumps(text)) == text


def test_a_source_without_text_holds_no_quotation() -> None:
    assert find_quotation("any words", prepare([])) == NotFound(None, ())
    assert find_quotation("any words", prepare(["", " "], "")) == NotFound(None, ())


def test_an_empty_paragraph_keeps_its_number() -> None:
    assert find_quotation("They left", prepare(["They met.", "", "They left."])) == Found((Span(3, 0, 9),))


def test_negations_of_another_language_count_where_they_are_given() -> None:
    text = prepare(["Wir werden das nicht tun."])
    assert isinstance(find_quotation("Wir werden [es] tun", text), Found)
    answer = find_quotation("Wir werden [es] tun", text, negations=frozenset({"nicht", "kein"}))
    assert isinstance(answer, NotFound)
    assert answer.reason == "negation left out"


def test_negations_are_found_in_scripts_without_spaces() -> None:
    text = prepare(["我们不会继续谈判。"])
    assert isinstance(find_quotation("我们[会]继续谈判", text), Found)
    assert isinstance(find_quotation("我们[会]继续谈判", text, negations=frozenset({"不"})), NotFound)


def test_no_quotation_is_too_repetitive_to_be_looked_for() -> None:
    repeated = prepare(["word " * 50_000])
    assert isinstance(find_quotation(" … ".join(["word"] * 200), repeated), Found)
    assert isinstance(find_quotation(" … ".join([*["word"] * 200, "zebra"]), repeated), NotFound)
    assert isinstance(find_quotation(" [x] ".join([*["word"] * 40, "zebra"]), repeated), NotFound)
    assert isinstance(find_quotation(" ".join(["word"] * 10_000), repeated), Found)
    assert isinstance(find_quotation("ord " + " ".join(["word"] * 10_000), repeated), NotFound)
    assert isinstance(find_quotation("[" * 10_000 + "." * 10_000, repeated), NotFound)
