"""The pictures that stand for the site: its logo and its icon."""

from collections.abc import Iterable, Iterator, Mapping

from nutgraf.images import FlawedImageError, Header, read_header
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.theme import PICTURES
from nutgraf.read import File

EMBLEMS = ("logo", "logo_dark", "icon")  # settings that name one


def emblems_of(settings: Settings, assets: Iterable[File]) -> Mapping[str, Header]:
    """The header of each emblem by the name that site.toml gives; those that cannot be read are left out."""
    files = {file.path.removeprefix(PICTURES): file for file in assets if file.path.startswith(PICTURES)}
    return dict(_readable(named_emblems(settings).values(), files))


def named_emblems(settings: Settings) -> dict[str, str]:
    """The file of each setting that names an emblem."""
    return {setting: name for setting in EMBLEMS if (name := getattr(settings, setting))}


def _readable(names: Iterable[str], files: Mapping[str, File]) -> Iterator[tuple[str, Header]]:
    for name in names:
        if name in files:
            try:
                yield name, read_header(files[name].name, files[name].read())
            except FlawedImageError:
                continue  # the check says so
