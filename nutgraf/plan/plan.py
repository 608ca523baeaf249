"""Plan: the Site → everything that is to be published."""

from nutgraf.plan.assets import make_assets
from nutgraf.plan.output import Output
from nutgraf.plan.outputs import OUTPUTS
from nutgraf.resolve.site import Site


def plan(site: Site) -> tuple[Output, ...]:
    """The outputs, by address."""
    assets = make_assets(site.assets)
    outputs = [output for kind in OUTPUTS for key in kind.keys(site) for output in kind.make(site, assets, key)]
    return tuple(sorted(outputs, key=lambda output: output.address))
