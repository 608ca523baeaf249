"""Templates are compiled in a shorter way than Jinja’s own, and show the same."""

from pathlib import Path

import pytest

from tests.stages import environment_of

NAME = "<b>'&\""
ESCAPED = "&lt;b&gt;&#39;&amp;&#34;"


def shown(folder: Path, **templates: str) -> str:
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return environment_of(folder).get_template("page.html").render(view={"name": NAME, "names": [NAME, "b"]})


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ view.name }}", ESCAPED),
        ("{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m(view.name) }}", f"<i>{ESCAPED}</i>"),
        ("{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m(m(view.name)) }}", f"<i><i>{ESCAPED}</i></i>"),
        ("{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=4, a=5) }}", "121354"),
        ("{% macro m() %}{{ caller('x') }}{% endmacro %}{% call(a) m() %}<{{ a }}{% endcall %}", "<x"),
        ("{% macro m() %}{{ varargs | length }}{{ kwargs.k }}{% endmacro %}{{ m(1, 2, k=3) }}", "23"),
        ("{% macro m(class) %}{{ class }}{% endmacro %}{{ m(class='a') }}", "a"),
        ("{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ m(*['x', 'y']) }}{{ m(**{'a': 1, 'b': 2}) }}", "xy12"),
        ("{% set text %}<p>{{ view.name }}</p>{% endset %}{{ text }}", f"<p>{ESCAPED}</p>"),
        ("{{ view.names | join('<br>') }}", f"{ESCAPED}&lt;br&gt;b"),
        ("{% for n in [1, [2]] recursive %}{{ loop(n) if n is iterable else n }}{% endfor %}", "12"),
        ("{{ _('%(a)s of 100%%', a=view.name) }}", f"{ESCAPED} of 100%"),
        ("{{ _('<not a tag>') }}", "&lt;not a tag&gt;"),
        ("{{ ngettext('%(num)s thing', '%(num)s things', 2) }}", "2 things"),
        ("{{ ngettext('one of %(a)s', '%(num)s of %(a)s', 1, a=view.name) }}", f"one of {ESCAPED}"),
        ("{{ pgettext('kind of word', 'Place of %(a)s', a=view.name) }}", f"Place of {ESCAPED}"),
        ("{{ npgettext('kind', '%(num)s place', '%(num)s places', 3) }}", "3 places"),
        ("{% trans a=view.name %}By {{ a }}{% endtrans %}", f"By {ESCAPED}"),
        ("{% trans count=2 %}one{% pluralize %}{{ count }} of them{% endtrans %}", "2 of them"),
    ],
)
def test_a_template_shows_what_jinja_would_show(tmp_path: Path, template: str, expected: str) -> None:
    assert shown(tmp_path, page=template) == expected


def test_a_macro_of_another_template_sees_its_own(tmp_path: Path) -> None:
    parts = "{% macro a(x) %}[{{ x }}]{% endmacro %}{% macro b(x) %}{{ a(x) }}!{% endmacro %}"
    assert shown(tmp_path, parts=parts, page="{% from 'parts.html' import b %}{{ b('<') }}") == "[&lt;]!"
    assert shown(tmp_path, parts=parts, page="{% import 'parts.html' as p %}{{ p.b('<') }}") == "[&lt;]!"


@pytest.mark.parametrize("call", ["m(1, 2)", "m(c=1)"])
def test_a_macro_called_wrongly_says_what_it_takes(tmp_path: Path, call: str) -> None:
    with pytest.raises(TypeError, match="macro 'm' takes no"):
        shown(tmp_path, page=f"{{% macro m(a) %}}{{{{ a }}}}{{% endmacro %}}{{{{ {call} }}}}")
