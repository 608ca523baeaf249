"""Two inputs for one address, and names that the site keeps for itself."""

import unicodedata
from collections.abc import Iterator

from nutgraf.addresses import RESERVED
from nutgraf.kinds.values import is_web_address
from nutgraf.problems import Place, Problem, did_you_mean
from nutgraf.resolve.site import Site
from nutgraf.rules import problem
from nutgraf.slugs import slugify


def check_addresses(site: Site) -> Iterator[Problem]:
    """A problem for each address that two inputs ask for, or that is reserved (design §4.4)."""
    claimed: dict[str, tuple[str, Place]] = {}
    for address, place in _claims(site):
        first = address.strip("/").partition("/")[0]
        if first in RESERVED:
            message = f"the address {address} is taken: the site makes {_maker(first)} itself"
            yield problem("address-clash", Place(place.path), message, "give the file another name")
            continue
        # Two names that differ only in case or in their Unicode form are one file on many disks.
        key = unicodedata.normalize("NFC", address).casefold()
        if key in claimed:
            other, at = claimed[key]
            message = f"{place.path} and {at.path} both ask for the address {other}"
            yield problem("address-clash", Place(place.path), message, "give one of the two another name")
        claimed.setdefault(key, (address, place))


def check_nav(site: Site) -> Iterator[Problem]:
    """A problem for each entry of the navigation or the foot that leads to no page of ours and to no other site."""
    ours = {"/", "/glossary/", "/sources/", "/timeline/", "/corrections/"}
    ours |= {document.address for document in site.listed}
    ours |= {f"/sources/{source}/" for source in site.sources}
    ours |= {f"/topics/{slugify(topic)}/" for explainer in site.explainers for topic in explainer.topics}
    for entry in (*site.settings.nav, *site.settings.footer):
        if entry.page not in ours and not is_web_address(entry.page) and not entry.page.startswith("mailto:"):
            hints = did_you_mean(entry.page, ours) or ('write an address as "/timeline/"',)
            yield problem("broken-link", entry.place, f"there is no page “{entry.page}”", *hints)


def _claims(site: Site) -> Iterator[tuple[str, Place]]:
    for listing in site.listed:
        if listing.kind != "term":  # those have a folder of their own
            yield listing.address, listing.place


def _maker(name: str) -> str:
    return f"/{name}/" if name not in {"index", "404", "feed"} else f"/{name}"
