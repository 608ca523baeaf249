"""Plan: the Site → everything that is to be published, one key of one maker at a time."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from nutgraf.additions import Additions
from nutgraf.digests import digest_of
from nutgraf.plan.assets import Assets, make_assets
from nutgraf.plan.languages import has_tall_letters
from nutgraf.plan.maker import Make, Maker
from nutgraf.plan.output import Output
from nutgraf.plan.outputs import OUTPUTS
from nutgraf.plan.pictures import Pictures, pictures_of
from nutgraf.plan.theme import overrides
from nutgraf.resolve.site import Site
from nutgraf.work import Scene

Makers = Mapping[str, Maker]


def makers_of(additions: Additions) -> Makers:
    """The kinds of output by name, ours first, then those of the microsite, in the order in which they are planned."""
    return {maker.name: maker for maker in (*OUTPUTS, *additions.of(Maker))}


def keys_of(makers: Makers, site: Site) -> Iterator[str]:
    """Every key of every maker, as its name, a line feed and the key."""
    return (f"{maker.name}\n{key}" for maker in makers.values() for key in maker.keys(site))


def outputs_of(key: str, makes: Mapping[str, Make], site: Site, assets: Assets) -> Iterator[Output]:
    """The outputs of one key from keys_of. Raises KeyError if no maker has its name.

    makes: what each maker does, by its name. assets: from assets_of.
    """
    name, _, own = key.partition("\n")
    return makes[name](site, assets, own)


def assets_of(site: Site, *, hashed: bool) -> Assets:
    """What pages load: stylesheets, scripts, fonts and pictures, with their addresses.

    hashed: file names hold a digest (docs/decisions/hashed-assets.md); a preview needs plain names.
    """
    assets = make_assets(
        site.assets,
        fonts=site.settings.fonts,
        overrides=overrides(site.colours),
        hashed=hashed,
        has_tall_letters=has_tall_letters(site.settings.language),
        searches=site.settings.search,
        embeds=bool(site.settings.embeds),
    )
    return replace(assets, pictures=pictures_of(site))


def assets_scene(site: Site, *, hashed: bool) -> Scene:
    """What assets_of gives, as a scene for a runner: its parts are compared by digests, and no file is opened."""
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
