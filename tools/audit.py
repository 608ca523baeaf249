"""Lighthouse on four pages of build/, as a phone sees them: python -m tools.audit, after make build.

The site is served from this machine as GitHub Pages serves it, gzipped. --write puts the figures into docs/audit.md.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from tests.sites.server import served
from tools.chromium import find_chromium

PROJECT = Path(__file__).resolve().parents[1]
LIGHTHOUSE = PROJECT / "tools" / "lighthouse" / "node_modules"
PAGE = PROJECT / "docs" / "audit.md"
PAGES = {"Home": "", "Explainer": "trade-talks/", "Source": "sources/gor-meeting/", "Glossary": "glossary/"}
QUALITIES = {"accessibility": "Accessibility", "best-practices": "Best practices", "seo": "SEO"}
RUNS = 5
FAST_ENOUGH = 99
_FIGURES = {
    "first-contentful-paint": "First text",
    "largest-contentful-paint": "Largest part",
    "total-blocking-time": "Blocked",
    "cumulative-layout-shift": "Shift",
}
_FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
_TABLE = re.compile(r"(<!-- figures -->\n).*(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True)
class Audit:
    """What Lighthouse said of one page, in one run."""

    scores: dict[str, int]  # of each category, 0 to 100
    figures: dict[str, str]  # of the performance audits, as Lighthouse words them
    missed: tuple[str, ...]  # the titles of what is not perfect outside of performance
    made_with: str  # the versions of Lighthouse and of the browser


def main() -> int:
    """Prints the table; 1 when a page misses what is asked of it."""
    parser = argparse.ArgumentParser(prog="python -m tools.audit", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the figures into docs/audit.md")
    writes = parser.parse_args().write
    if not (PROJECT / "build" / "index.html").exists() or not LIGHTHOUSE.exists():
        sys.exit("There is no site or no Lighthouse yet. Run: make audit")
    if not find_chromium():
        sys.exit("There is no Chromium. Run: make browser")
    audits = dict(audit_pages())
    print(table(audits))
    if writes:
        PAGE.write_text(_TABLE.sub(lambda found: f"{found[1]}{table(audits)}\n{found[2]}", PAGE.read_text("utf-8")))
    missed = list(shortfalls(audits))
    print(*missed, sep="\n")
    return 1 if missed else 0


def audit_pages() -> Iterator[tuple[str, tuple[Audit, ...]]]:
    """The runs of each page, by its name."""
    settings = tomllib.loads((PROJECT / "site.toml").read_text("utf-8"))
    with served(PROJECT / "build", urlsplit(settings["base_url"]).path) as url:
        for name, address in PAGES.items():
            html = (PROJECT / "build" / address / "index.html").read_text("utf-8")
            # A source that stands nowhere else is kept out of search engines on purpose.
            skipped = ["--skip-audits=is-crawlable"] if '<meta name="robots" content="noindex">' in html else []
            yield name, tuple(audit(url + address, *skipped) for _ in range(RUNS))


def audit(url: str, *options: str) -> Audit:
    """One run of Lighthouse with its phone profile: a slow phone on a slow network, as it simulates them."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        told = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={_FLAGS}"]
        only = f"--only-categories=performance,{','.join(QUALITIES)}"
        program = [str(LIGHTHOUSE / "node" / "bin" / "node"), str(LIGHTHOUSE / "lighthouse" / "cli" / "index.js")]
        subprocess.run(
            [*program, url, *told, only, *options], check=True, env={**os.environ, "CHROME_PATH": str(find_chromium())}
        )
        return read_report(json.loads(report.read_text("utf-8")))


def read_report(report: dict[str, Any]) -> Audit:
    """What we ask of a Lighthouse report."""
    browser = re.search(r"Chrome/(\d+)", report["userAgent"])
    made_with = f"Lighthouse {report['lighthouseVersion']}, Chromium {browser[1] if browser else 'of unknown version'}"
    audits, categories = report["audits"], report["categories"]
    scores = {name: round(100 * each["score"]) for name, each in categories.items()}
    figures = {name: audits[name]["displayValue"].replace("\N{NO-BREAK SPACE}", " ") for name in _FIGURES}
    asked = {part["id"] for name in QUALITIES for part in categories[name]["auditRefs"] if part["weight"]}
    missed = sorted(audits[id_]["title"] for id_ in asked if audits[id_]["score"] == 0)
    return Audit(scores, figures, tuple(missed), made_with)


def table(audits: dict[str, tuple[Audit, ...]]) -> str:
    """The figures as a Markdown table, and what they were made with."""
    heads = ["Page", "Performance", "Its runs", *QUALITIES.values(), *_FIGURES.values()]
    lines = [heads, ["---"] * len(heads)]
    for name, runs in audits.items():
        median = _median_run(runs)
        every = sorted(run.scores["performance"] for run in runs)
        worst = [str(min(run.scores[quality] for run in runs)) for quality in QUALITIES]
        lines.append([name, str(median.scores["performance"]), " ".join(map(str, every)), *worst])
        lines[-1] += [median.figures[figure] for figure in _FIGURES]
    made_with = next(runs[0].made_with for runs in audits.values())
    return "\n".join([*(f"| {' | '.join(line)} |" for line in lines), "", f"{made_with}, {RUNS} runs of each page."])


def shortfalls(audits: dict[str, tuple[Audit, ...]]) -> Iterator[str]:
    """What is less than it should be, a sentence each."""
    for name, runs in audits.items():
        if statistics.median(run.scores["performance"] for run in runs) < FAST_ENOUGH:
            yield f"{name}: performance is below {FAST_ENOUGH} as the median of {RUNS} runs."
        for quality in QUALITIES:
            if any(run.scores[quality] < 100 for run in runs):
                yield f"{name}: {QUALITIES[quality]} is below 100: {', '.join(runs[0].missed)}."


def _median_run(runs: tuple[Audit, ...]) -> Audit:
    return sorted(runs, key=lambda run: run.scores["performance"])[len(runs) // 2]


if __name__ == "__main__":
    sys.exit(main())
