"""Check: the Site → problems. One module per subject, its checks in plain tuples."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from nutgraf.checks.addresses import check_addresses, check_nav
from nutgraf.checks.assets import check_assets
from nutgraf.checks.boxes import check_boxes
from nutgraf.checks.citations import check_citations, check_uncited
from nutgraf.checks.claims import check_claims
from nutgraf.checks.contradictions import check_contradictions
from nutgraf.checks.contrast import check_contrast
from nutgraf.checks.embeds import check_embed_files, check_embeds
from nutgraf.checks.emblems import check_emblems
from nutgraf.checks.freshness import check_freshness
from nutgraf.checks.glossary import check_glossary, check_terms
from nutgraf.checks.home import check_home
from nutgraf.checks.images import check_images, check_pictures
from nutgraf.checks.interface import check_interface
from nutgraf.checks.links import check_links
from nutgraf.checks.names import check_names
from nutgraf.checks.search import check_search
from nutgraf.checks.share_images import check_share_images
from nutgraf.checks.sources import check_source
from nutgraf.checks.stylesheets import check_stylesheets
from nutgraf.checks.sums import check_sums
from nutgraf.checks.titles import check_titles
from nutgraf.checks.unwritten import check_unwritten
from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Problem, Severity, did_you_mean
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.pieces import Written
from nutgraf.resolve.site import Site
from nutgraf.rules import NAMES, RULES, problem
from nutgraf.work import Handle, Keep, Runner, Scene

# Of a document, of anything that somebody wrote, of the site as a whole.
DOCUMENT_CHECKS: tuple[Callable[[Bound, Site], Iterator[Problem]], ...] = (check_citations, check_claims, check_sums)
TEXT_CHECKS: tuple[Callable[[Written, Site], Iterator[Problem]], ...] = (
    check_boxes,
    check_embeds,
    check_images,
    check_links,
    check_terms,
    check_unwritten,
)


def check_levels(site: Site) -> Iterator[Problem]:
    """A problem for each level that ``[checks]`` gives to a rule that neither we nor the microsite have."""
    own = {rule for added in site.additions.of(Check) for rule in added.rules}
    for rule, place in site.settings.other_levels.items():
        if rule not in own:
            hints = did_you_mean(rule, NAMES | own) or ("docs/writing.md lists the rules",)
            yield problem("unknown-field", place, f"there is no rule “{rule}”", *hints)


SITE_CHECKS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    check_addresses,
    check_assets,
    check_contradictions,
    check_contrast,
    check_embed_files,
    check_emblems,
    check_glossary,
    check_home,
    check_interface,
    check_levels,
    check_names,
    check_nav,
    check_pictures,
    check_search,
    check_share_images,
    check_stylesheets,
    check_titles,
)
# These look at every page of the site. A build does them only for a desk that has given their rules a level, and a
# strict one those that warn.
WIDE = {"contradiction": check_contradictions, "unlisted-name": check_names}
_USUAL = {rule.name: rule.severity for rule in RULES}


_Look = Callable[[Site, str], Iterator[Problem]]


class Check(Struct, frozen=True):
    """A kind of thing that is checked: which there are, and how one is."""

    name: str
    keys: Callable[[Site], Iterable[str]]
    check: _Look
    rules: tuple[str, ...] = ()  # of a microsite’s own check: those that [checks] may set


def check(
    site: Site, runner: Runner, scene: Scene, *, with_infos: bool, is_strict: bool, today: datetime.date | None
) -> tuple[Problem, ...]:
    """Every problem of the site that one file alone cannot show, at the usual level of its rule.

    scene: the Site as the runner sees it. with_infos: also run the checks that look at every page and usually inform.
    is_strict: without infos, run those of them that warn. today: report what is out of date on that day; None reports
    nothing of the kind. The day is part of the key, so that results stay valid in the cache.
    """
    all_checks = (*CHECKS, *site.additions.of(Check))
    looks = {kind.name: kind.check for kind in (*all_checks, DAY)}
    keys = [f"{kind.name}\n{key}" for kind in all_checks for key in kind.keys(site)]
    if today:
        keys += [f"{DAY.name}\n{today}\n{path}" for path in DAY.keys(site)]
    if not with_infos:
        unasked = {look.__name__ for rule, look in WIDE.items() if not _is_asked(rule, site, is_strict=is_strict)}
        keys = [key for key in keys if key.removeprefix("site\n") not in unasked]
    done = runner.run("checks", keys, partial(_check, looks), scene)
    return tuple(problem for handle in done.values() if handle for problem in runner.open(handle))


def _is_asked(rule: str, site: Site, *, is_strict: bool) -> bool:
    """Whether a build is to stop at the rule, or to warn: because the desk says so, or because it is strict."""
    usual = _USUAL[rule] if is_strict else Severity.INFO
    return site.settings.checks.get(rule, usual) in {Severity.ERROR, Severity.WARNING}


def _check(looks: Mapping[str, _Look], key: str, keep: Keep, site: Site) -> Handle | None:
    """The problems of one thing; None when there are none."""
    name, _, own = key.partition("\n")
    problems = tuple(looks[name](site, own))
    return keep(problems) if problems else None


def _document(site: Site, path: str) -> Iterator[Problem]:
    bound = site.bound[path]
    for look in DOCUMENT_CHECKS:
        yield from look(bound, site)
    yield from _text(bound.document, site)


def _text(written: Written, site: Site) -> Iterator[Problem]:
    for look in TEXT_CHECKS:
        yield from look(written, site)


def _source(site: Site, name: str) -> Iterator[Problem]:
    source = site.sources[name]
    yield from check_source(source, site)
    yield from check_uncited(source, site)
    yield from _text(source, site)


def _home(site: Site, _: str) -> Iterator[Problem]:
    if site.home:
        yield from check_uncited(site.home, site)
        yield from _text(site.home, site)


def _site(site: Site, name: str) -> Iterator[Problem]:
    return next(look for look in SITE_CHECKS if look.__name__ == name)(site)


def _day(site: Site, key: str) -> Iterator[Problem]:
    day, _, path = key.partition("\n")
    document = site.bound[path].document
    if isinstance(document, Explainer):
        yield from check_freshness(document, site, datetime.date.fromisoformat(day))


CHECKS = (
    Check("document", lambda site: site.bound, _document),
    Check("source", lambda site: site.sources, _source),
    Check("home", lambda _: ("",), _home),
    Check("site", lambda _: (look.__name__ for look in SITE_CHECKS), _site),
)
DAY = Check("day", lambda site: site.announcements, _day)
