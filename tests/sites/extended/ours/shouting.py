"""A check: headlines do not shout."""

from collections.abc import Iterator

from nutgraf.checks import Check
from nutgraf.problems import Problem, Severity
from nutgraf.resolve.site import Site


def check_shouting(site: Site, path: str) -> Iterator[Problem]:
    """A warning for a headline with an exclamation mark."""
    if "!" in site.announcements[path].title:
        place = site.bound[path].document.place
        yield Problem("shouting", Severity.WARNING, place, "this headline shouts", ("take the ! out",))


SHOUTING = Check("shouting", lambda site: site.announcements, check_shouting, rules=("shouting",))
