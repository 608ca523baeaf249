"""Plan: the Site → everything that is to be published."""

from msgspec.structs import replace

from nutgraf.digests import digest_of
from nutgraf.plan.assets import Assets, make_assets
from nutgraf.plan.languages import has_tall_letters
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.outputs import OUTPUTS
from nutgraf.plan.pictures import Pictures, pictures_of
from nutgraf.plan.theme import overrides
from nutgraf.resolve.site import Site
from nutgraf.work import Scene


def plan(site: Site) -> tuple[Output, ...]:
    """The outputs, by address."""
    assets = assets_of(site)
    makers = (*OUTPUTS, *site.additions.of(Maker))
    outputs = [output for kind in makers for key in kind.keys(site) for output in kind.make(site, assets, key)]
    return tuple(sorted(outputs, key=lambda output: output.address))


def assets_of(site: Site, *, hashed: bool = True) -> Assets:
    """What pages load."""
    assets = make_assets(
        site.assets,
        fonts=site.settings.fonts,
        overrides=overrides(site.colours),
        hashed=hashed,
        has_tall_letters=has_tall_letters(site.settings.language),
        searches=site.settings.search,
    )
    return replace(assets, pictures=pictures_of(site))


def assets_scene(site: Site, *, hashed: bool) -> Scene:
    """What pages load, as a scene: files are known by their digests."""
    assets = assets_of(site, hashed=hashed)
    digests = {
        "published": lambda _: digest_of(tuple((each.address, each.key) for each in assets.published)),
        "pictures": lambda _: _pictures(assets.pictures),
        "share": lambda _: digest_of(tuple(sorted((file.path, file.digest) for file in site.assets))),
    }
    return Scene("assets", assets, digests)


def _pictures(pictures: Pictures) -> bytes:
    shown = sorted(pictures.shown.items())
    return digest_of(
        (
            tuple(
                (
                    address,
                    picture.width,
                    picture.height,
                    tuple(each.address for each in (*picture.files, *picture.webp)),
                )
                for address, picture in shown
            ),
            tuple(sorted((each.address, each.key) for each in pictures.plain.values())),
        )
    )
