"""Assets, published as they are."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.resolve.site import Site


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The stylesheet, script, fonts and images."""
    del site
    for asset in assets.published:
        yield Output(asset.address, contents=asset.contents)


STATIC = Maker("static", _page)
