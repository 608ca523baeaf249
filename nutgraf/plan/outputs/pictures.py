"""Pictures: the sizes and formats that pages load, and the files that keep their names."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.pictures import Clean, Variant
from nutgraf.resolve.site import Site


def _files(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """Every picture that is published, each file once."""
    del site
    found: dict[str, Variant | Clean] = {clean.address: clean for clean in assets.pictures.plain}
    for picture in assets.pictures.shown.values():
        found.update((each.address, each) for each in (*picture.files, *picture.webp))
    for address, drawing in found.items():
        yield Output(address, drawing=drawing)


PICTURES = Maker("pictures", _files)
