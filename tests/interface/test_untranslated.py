"""English words on a page of another language: readers, and what reads aloud to them, are told."""

from pathlib import Path

import pytest

from nutgraf.interface import Interface, interface_for, read_catalogue
from nutgraf.plan.output import Output
from nutgraf.render import render
from tests.stages import environment_of

GERMAN = 'msgid ""\nmsgstr ""\n\nmsgid "Sources"\nmsgstr "Quellen"\n'


def page(folder: Path, template: str, interface: Interface, name: str = "page.html") -> str:
    (folder / name).write_text(template, "utf-8")
    made = render(Output("/a/", name, {"name": "Ö"}), environment_of(folder, interface))
    assert isinstance(made, bytes), made
    return made.decode()


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ('<h2>{{ _("Timeline") }}</h2>', '<h2><bdi lang="en">Timeline</bdi></h2>'),
        ('<h2>{{ _("Sources") }}</h2>', "<h2>Quellen</h2>"),
        ('<nav aria-label="{{ _("Site") }}"></nav>', '<nav aria-label="Site"></nav>'),
        ('<title>{{ _("Timeline") }}</title>', "<title>Timeline</title>"),
        ('{{ _("By %(names)s.", names=view.name) }}', '<bdi lang="en">By</bdi> Ö.'),
        ('{{ _("%(list)s, %(more)s.", list=1, more=2) }}', "1, 2."),
        ('{{ ngettext("One word", "%(num)s words", 2) }}', '2 <bdi lang="en">words</bdi>'),
        ('{{ pgettext("kind", "Figure") }}', '<bdi lang="en">Figure</bdi>'),
        ("{% trans name=view.name %}Hello {{ name }}{% endtrans %}", '<bdi lang="en">Hello</bdi> Ö'),
    ],
)
def test_english_words_say_so_where_an_element_can_stand(tmp_path: Path, template: str, shown: str) -> None:
    catalogue, _ = read_catalogue("de", GERMAN)
    assert page(tmp_path, template, Interface("de", (catalogue,))) == shown


def test_what_is_no_html_holds_no_mark(tmp_path: Path) -> None:
    assert (
        page(tmp_path, '<title>{{ _("Timeline") }}</title>', Interface("de"), "feed.xml") == "<title>Timeline</title>"
    )


@pytest.mark.parametrize("language", ["en", "en-IN", "hi"])
def test_in_their_own_language_words_need_no_element(tmp_path: Path, language: str) -> None:
    assert "<bdi" not in page(tmp_path, '<h2>{{ _("Timeline") }}</h2>', interface_for(language))


def test_a_translation_is_text_and_no_markup(tmp_path: Path) -> None:
    text = 'msgid ""\nmsgstr ""\n\nmsgid "Sources"\nmsgstr "<b onclick=\\"x\\">A & B</b>"\n'
    interface = Interface("de", (read_catalogue("de", text)[0],))
    assert page(tmp_path, '<p title="{{ _("Sources") }}">', interface) == (
        '<p title="&lt;b onclick=&#34;x&#34;&gt;A &amp; B&lt;/b&gt;">'
    )
