"""Assets, published as they are, but for pictures."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.resolve.headers import is_picture
from nutgraf.resolve.site import Site


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The stylesheet, script, fonts, and whatever else is no picture."""
    del site
    for asset in assets.published:
        if not is_picture(asset.address.lstrip("/")):
            yield Output(asset.address, drawing=asset)


STATIC = Maker("static", _page)
