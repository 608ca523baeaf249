"""Labelled claims: a page that says something, its evidence, and what is to be said of it (tests/cases/claims)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nutgraf.problems import Problem
from tests.resolve.desk import problems_of

CASES = Path(__file__).parents[1] / "cases" / "claims"
RULES = frozenset({"outside-evidence", "unsupported-figure", "unsupported-date", "unsupported-name"})
_NEUTRAL = {"en": "Report", "hi": "समाचार"}  # a headline that says nothing


@dataclass(frozen=True)
class Case:
    """One claim with its label."""

    file: str
    fields: dict[str, str]

    @property
    def name(self) -> str:
        return f"{self.file}/{self.fields['case']}"

    @property
    def is_fault(self) -> bool:
        return self.fields["expect"] not in {"supported", "silent"}


def cases() -> Iterator[Case]:
    """All labelled claims but sums."""
    for path in sorted(CASES.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n----\n"):
            lines = [line for line in block.strip().splitlines() if not line.startswith("#")]
            yield Case(path.stem, dict(line.split(": ", 1) for line in lines))


def reported(case: Case) -> list[tuple[str, str]]:
    """What the checks of claims say of the page: rule, and the words meant."""
    return [(found.rule, words) for found in problems_of(site_files(case)) if (words := _words(found))]


def _words(found: Problem) -> str:
    named = re.match(r"“(.*?)”", found.message)
    return named[1] if found.rule in RULES and named else ""


def is_caught(case: Case, said: list[tuple[str, str]]) -> bool:
    """Whether the words at fault, and no others, are reported."""
    what = case.fields["what"]
    return any(what in words or words in what for _, words in said)


def site_files(case: Case) -> dict[str, str]:
    """The site that makes the claim."""
    told = case.fields
    published, tongue = told["published"], told["source-language"]
    files = {
        "site.toml": f'title = "The File"\nbase_url = "https://news.example/file/"\nlanguage = "{told["language"]}"\n',
        "seeds/art.md": _seed(tongue, (told["paragraph"], told.get("elsewhere", ""))),
        "content/sources/art.md": f"---\nseed: art.md\npublished: {published}\nlanguage: {tongue}\n---\n",
    }
    if "other" in told:
        files["seeds/second.md"] = _seed(tongue, (told["other"],))
        files["content/sources/second.md"] = f"---\nseed: second.md\npublished: {published}\nlanguage: {tongue}\n---\n"
    for number, entry in enumerate(told.get("names", "").split(" ; ") if "names" in told else ()):
        files[f"content/glossary/entry-{number}.md"] = _entry(*(part.strip() for part in entry.split("|")))
    files |= _page(told)
    return files


def _seed(tongue: str, paragraphs: tuple[str, ...]) -> str:
    return f"# {_NEUTRAL[tongue]}\n\n" + "".join(f"{each}\n\n" for each in paragraphs if each)


def _entry(title: str, *aliases: str) -> str:
    is_body = re.search(
        r"(?i)council|court|bank|ministry|agency|party|union|office|commission|committee|board|बोर्ड|न्यायालय|आयोग|समिति|परिषद|बैंक",
        title,
    )
    kind = "organisation" if is_body else "person"
    named = f"aliases: {list(aliases)}\n" if aliases else ""
    return f"---\ntitle: {title}\nkind: {kind}\ndefinition: Known here.\n{named}---\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _page(told: dict[str, str]) -> dict[str, str]:
    claim, place, quote = told["claim"], told["place"], told.get("quote")
    front, body = "", ""
    sourced = f"source: art p1\n    quote: {_quoted(quote)}\n" if quote else "source: art p1\n"
    cited = f"“{quote}” [@art p1]" if quote else "[@art p1]"
    line = f"{claim.removesuffix('.').removesuffix('।')} {cited}.\n"
    match place:
        case "fact-value" | "fact-label":
            label, value = ("Known", claim) if place == "fact-value" else (claim, "Known")
            front = f"key_facts:\n  - label: {_quoted(label)}\n    value: {_quoted(value)}\n    {sourced}"
        case "event-title" | "event-text" | "event-date":
            date = claim if place == "event-date" else f"{told['published'][:4]}~"
            title = claim if place == "event-title" else "Known"
            text = f"    text: {_quoted(claim)}\n" if place == "event-text" else ""
            front = f"timeline:\n  - date: {date}\n    title: {_quoted(title)}\n{text}    {sourced}"
        case "list":
            body = f"- Known\n- {line}"
        case "row":
            name, _, value = claim.rpartition(" | ")
            body = f"| Known | Value |\n|---|---|\n| {name or 'Known'} {cited} | {value} |\n"
        case "note":
            body = f"Known here.[^1]\n\n[^1]: {line}"
        case "standfirst":
            front, body = f"standfirst: {_quoted(claim)}\n", f"Known {cited}.\n"
        case "definition":
            more = f"source: art p1\nquote: {_quoted(quote)}\n" if quote else "source: art p1\n"
            entry = f"---\ntitle: Known thing\nkind: term\ndefinition: {_quoted(claim)}\n{more}---\n"
            return {"content/glossary/known-thing.md": entry}
        case _:
            body = line
    if "standfirst:" not in front:
        front = f"standfirst: Known.\n{front}"
    return {"content/explainers/page.md": f"---\ntitle: Page\ndate: {told['published']}\n{front}---\n\n{body}"}
