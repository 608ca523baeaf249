"""The site’s looks, as its stylesheet and its pictures need them."""

from collections.abc import Iterable, Mapping

from msgspec.structs import asdict

from nutgraf.kinds.theme import PICTURES
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.palette import Palette, Schemes
from nutgraf.resolve.site import Site
from nutgraf.views.frame import Emblem, Logo, Theme


def light_palette(site: Site) -> Palette:
    """The colours by day: what share images and other drawings are made with."""
    return site.colours.light.palette


def overrides(schemes: Schemes) -> str:
    """The rules that lay the colours of site.toml over tokens.css; "" when there are none.

    They stand in its layer, so that print and the wish for more contrast still win. What is changed by day is said
    for the dark scheme too: these rules come later than those of tokens.css.
    """
    light, dark = schemes.light, schemes.dark
    by_day = _block(light.palette, light.changed)
    by_night = _block(dark.palette, {**light.changed, **dark.changed})
    rules = by_day + (f"@media (prefers-color-scheme:dark){{{by_night}}}" if by_night else "")
    return f"@layer tokens{{{rules}}}" if rules else ""


def _block(palette: Palette, roles: Iterable[str]) -> str:
    colours: Mapping[str, str] = asdict(palette)
    told = {*roles}
    tokens = [f"--{role.replace('_', '-')}:{colour}" for role, colour in colours.items() if role in told]
    return f":root{{{';'.join(tokens)}}}" if tokens else ""


def logo_of(sheet: Sheet) -> Logo | None:
    """The logo as a page shows it."""
    settings = sheet.site.settings
    light, dark = (_emblem(sheet, name) for name in (settings.logo, settings.logo_dark))
    return Logo(light, dark) if light else None


def address_of(sheet: Sheet, name: str | None) -> str | None:
    """Where a picture of site.toml is published; None where there is none that can be shown."""
    return f"/{PICTURES}{name}" if name and sheet.site.emblems.get(name) else None


def _emblem(sheet: Sheet, name: str | None) -> Emblem | None:
    """The picture; None where there is none that can be shown, which is a problem already."""
    emblem = sheet.site.emblems.get(name) if name else None
    return Emblem(sheet.href(f"/{PICTURES}{name}"), emblem.width, emblem.height) if emblem else None


def theme_of(sheet: Sheet) -> Theme:
    """What browsers take from the site’s colours."""
    light, dark = sheet.site.colours.light.palette, sheet.site.colours.dark.palette
    icon = sheet.site.settings.icon
    return Theme(light.paper, dark.paper, light.accent, light.mark, sheet.href(f"/{PICTURES}{icon}") if icon else None)
