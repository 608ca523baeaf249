"""The docs keep up with the product: what exists is documented, what is documented exists, examples are real.

``python -m tests.test_docs`` writes the messages that the examples of docs/writing.md get today into that page.
"""

import re
import shlex
import shutil
from dataclasses import MISSING, fields
from pathlib import Path
from typing import get_args

import click
import pytest

from nutgraf.build import Options
from nutgraf.cli import commands
from nutgraf.dates import in_words, parse_date
from nutgraf.figures import parse_sum, printed
from nutgraf.kinds import evidence, explainer, page, settings, source, term, theme
from nutgraf.parse import boxes, embeds
from nutgraf.pipeline import build
from nutgraf.plan.boxes import BOXES
from nutgraf.problems import Severity
from nutgraf.quotations import NotFound, Reason, SourceText, find_quotation, prepare
from nutgraf.report.text import as_text
from nutgraf.rules import RULES, Rule
from nutgraf.seeds import read_capture
from tests.docs_examples import EXAMPLES, SEED, SOUND, lay_out, message, renew
from tests.docs_pages import PAGES, WRITING, Example, anchors, blocks, rule_sections, table
from tests.resolve import desk
from tests.resolve.desk import site_of
from tests.sites.project import PROJECT
from tests.sites.published import Published

# Sections of writing.md whose table lists the fields of a model.
FIELDS: dict[str, type] = {
    "Fields of an explainer": explainer.ExplainerFields,
    "Fields of a key fact": evidence.FactFields,
    "Fields of an event": evidence.EventFields,
    "Fields of a correction or a change": evidence.NoticeFields,
    "Fields of an embed": embeds.EmbedFields,
    "Fields of a glossary entry": term.TermFields,
    "Fields of a source": source.SourceFields,
    "Fields of a page": page.PageFields,
    "Fields of the home page": page.HomeFields,
    "Settings of the site": settings.Settings,
    "Settings of a topic": settings.Topic,
    "Settings of the colours": theme.Colours,
    "Settings of a navigation entry": settings.NavEntry,
}

ARCHITECTURE = PROJECT / "docs/architecture.md"
EXTENDING = PROJECT / "docs/extending.md"
EDITORS_README = PROJECT / "nutgraf/starters/desk/README.md"  # of a microsite that init has made


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_message_on_the_page_is_what_the_program_says(example: Example, tmp_path: Path) -> None:
    assert example.output.content == message(example, tmp_path), "renew it with: python -m tests.test_docs"


def test_the_examples_without_a_message_make_a_site_without_a_problem(tmp_path: Path) -> None:
    assert len(SOUND) > 5
    lay_out(tmp_path, SOUND)
    shutil.copytree(PROJECT / "templates", tmp_path / "templates", dirs_exist_ok=True)
    done = build(Options(tmp_path, tmp_path / "build", is_strict=True))
    assert as_text([problem for problem in done.problems if problem.severity is not Severity.INFO], done.files) == ""
    assert done.is_published


def test_the_sums_on_the_page_come_to_what_it_says() -> None:
    section = WRITING.read_text("utf-8").partition("### Sums")[2].partition("###")[0]
    rows = re.findall(r"^\| `\[@.*? = (.+?)\]`.*? \| ([^ ,:;|]+(?:,\d+)*)", section, re.MULTILINE)
    assert len(rows) > 7
    for written, result in rows:
        worked = parse_sum(written)
        assert (worked.stated.text if worked.stated else printed(worked, "en")) == result


def test_the_misquotation_on_the_front_page_is_reported_as_it_says(tmp_path: Path) -> None:
    for part in ("content", "seeds", "site.toml"):
        source = PROJECT / part
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, tmp_path / part)
    tariffs = tmp_path / "content/explainers/tariffs.md"
    text = tariffs.read_text("utf-8")
    tariffs.write_text(text.replace("quote: Trump’s 50% tariff", "quote: Trump’s 60% tariff", 1), "utf-8")
    options = Options(tmp_path, tmp_path / "build", publishes=False)
    done = build(options)
    told = as_text([problem for problem in done.problems if problem.rule == "quote-not-found"], done.files)
    assert told in (PROJECT / "README.md").read_text("utf-8")


def test_every_rule_has_a_section_and_an_example() -> None:
    assert sorted(rule_sections()) == sorted(rule.name for rule in RULES)
    at_rest = {rule.name for rule in RULES} - {"changed-meanwhile"}  # no example can change while it is built
    assert {example.rule for example in EXAMPLES} == at_rest


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_section_of_a_rule_names_its_usual_level(rule: Rule) -> None:
    level = rule.severity.value.capitalize() + (", fixed" if rule.is_fixed else "")
    assert rule_sections()[rule.name].startswith(f"*{level}.* ")


@pytest.mark.parametrize("heading", FIELDS)
def test_every_field_is_in_the_table_of_its_kind_and_no_other(heading: str) -> None:
    assert sorted(row[0] for row in table(heading)) == sorted(
        field.name for field in fields(FIELDS[heading]) if not field.metadata.get("is_ours")
    )


@pytest.mark.parametrize("heading", FIELDS)
def test_the_tables_say_which_fields_are_required(heading: str) -> None:
    has_default = {
        field.name: field.default is not MISSING or field.default_factory is not MISSING
        for field in fields(FIELDS[heading])
    }
    assert {row[0] for row in table(heading) if row[1] == "yes"} == {
        name for name, has in has_default.items() if not has
    }


def test_every_box_is_documented_and_no_other() -> None:
    documented = {name for row in table("The text") for name in re.findall(r"^:::\{(.+?)\}", row[0])}
    assert documented == {*dict(BOXES), boxes.EMBED, boxes.NOTE}


@pytest.fixture(scope="module")
def sample_text() -> SourceText:
    """The sample’s source, ready to be quoted."""
    reading = read_capture((PROJECT / "seeds" / SEED).read_text("utf-8"), ".txt")
    return prepare([paragraph.text for paragraph in reading.paragraphs], reading.title)


def test_the_quotations_in_the_tables_are_accepted_and_refused_as_they_say(sample_text: SourceText) -> None:
    rows = table("How quotations are checked")
    refused = [row for row in rows if row[1] in {*get_args(Reason), "words differ"}]
    assert {row[1] for row in refused} == {*get_args(Reason), "words differ"}
    for quotation, said in rows[6:]:
        result = find_quotation(quotation, sample_text)
        outcome = (result.reason or "words differ") if isinstance(result, NotFound) else "found"
        assert outcome == (said if (quotation, said) in refused else "found"), quotation


def test_dates_read_as_the_table_says() -> None:
    for written, words in table("Dates"):
        assert in_words(parse_date(written), "en") == words.split(" (")[0]


def _all_commands() -> dict[str, click.Command]:
    """Every command by name; the rarer ones are imported here."""
    context = click.Context(commands, help_option_names=["-h", "--help"])
    found = {name: commands.get_command(context, name) for name in commands.list_commands(context)}
    return {name: command for name, command in found.items() if command}


COMMANDS = _all_commands()


def _commands_in(text: str) -> set[str]:
    return set(re.findall(r"(?:python site\.py|(?<![\w/])nutgraf) ([a-z][^`\n]*)", text))


@pytest.mark.parametrize("path", [*PAGES, EDITORS_README], ids=lambda path: path.name)
def test_every_command_in_the_docs_can_be_given(path: Path) -> None:
    for line in _commands_in(path.read_text("utf-8")):
        name, *arguments = shlex.split(line.replace("origin/main", "HEAD"))  # this checkout may have no such branch
        command = COMMANDS.get(name)
        assert command, f"there is no command {name}"
        if not arguments and any(parameter.required for parameter in command.params):
            continue  # the command is only named
        command.make_context(name, arguments, obj=PROJECT, help_option_names=["-h", "--help"])


def test_every_command_and_option_is_in_the_tables_and_no_other() -> None:
    rows = table("Commands")
    options = {
        option: {name for name, command in COMMANDS.items() if option in _options(command)}
        for command in COMMANDS.values()
        for option in _options(command)
    }
    assert {row[0].split()[-1] for row in rows if row[0].startswith("python")} == set(COMMANDS)
    documented = {row[0]: row[1] for row in rows if row[0].startswith("--")}
    assert set(documented) == {*options, *_options(commands), "--help"}
    assert {name: set(documented[name].split(", ")) for name in options} == options


def _options(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts if option.startswith("--")}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_between_the_docs_leads_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```|`[^`\n]+`", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if ":" in target:
            continue
        name, _, anchor = target.partition("#")
        linked = (path.parent / name).resolve() if name else path
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked), target


def test_designers_find_every_template_and_token_and_none_that_is_gone() -> None:
    text = (PROJECT / "docs/theming.md").read_text("utf-8")
    templates = [path.relative_to(PROJECT / "templates").as_posix() for path in (PROJECT / "templates").rglob("*.*")]
    tokens = re.findall(r"(?<=[{ ;])(--[a-z][\w-]*):", (PROJECT / "assets/css/tokens.css").read_text("utf-8"))
    layers = [path.name for path in (PROJECT / "assets/css").glob("*.css")]
    assert [name for name in (*templates, *dict.fromkeys(tokens), *layers) if f"`{name}`" not in text] == []
    assert set(re.findall(r"`(--[a-z][\w-]*)`", text)) <= set(tokens)
    assert set(re.findall(r"`((?:pages|components|feeds)/[\w]+\.\w+)`", text)) <= set(templates)


def test_every_address_of_a_site_is_in_the_table_and_no_other(states: Published, small: Published) -> None:
    told = [address for row in table("Addresses", ARCHITECTURE) for address in re.findall(r"/[^,]*", row[0])]
    patterns = {address: re.compile(re.sub(r"<\w+>", "[^/]+", address.replace("<path>", ".+"))) for address in told}
    published = {
        f"/{name}".removesuffix("index.html"): data for site in (states, small) for name, data in site.files.items()
    }
    found = {address: [each for each in told if patterns[each].fullmatch(address)] for address in published}
    asked_for = {"/search/", "/search/<path>", "/<old address>/"}  # no page of these sites searches; the old are below
    assert {address for address in told if not any(address in each for each in found.values())} == asked_for
    moved = [published[address] for address, each in found.items() if not each]
    assert moved
    assert all(b'http-equiv="refresh"' in data for data in moved)


def test_the_example_of_the_matcher_gives_what_architecture_says() -> None:
    code = next(block.token.content for block in blocks(ARCHITECTURE) if block.heading == "How a quotation is matched")
    setup, _, question = code.strip().rpartition("\n")
    names = {"prepare": prepare, "find_quotation": find_quotation}
    exec(setup, names)
    found = eval(question, names)
    spans = ", ".join(f"Span({span.paragraph}, {span.start}, {span.end})" for span in found.spans)
    assert f"`Found(({spans}))`" in ARCHITECTURE.read_text("utf-8")


def test_what_a_check_may_look_at_is_on_the_site() -> None:
    site = site_of({"content/explainers/a.md": desk.explainer()})
    names = {"site": site, "path": "content/explainers/a.md", "id": "story"}
    looks = [row[0] for row in table("A check", EXTENDING) if row[0].startswith("site.")]
    assert len(looks) > 10
    for look in looks:
        eval(look, names)  # an example that is not there raises
    announcement, document = (
        site.announcements["content/explainers/a.md"],
        site.bound["content/explainers/a.md"].document,
    )
    fields = {"title", "standfirst", "date", "updated", "authors", "topics", "questions", "tally"}
    assert fields <= set(announcement.__struct_fields__)
    assert {"facts", "events", "corrections", "changes", "body", "place"} <= set(document.__struct_fields__)


def test_every_decision_is_listed() -> None:
    text = (PROJECT / "docs/decisions/README.md").read_text("utf-8")
    assert [path.name for path in PROJECT.glob("docs/decisions/[a-z]*.md") if f"{path.name})" not in text] == []


def test_the_architecture_can_be_read_in_one_sitting() -> None:
    assert len(ARCHITECTURE.read_text("utf-8").splitlines()) <= 200


if __name__ == "__main__":
    renew()
