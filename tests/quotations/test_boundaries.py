"""Where a quotation may begin or end: the bar marks the place in question."""

import re

import pytest

from nutgraf.quotations.boundaries import inside_word

INSIDE = """
min|ister kilo|metre 20|24 5|kg G|7 3.|5 3|.5 1|,000 1’|000 4|-5 4-|5 2019|–21 2025/|26 10:|30 1|\u00a0000 1\u202f|000
x·12|·000·y 55·00|·12 55·|00·12 −|5 -|5% +|5 ~|50 .|5 50|% 50|\u00a0% 50|·% 50|+
$|50 50|\u00a0€ 50|€ US|$50 ₹|50 don|’t don’|t India|’s O’|Brien
D’|Souza aujourd’|hui non-|binding India|-US co‑|operation U.|S.
U|.S. example|.org @|handle #|tag name|@example.org R|&D
www|.·x http|:·x snake|_case minister|(s) (s)|he [|T]he https|://a https://|a.b C|++ צה|״ל
ne|\u0301e क|ि min|\u00adister min\u200b|ister شك|ر Ст|ол
"""
BETWEEN = """
the|·deal the·|deal New·Delhi:|External deal.|The·minister l’|accord L’|Union dell’|economia
workers|’·x trade—|and trade|—and
and|/or deal|.·Then India–|US 谈|判 在|2024 2024|年 टन|·का (|US) US|) ’|90s x·|50·deal x·|−5 in·2019|·100·people
5|.·Then 5|,·then “|we we|”
word|) here.)|Next _|very very|_·x deal|… deal|,x 2024|·2025 पढ़|। U.S|.·x
"""


def places(rows: str) -> list[str]:
    return [row.replace("·", " ") for row in re.findall(r"[^ \n]+", rows)]


@pytest.mark.parametrize("row", places(INSIDE))
def test_a_quotation_may_not_begin_or_end_inside_a_word(row: str) -> None:
    before, _, after = row.partition("|")
    assert inside_word(f"so {before}{after} on", len(before) + 3)


@pytest.mark.parametrize("row", places(BETWEEN))
def test_a_quotation_may_begin_or_end_between_words(row: str) -> None:
    before, _, after = row.partition("|")
    assert not inside_word(f"so {before}{after} on", len(before) + 3)


def test_a_text_may_begin_and_end_anywhere() -> None:
    assert not inside_word("word", 0)
    assert not inside_word("word", 4)
    assert not inside_word("", 0)
