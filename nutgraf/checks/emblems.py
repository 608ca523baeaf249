"""The logo and the icon that site.toml names. Whether their files are sound is a matter of all images."""

from collections.abc import Iterator

from nutgraf.kinds.theme import PICTURES
from nutgraf.problems import Problem, did_you_mean
from nutgraf.resolve.emblems import named_emblems
from nutgraf.resolve.site import Site
from nutgraf.rules import problem


def check_emblems(site: Site) -> Iterator[Problem]:
    """A problem for each emblem that is not in assets/images/, and for a dark logo without a light one."""
    named = named_emblems(site.settings)
    paths = {file.path.removeprefix(PICTURES) for file in site.assets if file.path.startswith(PICTURES)}
    for setting, name in named.items():
        if name not in paths:
            hints = did_you_mean(name, paths) or (f"put it into {PICTURES}",)
            place = site.settings.place(setting)
            yield problem("broken-image", place, f"there is no file “{PICTURES}{name}”", *hints)
    if "logo_dark" in named and "logo" not in named:
        place = site.settings.place("logo_dark")
        yield problem(
            "bad-value", place, "“logo_dark” is set, and “logo” is not", "name the one for light paper as “logo”"
        )
