"""The glossary: names, links to it, and entries that nobody needs."""

from collections.abc import Iterator

from nutgraf.body import TermLink
from nutgraf.problems import Place, Problem, nearest
from nutgraf.resolve.names import as_written
from nutgraf.resolve.pieces import pieces_of
from nutgraf.resolve.site import Site
from nutgraf.rules import problem
from nutgraf.slugs import slugify


def check_glossary(site: Site) -> Iterator[Problem]:
    """A problem for each name claimed twice, unknown ``[[…]]``, unknown ``see_also`` and unused entry."""
    yield from _claimed_twice(site)
    linked: set[str] = set()
    for link in pieces_of(site, TermLink):
        slug = site.term_names.get(link.target.casefold())
        if slug is None and not _is_unread(link.target, site):
            yield _unknown(link.target, link.place, site)
        elif slug and link.place.path == site.terms_by_slug[slug].place.path:
            message = f"“{site.terms_by_slug[slug].title}” links to itself"
            yield problem("unknown-term", link.place, message, "take the brackets away")
        elif slug:
            linked.add(slug)
    slugs = site.terms_by_slug
    for term in site.terms:
        for named in term.see_also:
            if named.text not in slugs and not _is_unread(named.text, site):
                yield _unknown_slug(named.text, named.place, site)
            elif named.text == term.slug:
                yield problem("unknown-term", named.place, f"“{term.title}” names itself", "take it out of see_also")
        if not site.written.unread and term.slug not in linked and not site.appearances.get(term.slug):
            message = f"“{term.title}” is mentioned nowhere"
            yield problem("unused-term", term.place, message, "use it in an explainer, or remove the entry")


def _claimed_twice(site: Site) -> Iterator[Problem]:
    owners: dict[str, tuple[str, Place]] = {}
    for term in site.terms:
        for name, place in ((term.title, term.place), *((alias.text, alias.place) for alias in term.aliases)):
            written = as_written(name)  # “Pax-Silica” and “Pax Silica” are one name
            owner, at = owners.setdefault(written.casefold(), (term.slug, place))
            if owner != term.slug:
                message = f"“{name}” is a name of two entries: {place.path} and {at.path}"
                yield problem("name-claimed-twice", place, message, "keep it in one of them")


def _is_unread(name: str, site: Site) -> bool:
    """Whether the name is most likely that of an entry whose file cannot be read; parse has said why."""
    return f"content/glossary/{slugify(name)}.md" in site.written.unread


def _unknown_slug(name: str, place: Place, site: Site) -> Problem:
    """The problem of a ``see_also``, which takes file names and not titles."""
    slug = site.term_names.get(name.casefold()) or nearest(slugify(name), site.terms_by_slug)
    hint = f"write “{slug}”" if slug else "write an entry for it in content/glossary/"
    return problem("unknown-term", place, f"there is no glossary entry “{name}”", hint)


def _unknown(name: str, place: Place, site: Site) -> Problem:
    close = nearest(name, (*site.term_names, *(term.title for term in site.terms)))
    hint = f"did you mean “{close}”?" if close else "write an entry for it in content/glossary/"
    return problem("unknown-term", place, f"there is no glossary entry “{name}”", hint)
