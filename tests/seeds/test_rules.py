from __future__ import annotations

import pytest

from nutgraf.seeds.blocks import build_blocks
from nutgraf.seeds.rows import split_rows
from nutgraf.seeds.rules import RULES, judge, survey

# One line per rule that should trip it, and one that looks like it and should not.
CASES = {
    "bare-link": ("https://example.org/a/b", "See https://example.org/a/b for the plan that the council voted on."),
    "image-placeholder": ("#image_title", "#harbour was the word of the day."),
    "menu": (
        "Home | News | Sport | Jobs",
        "The plan: open, clear, short | and nothing else that anyone would vote for.",
    ),
    "number": ("214", "214 people came."),
    "counter": ("12 views", "Twelve people came."),
    "read-time": ("2 Min Read", "It took 2 minutes to read the motion and two hours to debate it."),
    "date-line": ("12 March 2025, 5:41 pm", "On 12 March 2025 the council voted."),
    "symbols": ("* * *", "No."),
    "copyright": ("© 2025 Harwick Courier", "Copyright was what the case turned on."),
    "comments": ("Leave a Reply", "Comments were few."),
    "related": ("Read more: Bypass delayed", "Read more slowly, she told the class."),
    "tags": ("TAGGED:", "Tags are cheap."),
    "share": ("Share This Article", "Share prices fell again"),
    "subscription": ("Sign up", "Home prices rise in March"),
    "advertisement": ("Advertisement", "Advertising revenue fell by half"),
    "about-author": ("About the author", "The author is dead, the critic wrote."),
}


@pytest.mark.parametrize(("rule", "lines"), CASES.items(), ids=CASES.keys())
def test_each_rule_knows_its_line_from_one_that_looks_like_it(rule: str, lines: tuple[str, str]) -> None:
    caught, spared = (survey(build_blocks(split_rows(line))) for line in lines)
    assert judge(0, caught, RULES).rule == rule
    assert judge(0, spared, RULES).rule != rule


def test_every_rule_has_a_name_of_its_own_and_a_reason() -> None:
    names = [rule.name for rule in RULES.rules]
    assert len(set(names)) == len(names)
    assert all(rule.reason.endswith(".") for rule in RULES.rules)


def test_a_line_that_stands_three_times_is_furniture_unless_it_names_a_speaker() -> None:
    replies = survey(build_blocks(split_rows("Antworten\nMax\nAntworten\nEva\nAntworten")))
    speakers = survey(build_blocks(split_rows("MAYOR\nNo.\nMAYOR\nYes.\nMAYOR\nNo.")))
    assert judge(0, replies, RULES).rule == "repeated-label"
    assert judge(0, speakers, RULES).rule is None


def test_the_same_words_twice_in_a_row_count_once() -> None:
    scene = survey(build_blocks(split_rows("Bypass delayed until autumn\nBypass delayed until autumn")))
    assert judge(1, scene, RULES).rule == "doubled"
