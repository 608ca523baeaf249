"""The press: plan and render, page by page. What would come out as it is on disk is not printed again.

A page is planned when something that it looked at has changed, and rendered when its view has.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateError, meta

from nutgraf.addresses import file_of
from nutgraf.digests import digest_of, joined, sum_of
from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.outputs import OUTPUTS
from nutgraf.publish import stage
from nutgraf.render import Fault, make_environment, render
from nutgraf.resolve.site import Site
from nutgraf.work import Handle, Keep, Runner, Scene

PAGES = "pages"  # the stage of plan and render

IsThere = Callable[[str, bytes], bool]  # whether a file is on disk as it was made, with this fingerprint


class Printed(NamedTuple):
    """An output, and what has become of it."""

    address: str
    fingerprint: bytes
    sum: bytes  # a digest of the contents; b"" when they were not made
    is_rendered: bool
    is_staged: bool  # it is another than the one on disk
    faults: Handle | None  # None: there are none

    @property
    def file(self) -> str:
        """Its file in the output folder."""
        return file_of(self.address)


@dataclass(frozen=True)
class Press:
    """What printing needs beside the site."""

    environment: Environment
    templates: Mapping[str, bytes]  # the digest of each template with everything that it includes
    folder: Path
    is_there: IsThere


@dataclass(frozen=True)
class Closures:
    """What pages look at of the templates."""

    closures: Mapping[str, bytes]


def print_all(scenes: tuple[Scene, Scene], press: Press, runner: Runner) -> Iterator[tuple[str, Printed]]:
    """Every output with the key of the work that makes it."""
    templates = Scene("templates", Closures(press.templates), {"closures": lambda name: press.templates.get(name, b"")})
    site: Site = scenes[0].subject
    keys = (f"{maker.name}\n{key}" for maker in OUTPUTS for key in maker.keys(site))
    work = partial(_print, press, {maker.name: maker for maker in OUTPUTS})
    done = runner.run(PAGES, keys, work, *scenes, templates, still=partial(_are_there, press))
    for key, printed in done.items():
        is_new = runner.was_done(PAGES, key)
        for each in map(Printed._make, printed):
            yield key, each if is_new else each._replace(is_rendered=False, is_staged=False)


def _print(
    press: Press, makers: Mapping[str, Maker], key: str, keep: Keep, site: Site, assets: Assets, templates: Closures
) -> tuple[tuple[Any, ...], ...]:
    """The outputs of one key, as the fields of Printed."""
    name, _, own = key.partition("\n")
    return tuple(_printed(output, press, keep, templates) for output in makers[name].make(site, assets, own))


def _printed(output: Output, press: Press, keep: Keep, templates: Closures) -> tuple[Any, ...]:
    fingerprint = _fingerprint(output, templates)
    if press.is_there(file_of(output.address), fingerprint):
        return output.address, fingerprint, b"", False, False, None
    made = render(output, press.environment)
    if isinstance(made, bytes):
        is_staged = stage(file_of(output.address), made, press.folder)
        return output.address, fingerprint, sum_of(made), True, is_staged, None
    return output.address, fingerprint, b"", True, False, keep(made)


def _fingerprint(output: Output, templates: Closures) -> bytes:
    """One digest of everything that the contents are made from."""
    if output.template is not None:
        closure = templates.closures.get(output.template, b"")
        return joined([digest_of(output.view), closure])
    return digest_of(output.drawing.key if output.drawing else output.contents)


def _are_there(press: Press, printed: tuple[tuple[Any, ...], ...]) -> bool:
    """Whether all files of a key are on disk as they were made."""
    return all(press.is_there(file_of(each[0]), each[1]) for each in printed)


def closures_of(environment: Environment, sources: Mapping[str, tuple[str, bytes]]) -> Mapping[str, bytes]:
    """The digest of each template with everything that it includes, by its name.

    ``sources`` are the texts and digests by name. A template that cannot be read, or whose includes are computed, has
    the digest of all of them.
    """
    whole = joined([digest for _, digest in sorted(sources.values(), key=lambda pair: pair[1])])
    included = {name: _included(environment, text) for name, (text, _) in sources.items()}
    found = {}
    for name in sources:
        reached, rest = set(), [name]
        while rest:
            current = rest.pop()
            if current not in reached:
                reached.add(current)
                rest += included.get(current) or ()
        is_known = all(included.get(each) is not None for each in reached)
        found[name] = joined([sources[each][1] for each in sorted(reached)]) if is_known else whole
    return found


def _included(environment: Environment, text: str) -> tuple[str, ...] | None:
    """The templates that a template names; None when it computes one or cannot be parsed."""
    try:
        named = tuple(meta.find_referenced_templates(environment.parse(text)))
    except TemplateError:  # rendering says so
        return None
    return None if None in named else tuple(name for name in named if name)


def faults_of(printed: Printed, runner: Runner) -> tuple[Fault, ...]:
    """What is wrong with the output."""
    faults: tuple[Fault, ...] = runner.open(printed.faults) if printed.faults else ()
    return faults


def set_up(site: Site, templates: Path, folder: Path, is_there: IsThere) -> Press:
    """The press of a site, with the templates of its folder."""
    environment = make_environment(templates, site.interface)
    texts = {name: path.read_bytes() for name, path in _templates(templates)}
    sources = {name: (text.decode("utf-8", "replace"), sum_of(text)) for name, text in texts.items()}
    words = bytes.fromhex(site.interface.key)  # which any template may say
    closures = {name: joined([digest, words]) for name, digest in closures_of(environment, sources).items()}
    return Press(environment, closures, folder, is_there)


def _templates(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder and below it, by their names there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path
