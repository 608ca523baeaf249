from __future__ import annotations

import pytest

from nutgraf.seeds import read_capture

CAPTURE = """---
title: Old harbour plan
author: [Priya Nair, Ed Marsh]
published: 2026-01-22
url: https://example.org/plan
---

# Old harbour plan

HARWICK — The council **met** on [Tuesday](https://example.org) and voted
on the plan for the old harbour.

## What is in it

- a *new* quay
- two cranes

> “No,” she said.

![The quay](quay.jpg)
"""


def test_the_front_matter_gives_the_fields_as_written() -> None:
    reading = read_capture(CAPTURE, ".md")
    assert (reading.title, reading.author) == ("Old harbour plan", "Priya Nair, Ed Marsh")
    assert (reading.published, reading.url, reading.language) == ("2026-01-22", "https://example.org/plan", None)
    assert reading.dateline == "HARWICK"


def test_the_rendered_words_count_and_not_the_markdown_signs() -> None:
    assert [(paragraph.kind, paragraph.text) for paragraph in read_capture(CAPTURE, ".md").paragraphs] == [
        ("text", "HARWICK — The council met on Tuesday and voted on the plan for the old harbour."),
        ("subhead", "What is in it"),
        ("list-item", "a new quay"),
        ("list-item", "two cranes"),
        ("text", "“No,” she said."),
    ]


def test_lines_carry_the_numbers_an_editor_sees() -> None:
    lines = {line.number: (line.kept, line.rule) for line in read_capture(CAPTURE, ".md").lines}
    assert lines[8] == (True, "headline")
    assert lines[10] == lines[11] == lines[15] == (True, "markdown")
    assert lines[2] == (False, "markup")


def test_overrides_work_on_markdown_too() -> None:
    reading = read_capture(CAPTURE, ".md", remove=("two cranes", "three cranes"))
    assert "two cranes" not in [paragraph.text for paragraph in reading.paragraphs]
    assert [missed.nearest_text for missed in reading.unmatched] == ["- two cranes"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<u>The workers</u> drank H<sub>2</sub>O.", "The workers drank H2O."),
        ('The <span class="x">old <b>plan</b></span><br/>is <!-- not --> out.', "The old plan\nis out."),
        ("The <script>alert(1)</script> plan.", "The plan."),
        ("The <name withheld> plan, <5 of 6>, 4 < 5.", "The <name withheld> plan, <5 of 6>, 4 < 5."),
        ("The &lt;u&gt; and \\<u> of `<u>x</u>` plan.", "The <u> and <u> of <u>x</u> plan."),
        ("See [[Harbour]], [[Harbour|the quay]] and ![[quay.png]] plan.", "See Harbour, the quay and plan."),
        ("The ==old== plan, 4 == 4, a==b.", "The old plan, 4 == 4, a==b."),
        ("计划**“旧的”**好。", "计划“旧的”好。"),
        ("The price** is high.", "The price** is high."),
        ("Built in May[^1] and June[^note].", "Built in May and June."),
        ("[^1]: In the *old* plan.", "In the old plan."),
        ("[^1]: First.\n[^2]: Second.", "First. Second."),
        ("[^1]: https://example.org/", "https://example.org/"),
        ("[[1]](#note) and [1] stay.", "[1] and [1] stay."),
        ("> [!quote]- Said\n> The plan.", "Said The plan."),
        ("## The plan {#plan}", "The plan"),
        ("- [x] The plan", "The plan"),
        ("A [x] in a box.", "A [x] in a box."),
        ("<div><p>The plan.</p></div>", "The plan."),
        ("The inter-\nnational plan.", "The inter-national plan."),
        ("旧的\n计划。", "旧的计划。"),
    ],
)
def test_only_words_are_read(written: str, read: str) -> None:
    assert [paragraph.text for paragraph in read_capture(f"{written}\n", ".md").paragraphs] == [read]


def test_each_block_of_html_is_a_paragraph() -> None:
    capture = "Above.\n\n<table><tr><td>One</td>\n<td>Two</td></tr></table>\n<style>p {}</style>\n\nBelow.\n"
    assert [paragraph.text for paragraph in read_capture(capture, ".md").paragraphs] == [
        "Above.",
        "One",
        "Two",
        "Below.",
    ]


@pytest.mark.parametrize(
    ("capture", "message"),
    [
        ("---\ntitle: x\n", "the front matter is not closed"),
        ("---\ntitle: What: a mess\n---\nText.", "the front matter cannot be read"),
        ("---\n- a\n---\nText.", "the front matter is a list, not fields"),
        ("---\na\n---\nText.", "the front matter is text, not fields"),
        ("---\ntitle: " + "a" * 20_001 + "\n---\nText.", "the front matter is longer than 20,000 characters"),
        (
            "---\ntitle: a\nauthor: b\ntitle: c\n---\nText.",
            "line 4: “title” stands twice in the front matter; keep one",
        ),
        ("---\ntitle: *old\n---\nText.", "line 2: “\\*old” is an alias in YAML; put the value in quotes"),
        ("---\ntitle: &old Old\n---\nText.", "line 2: “&old” is an anchor in YAML; put the value in quotes"),
        ("---\ntitle: {a: b}\n---\nText.", "line 2: “title” must be text, or a list of texts"),
        ("---\ntags: " + "[" * 5000 + "\n---\nText.", "line 2: the front matter is nested too deep"),
        ("---\ntitle: a\x07b\n---\nText.", "the front matter cannot be read"),
    ],
)
def test_broken_front_matter_is_explained(capture: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_capture(capture, ".md")


def test_an_alias_bomb_is_refused_before_it_is_expanded() -> None:
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 40))
    with pytest.raises(ValueError, match="is an anchor in YAML"):
        read_capture(f"---\nl0: &l0 [a, b]\n{levels}\n---\nText.", ".md")


def test_fields_that_are_not_ours_are_left_alone() -> None:
    reading = read_capture("---\ntags: {place: [Harwick]}\n? [a]\n: b\ntitle: Old plan\n---\nText.", ".md")
    assert reading.title == "Old plan"
