"""Pictures: the sizes and formats that pages load, and the files that keep their names."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.resolve.headers import is_picture
from nutgraf.resolve.site import Site


def _files(site: Site, assets: Assets, path: str) -> Iterator[Output]:
    """Everything that is published of one picture."""
    del site
    pictures, own = assets.pictures, f"/{path}"
    picture = pictures.shown.get(own)
    for drawing in (*picture.files, *picture.webp) if picture else ():
        yield Output(drawing.address, drawing=drawing)
    if own in pictures.plain:
        yield Output(own, drawing=pictures.plain[own])


PICTURES = Maker("picture", _files, lambda site: [file.path for file in site.assets if is_picture(file.path)])
