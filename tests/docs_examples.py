"""The examples of docs/writing.md, each built as a site of its own: what the program says about it."""

import datetime
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from nutgraf.build import Options
from nutgraf.outfit.lag import lagging, problems_of
from nutgraf.outfit.record import sum_at, write_record
from nutgraf.outfit.shipped import shipped
from nutgraf.pipeline import build
from nutgraf.report.text import as_text
from tests.cases.problems.case import archive_of
from tests.docs_pages import WRITING, Block, Example, inputs_and_examples
from tests.sites.project import PROJECT
from tests.systems import needs_unix

SEED = "000_4ee13673fc419608.txt"  # the sample’s own, without its folder
# What an example leaves out, by folder; the page says so under “The rules”.
OPENINGS = {
    "explainers": "title: {title}\nstandfirst: Why it matters.\ndate: 2026-01-22\n",
    "glossary": "title: {title}\nkind: initiative\ndefinition: What it is.\n",
    "pages": "title: {title}\n",
    "sources": f"seed: {SEED}\n",
}
SITE = 'title = "The Delhi File"\nbase_url = "https://news.example.org/"\nlanguage = "en"\n'
TODAY = datetime.date(2026, 2, 20)  # of the examples whose message depends on the day

SOUND, EXAMPLES = inputs_and_examples()


def lay_out(site: Path, inputs: tuple[Block, ...]) -> None:
    """The inputs as a whole site, with the sample’s seed around them. Templates and styles are blank, which is fast."""
    names = (path.relative_to(PROJECT).as_posix() for path in (PROJECT / "templates").rglob("*.*"))
    sheets = (path.relative_to(PROJECT).as_posix() for path in (PROJECT / "assets" / "css").glob("*.css"))
    files = {
        **dict.fromkeys(names, ""),
        **dict.fromkeys(sheets, "\n"),
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
    needs_unix("symbolic links for everybody")
    _explainer(site, b"")
    (site / "content/explainers/tariffs.md").unlink()
    (site / "content/explainers/tariffs.md").symlink_to("../../seeds")


def _pipe(site: Path) -> None:
    _symlink(site)
    (site / "content/explainers/tariffs.md").unlink()
    os.mkfifo(site / "content/explainers/tariffs.md")


def _long_definition(site: Path) -> None:
    path = site / "content/glossary/tariff.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"---\ntitle: Tariff\nkind: term\ndefinition: {'A tax on imports. ' * 16}\n---\n", "utf-8")


def _outdated(site: Path) -> None:
    """As if the templates had come with an older engine, with another base.html."""
    came = {name: sum_at(path) for name, path in shipped().items()}
    write_record(site, {**came, "templates/base.html": sum_at(site / "templates/base.html")})


FRONT = b"---\ntitle: Tariffs\nstandfirst: Why they matter.\ndate: 2026-01-22\n---\n"
# Examples that no text on a page can show.
STAGES: dict[str, Callable[[Path], object]] = {
    "bad-encoding": lambda site: _explainer(site, FRONT + "Zölle".encode("latin-1")),
    "byte-order-mark": lambda site: _explainer(site, b"\xef\xbb\xbf" + FRONT),
    "empty-file": lambda site: _explainer(site, b"\n"),
    "long-definition": _long_definition,
    "outdated-file": _outdated,
    "symlink": _symlink,
    "undrawn-headline": lambda site: shutil.copytree(PROJECT / "assets/share", site / "assets/share"),
    "too-large": lambda site: _explainer(site, FRONT + b"Tariffs again. " * 14_000),
    "unreadable-file": _pipe,
    "too-deep": lambda site: _explainer(site, FRONT + b">" * 120 + b" deep"),
}

# What was published before, where an example compares with it.
ARCHIVES = {
    "silent-change": ("tariffs.md", FRONT[:-4] + b"key_facts: [{label: Tariff on Indian exports, value: 25%}]\n---\n"),
    "uncompared": ("tariffs.md", FRONT[:-4]),
    "unpublished": ("trade-talks.md", FRONT),
}


def message(example: Example, site: Path) -> str:
    """What the program says about the example, as far as the rule goes."""
    lay_out(site, example.inputs)
    if example.rule in STAGES:
        STAGES[example.rule](site)
    name, then = ARCHIVES.get(example.rule, ("", b""))
    since = archive_of({f"content/explainers/{name}": then}) if name else None
    with patch("nutgraf.checks.search.find_spec", lambda _: None):  # Pagefind is installed for the tests
        done = build(Options(site, site / "build", publishes=False, today=TODAY, since=since))
    problems = (*done.problems, *problems_of(lagging(site)))
    return as_text([problem for problem in problems if problem.rule == example.rule], done.files) + "\n"


def renew() -> None:
    """Writes today’s messages into the page."""
    lines = WRITING.read_text("utf-8").split("\n")
    for example in reversed(EXAMPLES):
        with TemporaryDirectory() as folder:
            start, end = example.output.map or (0, 0)
            lines[start + 1 : end - 1] = message(example, Path(folder)).rstrip("\n").split("\n")
    WRITING.write_text("\n".join(lines), "utf-8")
