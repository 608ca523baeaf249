"""The colours that readers see, by day and in the dark: the tokens of tokens.css, and over them what site.toml says.

A desk names the few colours it has. What goes with them follows: greys and hairlines from paper and ink, the marks of
the highlighter from its yellow, and the dark scheme from the colours by day (docs/decisions/colours-follow.md).
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields as fields_of
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict, fields, replace

from nutgraf.colours import legible, mixed, shaded
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.theme import Tones
from nutgraf.read import File
from nutgraf.resolve.tokens import TOKENS, Chosen, read_tokens

_Choices = Mapping[str, Chosen]
_CARRIED = ("accent", "link", "mark", "ok", "focus")  # given by day only, they lend their hue to the dark scheme


class Palette(Struct, frozen=True):
    """The colours of one scheme as ``#rrggbb``, under the names of their tokens: ``ink_2`` is ``--ink-2``."""

    paper: str
    panel: str
    ink: str
    ink_2: str
    rule: str
    ui: str
    accent: str
    link: str
    mark: str
    mark_target: str
    mark_line: str
    ok: str
    focus: str


class Scheme(Struct, frozen=True):
    """The colours of one scheme, and who chose them."""

    name: Literal["light", "dark"]
    palette: Palette
    changed: Mapping[str, str]  # by role, what differs from tokens.css
    chosen: _Choices  # by role, what is not the colour that Nutgraf comes with


class Schemes(Struct, frozen=True):
    """The colours of the site."""

    light: Scheme
    dark: Scheme


# What tokens.css says as it comes: for sites without it, and to know what somebody changed.
DAY = Palette(
    *("#fcfaf5", "#f4efe4", "#1a1814", "#4a453c", "#dcd4c4", "#7a715f", "#8f1d14", "#17466e"),
    *("#ffe9a3", "#ffd75e", "#8a5f00", "#1b5535", "#0a5bd3"),
)
NIGHT = Palette(
    *("#151412", "#211f1b", "#efe9dd", "#bdb5a6", "#3b372f", "#9c927f", "#ff9d8c", "#9dc8f2"),
    *("#40350e", "#564710", "#e0b84a", "#8fd6a8", "#8cb8ff"),
)


def schemes_of(settings: Settings, assets: Iterable[File]) -> Schemes:
    """The colours of the site that has these settings and assets."""
    names = {role.name.replace("_", "-") for role in fields(Palette)}
    day, night = read_tokens(next((file for file in assets if file.path == TOKENS), None), names)
    told = _told(settings, settings.colours, "colours")
    told_dark = _told(settings, settings.colours.dark, "colours", "dark")
    lent = {role: told[role] for role in _CARRIED if role in told and role not in told_dark}
    dark = _scheme("dark", NIGHT, {**day, **night}, told_dark, lent)  # as in CSS, day holds where night says nothing
    return Schemes(_scheme("light", DAY, day, told, {}), dark)


def _told(settings: Settings, tones: Tones, *key: str) -> _Choices:
    """The colours that site.toml gives for one scheme."""
    roles = [role.name for role in fields_of(Tones)]
    return {role: Chosen(tone, settings.place(*key, role)) for role in roles if (tone := getattr(tones, role))}


def _scheme(name: Literal["light", "dark"], ours: Palette, tokens: _Choices, told: _Choices, lent: _Choices) -> Scheme:
    roles = {role.name.replace("_", "-"): role.name for role in fields(Palette)}
    written = {roles[token]: chosen for token, chosen in tokens.items() if token in roles}
    theirs = {role: chosen for role, chosen in written.items() if chosen.colour != getattr(ours, role)}
    base = _with(ours, written)
    palette = _lend(_follow(_with(base, told), told.keys()), lent)
    before, after = asdict(base), asdict(palette)
    changed = {role: colour for role, colour in after.items() if colour != before[role]}
    return Scheme(name, palette, changed, {**theirs, **lent, **told})


def _with(palette: Palette, choices: _Choices) -> Palette:
    return replace(palette, **{role: chosen.colour for role, chosen in choices.items()})


def _follow(palette: Palette, told: Iterable[str]) -> Palette:
    """The palette with what goes with the colours that were told; a mixture keeps the distances of our own."""
    paper, ink, mark = palette.paper, palette.ink, palette.mark
    if {"paper", "ink"} & {*told}:
        panel = palette.panel if "panel" in told else mixed(paper, ink, 0.05)
        palette = replace(
            palette,
            panel=panel,
            ink_2=legible(mixed(paper, ink, 0.78), (paper, panel), 4.5),
            ui=legible(mixed(paper, ink, 0.6), (paper,), 4.5),
            rule=mixed(paper, ink, 0.17),
        )
    if "mark" in told:
        line = legible(mark, (paper, mark), 4.5)
        palette = replace(palette, mark_line=line, mark_target=shaded(mark, line, 0.15))
    return palette


def _lend(palette: Palette, lent: _Choices) -> Palette:
    """The palette with the hues of the other scheme, in shades that can be read in this one."""
    if "mark" in lent:
        palette = _follow(replace(palette, mark=legible(lent["mark"].colour, (palette.ink,), 10)), ("mark",))
    sheets, marks = (palette.paper, palette.panel), (palette.mark, palette.mark_target)
    for role in ("accent", "link", "ok"):
        if role in lent:
            shade = legible(legible(lent[role].colour, sheets, 8), marks, 4.5)
            palette = replace(palette, **{role: shade})
    if "focus" in lent:
        palette = replace(palette, focus=legible(lent["focus"].colour, sheets, 5))
    return palette
