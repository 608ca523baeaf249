"""What all tests share: their rings, the built sample site, and pytest --renew, which writes golden files anew."""

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.missing import summary
from tests.sites.project import PROJECT, copy_site, dress
from tests.sites.published import Published, publish_site

# The ring of a test by its folder; everything else is core. make quick runs core, make test core and browser.
RINGS = {
    "browser": "browser",
    **dict.fromkeys(("bench", "endurance", "fuzz", "kills", "long", "oracle", "wheel"), "slow"),
}
TESTS = Path(__file__).parent


MEMORY = Path("/dev/shm")  # a disk of Linux that is memory
ROOM = 4 * 2**30  # bytes that the sites of all tests take at most, with a wide margin


def pytest_configure() -> None:
    """Has the tests work in memory where there is room: they wait for the disk half of their time, site after site."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(RINGS.get(item.path.relative_to(TESTS).parts[0], "core"))


def pytest_collection_finish() -> None:
    """Spares the garbage collector what all tests share: a twelfth of the time went into looking through it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Says last, under pytest’s own line, what did not run because a tool is missing."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter and (line := summary(report.longrepr[2] for report in reporter.stats.get("skipped", ()))):
        reporter.write_line(line, yellow=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="Write golden files anew instead of comparing with them.")


@pytest.fixture(scope="session")
def renews(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew"))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The microsite of this repository, built once per test process."""
    return publish_site(PROJECT, tmp_path_factory.mktemp("sample") / "build")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The small site of tests/sites, built once per test process."""
    return published("small", tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site of tests/sites that shows every state of every component."""
    return published("states", tmp_path_factory.mktemp("states"))


@pytest.fixture(scope="session")
def first_day(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A site of tests/sites with one explainer and next to nothing else."""
    return published("first-day", tmp_path_factory.mktemp("first-day"))


@pytest.fixture(scope="session")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The small site in other colours, with a logo, an icon and a foot of its own."""
    folder = tmp_path_factory.mktemp("themed")
    return publish_site(dress(copy_site("small", folder / "project")), folder / "build")


@pytest.fixture(scope="session")
def hindi(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A site of tests/sites in Hindi."""
    return published("hindi", tmp_path_factory.mktemp("hindi"))


def published(name: str, folder: Path) -> Published:
    return publish_site(copy_site(name, folder / "project"), folder / "build")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that a test may break."""
    return copy_site("small", tmp_path / "project")


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the copied project."""

    def replace(name: str, old: str, new: str) -> None:
        text = (project / name).read_text("utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        (project / name).write_text(text.replace(old, new, 1), "utf-8")

    return replace
