"""Plan: the Site → everything that is to be published."""

from dataclasses import replace

from nutgraf.interface import script_of
from nutgraf.plan.assets import make_assets
from nutgraf.plan.output import Output
from nutgraf.plan.outputs import OUTPUTS
from nutgraf.plan.pictures import pictures_of
from nutgraf.plan.theme import overrides
from nutgraf.resolve.site import Site

_LOW = {"", "latn", "cyrl", "grek", "armn", "geor", "hebr"}  # scripts that the usual leading and tracking are made for


def plan(site: Site) -> tuple[Output, ...]:
    """The outputs, by address."""
    has_tall_letters = script_of(site.settings.language) not in _LOW
    assets = make_assets(
        site.assets,
        fonts=site.settings.fonts,
        overrides=overrides(site.colours),
        has_tall_letters=has_tall_letters,
    )
    assets = replace(assets, pictures=pictures_of(site))
    outputs = [output for kind in OUTPUTS for key in kind.keys(site) for output in kind.make(site, assets, key)]
    return tuple(sorted(outputs, key=lambda output: output.address))
