"""Two inputs for one address, and names that the site keeps for itself."""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from nutgraf.addresses import RESERVED
from nutgraf.kinds.values import is_web_address
from nutgraf.problems import Place, Problem, did_you_mean
from nutgraf.resolve.site import Site
from nutgraf.rules import problem
from nutgraf.slugs import slugify


def check_addresses(site: Site) -> Iterator[Problem]:
    """A problem for each address that two inputs ask for, or that is reserved (docs/architecture.md, Addresses)."""
    claimed: dict[str, _Claim] = {}
    for claim in _claims(site):
        first = claim.address.strip("/").partition("/")[0].removesuffix(".html")
        if first in RESERVED:
            message = f"the address {claim.address} is taken: the site makes {_maker(first)} itself"
            yield problem("address-clash", claim.place, message, claim.way_out("the file"))
            continue
        # Two names that differ only in case or in their Unicode form are one file on many disks.
        key = unicodedata.normalize("NFC", claim.address).casefold()
        if key in claimed:
            other = claimed[key]
            message = f"{claim.place.path} and {other.place.path} both ask for the address {other.address}"
            if claim.place.path == other.place.path:
                message = f"the address {other.address} stands here twice"
            yield problem("address-clash", claim.place, message, claim.way_out("one of the two"))
        claimed.setdefault(key, claim)
    if "term" in site.announced:
        message = "the address /embed/term/ is taken: boxes of glossary entries stand there"
        yield problem("address-clash", Place(site.announced["term"].path), message, "give the file another name")


def check_nav(site: Site) -> Iterator[Problem]:
    """A problem for each entry of the navigation or the foot that leads to no page of ours and to no other site."""
    ours = {"/", "/glossary/", "/sources/", "/timeline/", "/corrections/", "/feed.xml", "/corrections.xml"}
    ours |= {document.address for document in site.listed}
    ours |= {f"/sources/{source}/" for source in site.sources}
    ours |= {f"/topics/{slugify(topic)}/" for explainer in site.explainers for topic in explainer.topics}
    for entry in (*site.settings.nav, *site.settings.footer):
        if entry.page not in ours and not is_web_address(entry.page) and not entry.page.startswith("mailto:"):
            hints = did_you_mean(entry.page, ours) or ('write an address as "/timeline/"',)
            yield problem("broken-link", entry.place, f"there is no page “{entry.page}”", *hints)


class _Claim(Struct, frozen=True):
    """An address that a file asks for."""

    address: str
    place: Place
    is_alias: bool = False

    def way_out(self, whose: str) -> str:
        """What the editor can do; ``whose`` name could be another."""
        return "take it out of aliases" if self.is_alias else f"give {whose} another name"


def _claims(site: Site) -> Iterator[_Claim]:
    """The addresses of all documents, then those that they had before."""
    for listing in site.listed:
        if listing.kind != "term":  # those have a folder of their own
            yield _Claim(listing.address, Place(listing.path))
    for listing in site.listed:
        for alias in listing.aliases:
            yield _Claim(alias.text, alias.place, is_alias=True)


def _maker(name: str) -> str:
    return f"/{name}/" if name not in {"index", "404", "feed"} else f"/{name}"
