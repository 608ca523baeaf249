"""The project’s templates, compiled once for all the sites that a test process builds with them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from jinja2 import Environment

from nutgraf.interface import Interface
from nutgraf.work import Runner
from tests.sites.project import PROJECT
from tests.stages import environment_of, project_templates


@contextmanager
def shared_templates() -> Iterator[None]:
    """Builds in this context use the project’s own templates, whatever their sites hold: for sites that change none.

    Nor do they wait until what they wrote is old enough to be trusted by the next build.
    """
    with (
        patch("nutgraf.press.make_environment", _shared_environment),
        patch("nutgraf.press.closures_of", _closures),
        patch("nutgraf.memory.session.TICK", 0),
    ):
        yield


def _shared_environment(_: Path, interface: Interface, compiled: Path, texts: Mapping[str, bytes]) -> Environment:
    del compiled, texts
    return project_templates() if interface.language == "en" else environment_of(PROJECT / "templates", interface)


def _closures(environment: Environment, texts: Mapping[str, bytes], runner: Runner) -> Mapping[str, bytes]:
    del texts, runner
    return dict.fromkeys(environment.list_templates(), b"-")
