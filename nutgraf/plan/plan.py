"""Plan: the Site → everything that is to be published."""

from nutgraf.plan.assets import make_assets
from nutgraf.plan.output import Output
from nutgraf.plan.outputs import OUTPUTS
from nutgraf.resolve.site import Site


def plan(site: Site) -> tuple[Output, ...]:
    """The outputs, by address."""
    assets = make_assets(site.written.assets)
    outputs = [output for each in OUTPUTS for output in each(site, assets)]
    return tuple(sorted(outputs, key=lambda output: output.address))
