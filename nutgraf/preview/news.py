"""News: what a tab has to be told, by what it shows and what there is."""

from msgspec import Struct

from nutgraf.preview.edition import Assets
from nutgraf.preview.snippet import PAGE, PROBLEMS

EVERYTHING = "*"  # livereload’s word for a path that only a reload brings
_SWAPPED = (".css", ".gif", ".jpeg", ".jpg", ".png")  # what its script exchanges in the page


class Shown(Struct, frozen=True):
    """What is in a tab, by version."""

    page: str
    assets: Assets | None  # None when they are not those of today
    problems: str


def news(shown: Shown, today: Shown, base: str) -> tuple[str, ...]:
    """The paths to reload in the tab, as few as will do; none when it shows everything as it is."""
    if shown.assets is None or today.assets is None:
        return (EVERYTHING,)
    changed = sorted(today.assets.changed_since(shown.assets))
    if not all(name.lower().endswith(_SWAPPED) for name in changed):
        return (EVERYTHING,)
    told = [f"{base}{name}" for name in changed]
    if shown.page != today.page:
        told.append(PAGE)
    if shown.problems != today.problems:
        told.append(PROBLEMS)
    return (*told,)
