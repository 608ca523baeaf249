"""Sums that the desk works out: what is read, what comes out, what is refused, and which figures say the same."""

from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.figures import SumError, agrees, figures_in, parse_sum, printed, states_rightly, written_out
from tests.cases.sums.case_files import Case, outcome, read_cases
from tests.effort import calls_in

CASES = read_cases()


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.file}:{case.line}") for case in CASES])
def test_a_sum_of_the_case_files_comes_to_what_they_say(case: Case) -> None:
    assert outcome(case.text) == case.expected


def test_the_case_files_hold_hostile_sums_enough() -> None:
    refused = [case for case in CASES if case.expected.startswith("character ")]
    assert len(CASES) >= 60
    assert len(refused) >= len(CASES) / 3


def test_a_sum_names_its_numbers_as_written_and_where() -> None:
    worked = parse_sum(" $5m + 15% of $1,40,000 = $5.02m")
    assert [(each.text, int(each.value), each.unit, each.start) for each in worked.operands] == [
        ("$5m", 5_000_000, "dollar", 1),
        ("15%", 15, "%", 7),
        ("$1,40,000", 140_000, "dollar", 14),
    ]
    assert (worked.text, int(worked.value), worked.unit) == ("$5m + 15% of $1,40,000", 5_021_000, "dollar")
    assert worked.stated is not None
    assert (worked.stated.text, int(worked.stated.value)) == ("$5.02m", 5_020_000)


def test_factors_and_divisors_up_to_twelve_and_a_hundred_are_the_desks_own() -> None:
    own = {each.text for each in parse_sum("(3 + 4) / 12 * 100 + 13 * 2 - 50 / 14").operands if each.is_own}
    assert own == {"12", "100", "2"}
    assert not any(each.is_own for each in parse_sum("2% * $3 + $1").operands)


def fault_of(text: str) -> SumError | None:
    try:
        parse_sum(text)
    except SumError as fault:
        return fault
    return None


# A random sum, with its value by Python’s own fractions.
Tree = tuple[str, Fraction]
_NUMBERS = st.decimals(min_value=0, max_value=99999, places=2).map(lambda number: (f"{number}", Fraction(number)))


def _joined(pair: tuple[Tree, str, Tree]) -> Tree:
    (one, left), sign, (other, right) = pair
    if sign == "/" and not right:
        sign = "+"
    value = {"+": left + right, "-": left - right, "*": left * right, "/": right and left / right}[sign]
    return (f"({one} {sign} {other})", value)


_TREES = st.recursive(
    _NUMBERS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(_joined),
        inner.map(lambda tree: (f"-{tree[0]}", -tree[1])),
    ),
    max_leaves=6,
).filter(lambda tree: any(sign in tree[0] for sign in "+*/(") and abs(tree[1]) < 10**30)


@given(_TREES)
def test_a_random_sum_is_what_pythons_fractions_say(tree: Tree) -> None:
    text, value = tree
    fault = fault_of(text)
    if fault:
        assert fault.message.startswith(("what comes out here is too large", "too many", "this sum has"))
    else:
        assert parse_sum(text).value == value


@given(st.lists(st.tuples(st.sampled_from("+-*/"), st.integers(1, 99)), min_size=1, max_size=12))
def test_products_come_before_sums_and_the_rest_goes_from_left_to_right(rest: list[tuple[str, int]]) -> None:
    terms = [Fraction(7)]
    for sign, number in rest:
        if sign in "+-":
            terms.append(Fraction(number if sign == "+" else -number))
        else:
            terms[-1] *= Fraction(number) if sign == "*" else Fraction(1, number)
    assert parse_sum("7" + "".join(f" {sign} {number}" for sign, number in rest)).value == sum(terms)


@given(st.text(alphabet="0123456789.,%$€₹()+-*/= mkofcha tetbl'\"_कासे", max_size=80))
def test_whatever_is_typed_gives_a_sum_or_says_where_it_is_wrong(text: str) -> None:
    fault = fault_of(text)
    if fault:
        assert 0 <= fault.start <= fault.end <= len(text)
        assert fault.hint
        assert str(fault).endswith(f"(at character {fault.start + 1})")


def test_a_fault_is_a_value_error_that_says_what_and_where() -> None:
    with pytest.raises(ValueError, match=r"^a number is missing after “\+” \(at character 6\)$"):
        parse_sum("25% +")


@pytest.mark.parametrize("part", ["1+", "9", " ", "k ", "1 ", "5 से ", "change from ", "1,", "1/1*", "=", "$"])
def test_twice_as_long_a_sum_is_at_most_twice_the_work(part: str) -> None:
    fault_of("1 + 1")  # patterns are compiled
    once, twice = (calls_in(partial(fault_of, part * (many // len(part)) + "1")) for many in (200, 400))
    assert twice <= 2 * once + 50


def test_a_sum_that_is_far_too_long_is_not_even_looked_at() -> None:
    assert calls_in(lambda: fault_of("1+" * 5_000_000)) < 20


@pytest.mark.parametrize(
    ("text", "figure", "says_the_same"),
    [
        ("25% + 25%", "50%", True),
        ("25% + 25%", "fifty per cent", True),
        ("25% + 25%", "51%", False),
        ("25% + 25%", "50", True),  # as in a table
        ("25 + 25", "50%", False),
        ("(50 - 40) / 40", "25%", True),
        ("(50 - 40) / 40", "0.25", True),
        ("change from 50 to 40", "20%", True),
        ("10 / 3", "3.3", True),
        ("10 / 3", "3.34", True),  # one digit of rounding
        ("10 / 3", "3.35", False),
        ("2 / 3", "66%", True),
        ("2 / 3", "67%", True),
        ("2 / 3", "65%", False),
        ("$5m + $3m", "$8 million", True),
        ("$5m + $3m", "8 million", True),
        ("$5m + $3m", "€8m", False),
        ("1.4bn + 30m", "1.4 billion", True),
        ("1.4bn + 30m", "1,430 million", True),
        ("1.4bn + 30m", "1,300 million", False),
        ("1,00,000 + 40,000", "1,40,000", True),
        ("20 + 20", "४०", True),
        ("100,000 + 39,872", "140,000", False),
    ],
)
def test_a_figure_says_what_comes_out_to_the_digits_it_shows(text: str, figure: str, says_the_same: bool) -> None:
    assert agrees(parse_sum(text), figures_in(figure)[0]) is says_the_same


def test_zeros_at_the_end_count_for_nothing_in_a_rounded_figure() -> None:
    worked = parse_sum("100,000 + 39,872")
    assert agrees(worked, figures_in("140,000")[0], is_rounded=True)
    assert not agrees(worked, figures_in("150,000")[0], is_rounded=True)


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("1 + 1 = 2", True),
        ("1 + 1 = 3", False),
        ("10 / 3 = 3.3", True),
        ("40 - 50 = -10", True),
        ("40 - 50 = 10", False),
        ("change from 40 to 50 = -25%", False),
        ("(50 - 40) / 40 = 25%", True),
        ("1 + 1", True),
    ],
)
def test_a_stated_result_must_be_right_with_its_sign(text: str, is_right: bool) -> None:
    assert states_rightly(parse_sum(text)) is is_right


def test_a_result_is_printed_in_the_sites_style_to_as_many_digits_as_wanted() -> None:
    third = parse_sum("1,000,000 / 3")
    assert printed(third, "en") == "333,333.33"
    assert printed(third, "en", 0) == "333,333"
    assert printed(third, "en", 6) == "333,333.333333"
    assert printed(third, "hi") == "3,33,333.33"
    assert printed(third, "de", 1) == "333.333,3"
    assert printed(third, "xx", 0) == "333,333"
    assert [printed(parse_sum(text), "en", 0) for text in ("5 / 2", "0 - 5 / 2")] == ["3", "−3"]
    assert printed(parse_sum("12345678901234567890.5 + 1"), "en") == "12,345,678,901,234,567,891.5"
    assert written_out(parse_sum("10 / 3 = 3.3"), "en") == "10 ÷ 3 = 3.3"
    assert Decimal(printed(third, "en", 20).replace(",", "")) == Decimal("333333.33333333333333333333")
