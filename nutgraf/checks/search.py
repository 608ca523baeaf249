"""Search: whether there is what it needs, the program that makes its index and the files of its page."""

from collections.abc import Iterator
from importlib.util import find_spec

from nutgraf.problems import Place, Problem
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

_PROGRAM = "pagefind_bin"  # the package that brings it
_FILES = ("assets/search/search.css", "assets/search/search.js")


def check_search(site: Site) -> Iterator[Problem]:
    """A problem for each thing that is missing for the search that the desk wants.

    What is installed is part of the engine, so this is remembered no longer than it is true.
    """
    if not site.settings.search:
        return
    if find_spec(_PROGRAM) is None:
        hint = 'install it: python -m pip install -c constraints.txt "pagefind[bin]"; or take search out'
        place = site.settings.place("search")
        yield problem("no-search", place, "search needs Pagefind, which is not installed", hint)
    paths = {file.path for file in site.assets}
    for path in _FILES:
        if path not in paths:
            message = "this file is missing, and without it the search page does nothing"
            yield problem("missing-asset", Place(path), message, "put it back, or take search out of site.toml")
