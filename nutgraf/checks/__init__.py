"""Check: the Site → problems. One module per subject, each a function from the Site to problems, in one tuple."""

from collections.abc import Callable, Iterator

from nutgraf.checks.addresses import check_addresses, check_nav
from nutgraf.checks.assets import check_assets
from nutgraf.checks.boxes import check_boxes
from nutgraf.checks.citations import check_citations
from nutgraf.checks.contrast import check_contrast
from nutgraf.checks.emblems import check_emblems
from nutgraf.checks.figures import check_figures
from nutgraf.checks.glossary import check_glossary
from nutgraf.checks.home import check_home
from nutgraf.checks.images import check_images
from nutgraf.checks.interface import check_interface
from nutgraf.checks.links import check_links
from nutgraf.checks.names import check_names
from nutgraf.checks.sources import check_sources
from nutgraf.problems import Problem
from nutgraf.resolve.site import Site

CHECKS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    check_addresses,
    check_assets,
    check_boxes,
    check_citations,
    check_contrast,
    check_emblems,
    check_figures,
    check_glossary,
    check_home,
    check_images,
    check_interface,
    check_names,
    check_nav,
    check_links,
    check_sources,
)


def check(site: Site) -> tuple[Problem, ...]:
    """Every problem of the site that one file alone cannot show."""
    return tuple(problem for each in CHECKS for problem in each(site))
