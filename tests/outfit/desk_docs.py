"""What a page for desks may name: files, folders, links and commands that a microsite has, or that its desk makes."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.docs_pages import anchors
from tests.sites.project import PROJECT

_FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)(?: \"[^\"]*\")?\)")
_NAME = r"(?:[\w.*-]|<[\w ]+>)+"
_PATH = re.compile(
    rf"(?<![\w/:.@<-])(?:{_NAME}/)+(?:{_NAME})?(?![/\w])"
    r"|(?<![\w/.:-])[\w-]+\.(?:py|md|toml|ya?ml|css|js|html|txt|json|xml|po|pot|ttf|woff2|svg|png|sums|cfg|ini)\b"
)
_OURS = re.compile(r"(?<![\w/:.@-])(?:nutgraf|tests|tools|bench|docs|\.ci)/[\w./-]*\w|Makefile")
# What is not in a new microsite, and comes to be there: the desk writes it, a build makes it, or pip and venv do.
_MADE = re.compile(
    r"\.cache/|(\.\./)*(content|seeds|build|wheels|\.cache|\.venv|trade-talks)/.*"
    r"|locale/(<language>|\w+)\.po"
    r"|(\.\./)*(assets/)?(images|fonts)/[\w.-]+|assets/css/(zz-ours|paper)\.css"
    r"|(\.\./)*(glossary|sources|explainers|pages)/[\w.-]+\.md|[\w-]+\.(md|txt|svg)"
    r"|(index|404|NAME)\.html|page\.png"
    r"|ours/(\w+\.py)?|__init__\.py|(components/pull-figure|pages/contacts)\.html|assets/css/components/<name>\.css"
    r"|assets/css/components/own\.css|desktop\.ini|\.github/workflows/publish-later\.yml|actions/checkout"
    r"|origin/[\w-]+|[A-Z][a-z]+/[A-Z][a-z]+|[\d/.-]+"  # a branch, a time zone, a range of days
)
_PROGRAMS = {"python", "python3", "nutgraf", "pip", "git", "aws", "firefox-esr", "."}
_MODULES = {"pip", "venv"}


@cache
def of_developers() -> frozenset[str]:
    """The files and folders of this repository as they may be named: from its top, or by name alone."""
    found: set[str] = set()
    for part in ("nutgraf", "tools", "docs", "tests", "bench", ".ci", ".github"):
        for path in [PROJECT / part, *(PROJECT / part).rglob("*")]:
            if not {"__pycache__", "node_modules", "starters"} & set(path.parts):
                name = path.relative_to(PROJECT).as_posix()
                found |= {name} | ({path.name} if part in {"nutgraf", "tools", "docs"} and path.suffix else set())
    top = {path.name for path in PROJECT.glob("*.*") if not path.name.startswith(".")}
    return frozenset((found | top | {"Makefile"}) - {"__init__.py"})


def faults(text: str, page: Path, site: Path) -> Iterator[str]:
    """What the page names that a desk does not have."""
    yield from _lost_links(text, page, site)
    fences = _FENCE.findall(text)
    code = [*(fence for _, fence in fences), *_SPAN.findall(_FENCE.sub("", text))]
    for named in dict.fromkeys(found for part in code for found in _PATH.findall(part)):
        if not _is_there(named, page, site) and not _is_made(named):
            yield named
    yield from foreign(text, site)
    yield from (f"make {target}" for part in code for target in re.findall(r"(?:^|\n)make ([a-z]+)", part))
    for module in re.findall(r"python3? -m ([\w.]+)", text):
        if module not in _MODULES:
            yield f"python -m {module}"
    for line in "".join(fence for language, fence in fences if not language).splitlines():
        program = line.split(" ")[0]
        if program and program not in _PROGRAMS and not line.startswith(("#", " ")):
            yield line


def foreign(text: str, site: Path) -> Iterator[str]:
    """Paths of this repository, anywhere in a text, that are not in the microsite."""
    for named in dict.fromkeys(_OURS.findall(text)):
        if named.rstrip("/") in of_developers() and not (site / named).exists():
            yield named


def _lost_links(text: str, page: Path, site: Path) -> Iterator[str]:
    for target in _LINK.findall(_SPAN.sub("", _FENCE.sub("", text))):
        name, _, anchor = target.partition("#")
        linked = (page.parent / name).resolve() if name else page
        if ":" in target:
            continue
        if not linked.exists() or site.resolve() not in linked.parents or (anchor and anchor not in anchors(linked)):
            yield target


def _is_there(named: str, page: Path, site: Path) -> bool:
    if "*" in named:
        return any(site.rglob(named.split("/")[-1]))
    if (page.parent / named).exists() or (site / named).exists():
        return True
    return any(path.as_posix().endswith(f"/{named.rstrip('/')}") for path in _all_of(site))


@cache
def _all_of(site: Path) -> tuple[Path, ...]:
    return tuple(site.rglob("*"))


def _is_made(named: str) -> bool:
    return bool(_MADE.fullmatch(named)) and named.rstrip("/") not in of_developers()
