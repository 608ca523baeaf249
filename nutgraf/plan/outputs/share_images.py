"""Share images: ``/share.png`` for the site, ``/<slug>/share.png`` for explainers."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.share_images import explainer_image, home_image
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.site import Site


def _image(site: Site, assets: Assets, slug: str) -> Iterator[Output]:
    """The picture of one explainer; of the site for ""."""
    explainer = site.announced.get(slug)
    sheet = Sheet(site, assets, explainer.address if explainer else "/")
    shared = explainer_image(explainer.title, explainer.topics, sheet) if explainer else home_image(sheet)
    if shared and shared.address.rpartition("/")[0] == sheet.address.rstrip("/"):  # else it is the site’s
        yield Output(shared.address, drawing=shared.image, origin=explainer.path if explainer else "")


SHARE_IMAGES = Maker("share image", _image, lambda site: ("", *site.announced))
