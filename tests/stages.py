"""The stages that pipeline.build() calls, for tests that need no disk: nothing is remembered between builds."""

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment

from nutgraf.checks import check
from nutgraf.environment import make_environment
from nutgraf.interface import Interface
from nutgraf.kinds.documents import Documents
from nutgraf.plan.output import Output
from nutgraf.plan.plan import assets_scene, keys_of, makers_of, outputs_of
from nutgraf.press import Press, faults_of, print_all
from nutgraf.problems import Problem
from nutgraf.render import told
from nutgraf.resolve import resolve as resolving
from nutgraf.resolve.scene import site_scene
from nutgraf.resolve.site import Site
from nutgraf.work import PLAIN
from tests.sites.project import PROJECT

_COMPILED = TemporaryDirectory()  # of all tests of this process
ENGLISH = Interface("en")


def environment_of(templates: Path, interface: Interface = ENGLISH) -> Environment:
    """The templates of a folder."""
    return make_environment(templates, interface, Path(_COMPILED.name))


@cache
def project_templates() -> Environment:
    """The project’s own templates, read once."""
    return environment_of(PROJECT / "templates")


def resolve(documents: Documents, *, with_drafts: bool = False) -> Site:
    """The site that the documents make."""
    assert documents.settings is not None
    return resolving.resolve(documents, documents.settings, PLAIN, with_drafts=with_drafts)


def checked(
    site: Site, *, with_infos: bool = True, is_strict: bool = False, today: datetime.date | None = None
) -> tuple[Problem, ...]:
    """What the checks find."""
    return check(site, PLAIN, site_scene(site), with_infos=with_infos, is_strict=is_strict, today=today)


def planned(site: Site) -> tuple[Output, ...]:
    """What is to be published, by address."""
    makers, assets = makers_of(site.additions), assets_scene(site, hashed=True).subject
    makes = {name: maker.make for name, maker in makers.items()}
    found = [output for key in keys_of(makers, site) for output in outputs_of(key, makes, site, assets)]
    return tuple(sorted(found, key=lambda output: output.address))


def pressed(
    site: Site, environment: Environment, is_wanted: Callable[[str], bool] = bool
) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """The wanted files as they would be published, and what is wrong with the templates; others are not rendered."""
    made: dict[str, bytes] = {}

    def stage(file: str, contents: bytes) -> bool:
        made[file] = contents
        return True

    press = Press(environment, {}, lambda file, _: not is_wanted(file), stage)
    scenes = (site_scene(site), assets_scene(site, hashed=True))
    printed = [each for _, each in print_all(scenes, press, PLAIN)]
    return made, told(fault for each in printed for fault in faults_of(each, PLAIN))
