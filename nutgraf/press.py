"""The press: plan and render, page by page. What would come out as it is on disk is not printed again.

A page is planned when something that it looked at has changed, and rendered when its view has.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment
from msgspec import Struct

from nutgraf.addresses import address_of, file_of
from nutgraf.build import Options
from nutgraf.closures import closures_of, texts_in
from nutgraf.digests import digest_of, joined, sum_of
from nutgraf.environment import make_environment
from nutgraf.fingerprint import fingerprint_of
from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Make
from nutgraf.plan.output import Output
from nutgraf.plan.plan import keys_of, makers_of, outputs_of
from nutgraf.publish import stage
from nutgraf.render import Fault, render
from nutgraf.resolve.site import Site
from nutgraf.work import Handle, Keep, Runner, Scene

PAGES = "pages"  # the stage of plan and render

IsThere = Callable[[str, bytes], bool]  # whether a file is on disk as it was made, with this fingerprint
Stage = Callable[[str, bytes], bool]  # takes a file and its contents; whether they are other than those on disk


class Printed(NamedTuple):
    """An output, and what has become of it."""

    file: str  # in the output folder
    fingerprint: bytes
    sum: bytes  # a digest of the contents; b"" when they were not made
    is_rendered: bool
    is_staged: bool  # it is another than the one on disk
    faults: Handle | None  # None: there are none

    @property
    def address(self) -> str:
        """The address that its file answers, from the root of the site: /tariffs/."""
        return address_of(self.file)


class Press(Struct, frozen=True):
    """What printing needs beside the site."""

    environment: Environment
    templates: Mapping[str, bytes]  # the digest of each template with everything that it includes
    is_there: IsThere
    stage: Stage


class Closures(Struct, frozen=True):
    """What pages look at of the templates."""

    closures: Mapping[str, bytes]


def print_all(scenes: tuple[Scene, Scene], press: Press, runner: Runner) -> Iterator[tuple[str, Printed]]:
    """Every output with the key of the work that makes it, in the order of the makers.

    New files are staged on the way.
    scenes: the Site, and what pages load (assets_scene). Faults are in the outputs, see faults_of. Raises OutputError
    if the disk refuses.
    """
    templates = Scene("templates", Closures(press.templates), {"closures": lambda name: press.templates.get(name, b"")})
    site: Site = scenes[0].subject
    makers = makers_of(site.additions)
    work = partial(_print, press, {maker.name: maker.make for maker in makers.values()})
    done = runner.run(PAGES, keys_of(makers, site), work, *scenes, templates, still=partial(_are_there, press))
    for key, printed in done.items():
        is_new = runner.was_done(PAGES, key)
        for each in printed:
            yield key, Printed._make(each if is_new else (*each[:3], False, False, each[5]))


def _print(
    press: Press, makes: Mapping[str, Make], key: str, keep: Keep, site: Site, assets: Assets, templates: Closures
) -> tuple[tuple[Any, ...], ...]:
    """The outputs of one key, as the fields of Printed."""
    return tuple(_printed(output, press, keep, templates) for output in outputs_of(key, makes, site, assets))


def _printed(output: Output, press: Press, keep: Keep, templates: Closures) -> tuple[Any, ...]:
    file, fingerprint = file_of(output.address), fingerprint_of(output, templates.closures)
    if press.is_there(file, fingerprint):
        return file, fingerprint, b"", False, False, None
    made = render(output, press.environment)
    if isinstance(made, bytes):
        return file, fingerprint, sum_of(made), True, press.stage(file, made), None
    return file, fingerprint, b"", True, False, keep(made)


def _are_there(press: Press, printed: tuple[tuple[Any, ...], ...]) -> bool:
    """Whether all files of a key are on disk as they were made."""
    return all(press.is_there(file, fingerprint) for file, fingerprint, *_ in printed)


def _put_nowhere(file: str, contents: bytes) -> bool:
    """False: it was only to be seen whether the file can be made."""
    del file, contents
    return False


def faults_of(printed: Printed, runner: Runner) -> tuple[Fault, ...]:
    """The faults of the output; () if it was made. runner: the one that print_all was given."""
    faults: tuple[Fault, ...] = runner.open(printed.faults) if printed.faults else ()
    return faults


def set_up(
    site: Site,
    options: Options,
    is_there: IsThere,
    runner: Runner,
    compiled: Path,
    environments: dict[bytes, Environment],
) -> Press:
    """What print_all needs: the templates of the project, compiled and with their digests, and where files are staged.

    is_there: whether a file is on disk as it was made, by name and fingerprint. compiled: the folder for compiled
    templates. environments: those of the last build by the digest of their templates; afterwards, only that of this
    one.
    """
    templates = options.project / "templates"
    texts = texts_in(templates)
    environment = make_environment(templates, site.interface, compiled, texts)
    closures = closures_of(environment, texts, runner)
    words = bytes.fromhex(site.interface.key)  # which any template may say
    digests = {name: joined([digest, words]) for name, digest in closures.items()}
    key = digest_of(tuple(sorted(digests.items())))
    environment = environments.get(key, environment)
    environments.clear()
    environments[key] = environment
    put = partial(stage, folder=options.output) if options.publishes else _put_nowhere
    return Press(environment, digests, is_there, put)
