"""Explainers that readers cannot tell apart by their titles."""

import unicodedata
from collections.abc import Iterator

from nutgraf.problems import Problem
from nutgraf.resolve.listing import Listing
from nutgraf.resolve.site import Site
from nutgraf.rules import problem


def check_titles(site: Site) -> Iterator[Problem]:
    """A problem for each explainer whose title another has too, whatever its capitals and spaces."""
    alike: dict[str, list[Listing]] = {}
    for listing in site.listed:
        if listing.kind == "explainer":
            title = " ".join(unicodedata.normalize("NFKC", listing.title).casefold().split())
            alike.setdefault(title, []).append(listing)
    for listings in alike.values():
        for listing in listings if len(listings) > 1 else ():
            other = next((each for each in listings if each.address.lower() != listing.address.lower()), None)
            if other is None:  # they ask for one address, which is reported
                continue
            message = f"“{listing.title}” is the title of {other.path}, too"
            hint = "say in each title what sets its page apart, or make one page of the two"
            yield problem("same-title", listing.place, message, hint)
