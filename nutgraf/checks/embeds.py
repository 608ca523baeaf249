"""Embeds: the desk says in site.toml which sites readers may load a frame from."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from nutgraf.body import EmbedStart
from nutgraf.checks.images import problems_of_words
from nutgraf.problems import Place, Problem
from nutgraf.resolve.claims import Document
from nutgraf.resolve.pieces import Written, pieces_in
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

_FILES = ("assets/external/external.css", "assets/external/external.js")


def check_embeds(written: Written, site: Site) -> Iterator[Problem]:
    """A problem for each embed that stands where none can, is of a site that is not allowed, or quotes in its title."""
    for embed in (piece for piece in pieces_in(written) if isinstance(piece, EmbedStart)):
        if not isinstance(written, Document):
            message = "only explainers, glossary entries and pages can hold an embed"
            yield problem("no-box", embed.place, message, "show it in one of these, and link to it")
        yield from _check_host(embed, site)
        yield from problems_of_words("an embed’s title", embed.title, embed.title_place)


def check_embed_files(site: Site) -> Iterator[Problem]:
    """A problem for each file that pages with an embed need and the site does not have."""
    paths = {file.path for file in site.assets}
    for path in _FILES if site.settings.embeds else ():
        if path not in paths:
            message = "this file is missing, and without it no embed can be loaded"
            yield problem("missing-asset", Place(path), message, "put it back, or take embeds out of site.toml")


def _check_host(embed: EmbedStart, site: Site) -> Iterator[Problem]:
    """A frame of our own site could reach out of its sandbox, because it may run scripts as our site."""
    own = urlsplit(site.settings.base_url).hostname
    if embed.host == own:
        yield problem("bad-value", embed.place, "an embed shows another site, and this address is ours", "link to it")
    elif not site.settings.frames(embed.host):
        hosts = ", ".join(f'"{host}"' for host in (*site.settings.embeds, embed.host))
        message = f"this site does not allow embeds of {embed.host}"
        yield problem(
            "bad-value", embed.place, message, f"if you trust that site, write into site.toml: embeds = [{hosts}]"
        )
