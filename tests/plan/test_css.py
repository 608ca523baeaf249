"""The stylesheet made small: what may go, and what must stay."""

import pytest

from nutgraf.plan.css import joined, squeezed


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("/* a */ .a { top: 0; }\n\n.b > .c , .d{ margin: 0 auto ; }", ".a{top:0}.b>.c,.d{margin:0 auto}"),
        ("@media (min-width: 62em) { .a { top: 0 } }", "@media (min-width:62em){.a{top:0}}"),
        (".a { width: calc(1px + -2 * var(--s1)) }", ".a{width:calc(1px + -2 * var(--s1))}"),
        (".a :is(.b, .c):hover { --x: 1 }", ".a :is(.b,.c):hover{--x:1}"),
        ('.a::before { content: "a  {; } > /* b */" ; }', '.a::before{content:"a  {; } > /* b */"}'),
        ('.a::before { content: \'\\\'  \' ; quotes: "«" "» " }', '.a::before{content:\'\\\'  \';quotes:"«" "» "}'),
        ('.a { --x: "Y", serif } /* "one */ .b { top: 0 } /* two" */', '.a{--x:"Y",serif}.b{top:0}'),
        ("", ""),
    ],
)
def test_needless_signs_go_and_strings_stay(css: str, small: str) -> None:
    assert squeezed(css) == small


def test_neighbours_of_one_layer_share_it() -> None:
    sheets = ["@layer base{a{top:0}}", "@layer base{@media print{b{top:0}}}", "@layer print{c{top:0}}"]
    assert joined(sheets) == "@layer base{a{top:0}@media print{b{top:0}}}@layer print{c{top:0}}"


@pytest.mark.parametrize(
    "sheet", ["a{top:0}", "@layer base{a{top:0}}b{top:0}", '@layer base{a{content:"}"', "@layer base,print;", "}"]
)
def test_a_stylesheet_that_is_not_one_whole_layer_stays_by_itself(sheet: str) -> None:
    layer = "@layer base{z{top:0}}"
    assert joined([layer, sheet, layer]) == layer + sheet + layer
