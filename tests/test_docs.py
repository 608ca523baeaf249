"""The docs keep up with the product: what exists is documented, what is documented exists, examples are real.

``python -m tests.test_docs`` writes the messages that the examples of docs/writing.md get today into that page.
"""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import click
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from nutgraf.cli import commands
from nutgraf.dates import in_words, parse_date
from nutgraf.kinds import evidence, explainer, page, settings, source, term
from nutgraf.pipeline import Options, build
from nutgraf.plan.boxes import BOXES
from nutgraf.problems import Severity
from nutgraf.quotations import NotFound, Reason, SourceText, find_quotation, prepare
from nutgraf.report import as_text
from nutgraf.rules import RULES, Rule
from nutgraf.seeds import read_capture

PROJECT = Path(__file__).resolve().parent.parent
WRITING = PROJECT / "docs/writing.md"
PAGES = (*sorted(PROJECT.glob("*.md")), *sorted(PROJECT.glob("docs/**/*.md")))
SEED = "000_4ee13673fc419608.txt"

# Sections of writing.md whose table lists the fields of a model.
FIELDS: dict[str, type] = {
    "Fields of an explainer": explainer.ExplainerFields,
    "Fields of a key fact": evidence.FactFields,
    "Fields of an event": evidence.EventFields,
    "Fields of a correction or a change": evidence.NoticeFields,
    "Fields of a glossary entry": term.TermFields,
    "Fields of a source": source.SourceFields,
    "Fields of a page": page.PageFields,
    "Fields of the home page": page.HomeFields,
    "Settings of the site": settings.Settings,
    "Settings of a topic": settings.Topic,
    "Settings of a navigation entry": settings.NavEntry,
}

# What an example leaves out, by folder; the page says so under “The rules”.
OPENINGS = {
    "explainers": "title: {title}\nstandfirst: Why it matters.\ndate: 2026-01-22\n",
    "glossary": "title: {title}\nkind: initiative\ndefinition: What it is.\n",
    "pages": "title: {title}\n",
    "sources": f"seed: {SEED}\n",
}
SITE = 'title = "The Delhi File"\nbase_url = "https://news.example.org/"\nlanguage = "en"\n'


@dataclass(frozen=True)
class Block:
    """A fenced block or a table of a page, and the heading it stands under."""

    heading: str
    token: Token
    cells: tuple[tuple[str, ...], ...] = ()  # of a table, without its head

    @property
    def info(self) -> tuple[str, ...]:
        """The words after the fence: language, role, path or rule."""
        return tuple(self.token.info.split(maxsplit=2))


def blocks(path: Path) -> Iterator[Block]:
    tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8"))
    heading = ""
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = _words(tokens[number + 1])
        elif token.type == "fence":
            yield Block(heading, token)
        elif token.type == "tbody_open":
            yield Block(heading, token, tuple(_rows(tokens, number)))


def _rows(tokens: list[Token], start: int) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for token in tokens[start:]:
        if token.type == "inline":
            row.append(_words(token))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []
        elif token.type == "tbody_close":
            return


def _words(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def table(heading: str) -> tuple[tuple[str, ...], ...]:
    return tuple(row for block in blocks(WRITING) if block.heading == heading for row in block.cells)


@dataclass(frozen=True)
class Example:
    """Files of an example site and the message that one rule gives for them."""

    rule: str
    inputs: tuple[Block, ...]
    output: Token

    def __str__(self) -> str:
        return f"{self.rule}, line {self.output.map[0] + 1 if self.output.map else 0}"


def inputs_and_examples() -> tuple[tuple[Block, ...], tuple[Example, ...]]:
    """The files that writing.md shows as they should be, and those that get a message."""
    sound: list[Block] = []
    found: list[Example] = []
    waiting: list[Block] = []
    for block in blocks(WRITING):
        if waiting and block.heading != waiting[-1].heading:
            sound, waiting = [*sound, *waiting], []
        if block.info[:2] == ("text", "output"):
            found.append(Example(block.info[2], tuple(waiting), block.token))
            waiting = []
        elif block.info[1:2] and block.info[1] in {"fields", "body", "file", "add"}:
            waiting.append(block)
    return (*sound, *waiting), tuple(found)


SOUND, EXAMPLES = inputs_and_examples()


def lay_out(site: Path, inputs: tuple[Block, ...]) -> None:
    """The inputs as a whole site, with the sample’s seed around them. Its templates are blank, which is fast."""
    names = (path.relative_to(PROJECT).as_posix() for path in (PROJECT / "templates").rglob("*.*"))
    files = {
        **dict.fromkeys(names, ""),
        "site.toml": SITE,
        "content/sources/gor-meeting.md": f"---\nseed: {SEED}\n---\n",
        f"seeds/{SEED}": (PROJECT / "seeds" / SEED).read_text("utf-8"),
    }
    front: dict[str, str] = {}
    body: dict[str, str] = {}
    for block in inputs:
        _, role, path = block.info
        text = block.token.content
        if role == "add":
            text = (PROJECT / path).read_text("utf-8") + text
        {"fields": front, "body": body}.get(role, files)[path] = text
    for path in front | body:
        opening = OPENINGS[path.split("/")[1]].format(title=Path(path).stem.replace("-", " ").capitalize())
        files[path] = f"---\n{opening}{front.get(path, '')}---\n{body.get(path, '')}"
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8", newline="\n")


def _explainer(site: Path, contents: bytes) -> None:
    path = site / "content/explainers/tariffs.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(contents)


def _symlink(site: Path) -> None:
    _explainer(site, b"")
    (site / "content/explainers/tariffs.md").unlink()
    (site / "content/explainers/tariffs.md").symlink_to("../../seeds")


def _long_definition(site: Path) -> None:
    path = site / "content/glossary/tariff.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"---\ntitle: Tariff\nkind: term\ndefinition: {'A tax on imports. ' * 16}\n---\n", "utf-8")


FRONT = b"---\ntitle: Tariffs\nstandfirst: Why they matter.\ndate: 2026-01-22\n---\n"
# Examples that no text on a page can show.
STAGES: dict[str, Callable[[Path], None]] = {
    "bad-encoding": lambda site: _explainer(site, FRONT + "Zölle".encode("latin-1")),
    "byte-order-mark": lambda site: _explainer(site, b"\xef\xbb\xbf" + FRONT),
    "empty-file": lambda site: _explainer(site, b"\n"),
    "long-definition": _long_definition,
    "symlink": _symlink,
    "too-deep": lambda site: _explainer(site, FRONT + b">" * 120 + b" deep"),
}


def message(example: Example, site: Path) -> str:
    """What the program says about the example, as far as the rule goes."""
    lay_out(site, example.inputs)
    if example.rule in STAGES:
        STAGES[example.rule](site)
    done = build(Options(site, site / "build", publishes=False))
    return as_text([problem for problem in done.problems if problem.rule == example.rule], done.files) + "\n"


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


def rule_sections() -> dict[str, str]:
    """The sections called like rules, with the text that follows the heading."""
    found = re.findall(r"^#### (\S+)\n\n(.+?)$", WRITING.read_text("utf-8"), re.MULTILINE)
    return dict(found)


def test_every_rule_has_a_section_and_an_example() -> None:
    assert sorted(rule_sections()) == sorted(rule.name for rule in RULES)
    assert {example.rule for example in EXAMPLES} == {rule.name for rule in RULES}


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
    assert documented == {*dict(BOXES), "note"}


@pytest.fixture(scope="module")
def sample_text() -> SourceText:
    """The sample’s source, ready to be quoted."""
    reading = read_capture((PROJECT / "seeds" / SEED).read_text("utf-8"), ".txt")
    return prepare([paragraph.text for paragraph in reading.paragraphs], reading.title)


def test_the_quotations_in_the_tables_are_accepted_and_refused_as_they_say(sample_text: SourceText) -> None:
    rows = table("How quotations are checked")
    refused = [row for row in rows if row[1] in {*get_args(Reason), "words differ"}]
    assert {row[1] for row in refused} == {*get_args(Reason), "words differ"}
    for quotation, said in rows[4:]:
        result = find_quotation(quotation, sample_text)
        outcome = (result.reason or "words differ") if isinstance(result, NotFound) else "found"
        assert outcome == (said if (quotation, said) in refused else "found"), quotation


def test_dates_read_as_the_table_says() -> None:
    for written, words in table("Dates"):
        assert in_words(parse_date(written), "en") == words.split(" (")[0]


def _all_commands() -> dict[str, click.Command]:
    """Every command by name; the rarer ones are imported here."""
    context = click.Context(commands)
    found = {name: commands.get_command(context, name) for name in commands.list_commands(context)}
    return {name: command for name, command in found.items() if command}


COMMANDS = _all_commands()


def _commands_in(text: str) -> set[str]:
    return set(re.findall(r"python site\.py ([a-z][^`\n]*)", text))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_in_the_docs_can_be_given(path: Path) -> None:
    for line in _commands_in(path.read_text("utf-8")):
        name, *arguments = shlex.split(line)
        command = COMMANDS.get(name)
        assert command, f"there is no command {name}"
        if not arguments and any(parameter.required for parameter in command.params):
            continue  # the command is only named
        command.make_context(name, arguments, obj=PROJECT)


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
        assert not anchor or anchor in _anchors(linked), target


def _anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives to headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_designers_find_every_template_and_token_and_none_that_is_gone() -> None:
    text = (PROJECT / "docs/theming.md").read_text("utf-8")
    templates = [path.relative_to(PROJECT / "templates").as_posix() for path in (PROJECT / "templates").rglob("*.*")]
    tokens = re.findall(r"(?<=[{ ;])(--[a-z][\w-]*):", (PROJECT / "assets/css/tokens.css").read_text("utf-8"))
    layers = [path.name for path in (PROJECT / "assets/css").glob("*.css")]
    assert [name for name in (*templates, *dict.fromkeys(tokens), *layers) if f"`{name}`" not in text] == []
    assert set(re.findall(r"`(--[a-z][\w-]*)`", text)) <= set(tokens)
    assert set(re.findall(r"`((?:pages|components|feeds)/[\w]+\.\w+)`", text)) <= set(templates)


def test_the_example_of_the_matcher_gives_what_architecture_says() -> None:
    path = PROJECT / "docs/architecture.md"
    code = next(block.token.content for block in blocks(path) if block.heading == "How a quotation is matched")
    setup, _, question = code.strip().rpartition("\n")
    names = {"prepare": prepare, "find_quotation": find_quotation}
    exec(setup, names)
    found = eval(question, names)
    spans = ", ".join(f"Span({span.paragraph}, {span.start}, {span.end})" for span in found.spans)
    assert f"`Found(({spans}))`" in path.read_text("utf-8")


def test_every_decision_is_listed() -> None:
    for listing in ("docs/decisions/README.md", "docs/architecture.md"):
        text = (PROJECT / listing).read_text("utf-8")
        assert [path.name for path in PROJECT.glob("docs/decisions/[a-z]*.md") if f"{path.name})" not in text] == []


def renew() -> None:
    """Writes today’s messages into the page."""
    lines = WRITING.read_text("utf-8").split("\n")
    for example in reversed(EXAMPLES):
        with TemporaryDirectory() as folder:
            start, end = example.output.map or (0, 0)
            lines[start + 1 : end - 1] = message(example, Path(folder)).rstrip("\n").split("\n")
    WRITING.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    renew()
