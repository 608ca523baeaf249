"""Links and anchors in Markdown: each must lead somewhere."""

from collections.abc import Iterator

from nutgraf.body import LinkStart
from nutgraf.problems import Problem
from nutgraf.resolve.links import Broken, follow
from nutgraf.resolve.pieces import Written, pieces_in
from nutgraf.resolve.site import Site
from nutgraf.rules import problem


def check_links(written: Written, site: Site) -> Iterator[Problem]:
    """A problem for each link or anchor that is not there, with the nearest that is."""
    for link in (piece for piece in pieces_in(written) if isinstance(piece, LinkStart)):
        target = follow(link.href, link.place.path, site.destinations)
        if isinstance(target, Broken):
            yield problem(target.rule, link.place, target.message, *filter(None, [target.hint]), lacks=target.lacks)
