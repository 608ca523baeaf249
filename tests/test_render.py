"""Rendering: mistakes in templates are problems, and whatever an editor or a source wrote shows as text."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment
from msgspec.structs import replace

from nutgraf.additions import Additions
from nutgraf.addresses import file_of
from nutgraf.dates import parse_date
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.problems import Problem
from tests.resolve.desk import explainer, pages_of, site_of, source
from tests.stages import environment_of, pressed

VIEW = {"title": "Why", "count": 3}


def environment(folder: Path, **templates: str) -> Environment:
    for name, text in templates.items():
        path = folder / "templates" / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return environment_of(folder / "templates")


def rendered(outputs: list[Output], environment: Environment) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """What a microsite that adds these outputs, and renders nothing else, would publish of them; and what is wrong."""
    added = Additions((Maker("ours", lambda site, assets, key: iter(outputs)),))
    files = {file_of(output.address) for output in outputs}
    return pressed(replace(site_of({}), additions=added), environment, files.__contains__)


def failed(folder: Path, *, origins: tuple[str, ...] = ("content/explainers/a.md",), **templates: str) -> list[Problem]:
    outputs = [Output(f"/{number}/", "page.html", VIEW, origin=origin) for number, origin in enumerate(origins)]
    contents, problems = rendered(outputs, environment(folder, **templates))
    assert contents == {}
    return list(problems)


def told(problem: Problem) -> str:
    return f"{problem.place.path}:{problem.place.line}: {problem.message} ({'; '.join(problem.hints)})"


@pytest.mark.parametrize(
    ("page", "line", "message"),
    [
        ("<p>\n{{ view.titel }}", 2, "dict has no “titel”"),
        ("{{ page }}", 1, "'page' is undefined"),
        ("<p>\n\n{% if view.title %}", 3, "Unexpected end of template"),
        ("{{ view.title | shout }}", 1, "No filter named 'shout'."),
        ("\n{{ view.count + view.title }}", 2, "unsupported operand type"),
        ("\n{{ view.count / 0 }}", 2, "division by zero"),
        ("\n{{ view.title | round }}", 2, "__round__ method"),
        ("{% from 'gone.html' import x %}", 1, "there is no template “gone.html”"),
        ("{% macro x() %}{{ x() }}{% endmacro %}{{ x() }}", 1, "without end"),
        ("{{ range(3) }}", 1, "'range' is undefined"),
    ],
)
def test_a_mistake_in_a_template_names_its_line(tmp_path: Path, page: str, line: int, message: str) -> None:
    (problem,) = failed(tmp_path, page=page)
    assert problem.rule == "bad-template"
    assert problem.place.path == "templates/page.html"
    assert problem.place.line == line
    assert message in problem.message
    assert problem.hints == ("while making content/explainers/a.md",)


def test_a_mistake_in_a_component_names_the_component(tmp_path: Path) -> None:
    (problem,) = failed(
        tmp_path,
        page="{% from 'components/facts.html' import facts %}\n\n{{ facts(view) }}",
        components__facts="{% macro facts(view) %}\n{{ view.x }}\n{% endmacro %}",
    )
    assert told(problem) == (
        "templates/components/facts.html:2: dict has no “x” (while making content/explainers/a.md)"
    )


def test_a_broken_component_names_the_component(tmp_path: Path) -> None:
    (problem,) = failed(tmp_path, page="{% include 'components/x.html' %}", components__x="\n{{ oops")
    assert problem.place.path == "templates/components/x.html"


def test_a_mistake_that_spoils_many_pages_is_one_problem(tmp_path: Path) -> None:
    origins = ("content/explainers/a.md", "", "content/explainers/c.md")
    (problem,) = failed(tmp_path, origins=origins, page="{{ oops }}")
    assert problem.hints == ("while making content/explainers/a.md and 2 other pages",)


def test_pages_of_the_whole_site_are_named_by_their_address(tmp_path: Path) -> None:
    (problem,) = failed(tmp_path, origins=("",), page="{{ oops }}")
    assert problem.hints == ("while making /0/",)


def test_a_missing_page_template_is_a_problem(tmp_path: Path) -> None:
    (problem,) = failed(tmp_path, other="")
    assert told(problem) == (
        "templates/page.html:0: there is no template “page.html” (while making content/explainers/a.md)"
    )


class Broken:
    """A view of ours with a bug."""

    @property
    def title(self) -> str:
        return parse_date("no date").text


def test_our_own_mistakes_keep_their_traceback(tmp_path: Path) -> None:
    outputs = [Output("/a/", "page.html", Broken())]
    with pytest.raises(ValueError, match="no date"):
        rendered(outputs, environment(tmp_path, page="{{ view.title }}"))


def test_finished_contents_need_no_template(tmp_path: Path) -> None:
    contents, problems = rendered([Output("/x.css", contents=b"a{}")], environment(tmp_path, page=""))
    assert (contents, problems) == ({"x.css": b"a{}"}, ())


HOSTILE = """<script>alert('x')</script> & "quoted" {{ 7*7 }} {% if %} <img src=x onerror=alert(1)>"""


def _yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _hostile_site() -> dict[str, str]:
    text = _yaml(HOSTILE)
    quote = _yaml("<script>alert(2)</script> were the words")
    more = (
        f"author: {text}\ntopics: [{text}]\n"
        f"key_facts:\n  - {{label: {text}, value: {text}, source: story, quote: {quote}}}\n"
        f"timeline:\n  - {{date: 2026-02, title: {text}, text: {text}, source: story, quote: {quote}}}\n"
        f"corrections: [{{date: 2026-01-23, text: {text}}}]\nchanges: [{{date: 2026-01-24, text: {text}}}]\n"
    )
    story = (
        f"{HOSTILE}\n\nBy Mallory <b>x</b>\n\n“<script>alert(2)</script> were the words of {{{{ 7*7 }}}},” said "
        'Mr <i onclick="x">Gor</i> on Monday.\n\nThe talks went on for hours & hours, and nobody knew why they did.\n'
    )
    body = (
        f"{HOSTILE}\n\n## Why {HOSTILE}?\n\n“<script>alert(2)</script> were the words” [@story].\n\n`{HOSTILE}`\n"
        f'\nA [[Evil <b>]]. [x](../pages/about.md "{HOSTILE[:24]}") ![<b>](../../assets/images/x.png "<i>")\n'
    )
    entry = (
        f"---\ntitle: 'Evil <b>'\nkind: term\ndefinition: {text}\naliases: [{text}, '\"><script>']\n---\n{HOSTILE}\n"
    )
    return {
        "site.toml": (
            'title = "<b>Site</b> {{ 7*7 }}"\nbase_url = "https://news.example/file/"\nlanguage = "en"\n'
            'tagline = "<script>"\n[[nav]]\ntitle = "<b>"\npage = "/timeline/"\n'
        ),
        "seeds/story.txt": story,
        "assets/images/x.png": "x",
        "content/sources/story.md": source(
            more=f"title: {text}\nauthor: {text}\npublisher: {text}\nspellings: {{'<i>': 'Evil <b>'}}\n", body=HOSTILE
        ),
        "content/explainers/a.md": explainer(body, title=text, more=f"standfirst: {text}\n{more}"),
        "content/glossary/evil.md": entry,
        "content/pages/about.md": f"---\ntitle: {text}\nstandfirst: {text}\n---\n{HOSTILE}\n",
        "content/index.md": f"---\nstandfirst: {text}\n---\n{HOSTILE}\n",
    }


def test_whatever_was_written_shows_as_text() -> None:
    pages = pages_of(_hostile_site(), is_clean=False)
    assert "a/index.html" in pages
    for name, page in pages.items():
        if not name.endswith((".html", ".xml", ".json")):
            continue
        bare = re.sub(r'<script type="(?:speculationrules|application/ld\+json)">[^<]*</script>', "", page)
        scripts = re.findall(r"<script[^>]*>", bare)
        assert all(" src=" in script for script in scripts), name
        assert "49" not in re.sub(r"[0-9a-f]{10,}|[\w+/=-]{40,}", "", bare), name
        assert not re.search(r"<(?:img src=x|i onclick|b>x)", bare), name
        assert "onerror=alert(1)>" not in bare, name
    assert "{{ 7*7 }}" in pages["a/index.html"]
    assert "&lt;script&gt;alert(2)&lt;/script&gt; were the words" in pages["sources/story/index.html"]
