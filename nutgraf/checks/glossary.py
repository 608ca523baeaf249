"""The glossary: names, links to it, and entries that nobody needs."""

from collections.abc import Iterator

from nutgraf.body import TermLink
from nutgraf.kinds.term import Term
from nutgraf.problems import Place, Problem, nearest
from nutgraf.resolve.names import as_written
from nutgraf.resolve.pieces import Written, pieces_in
from nutgraf.resolve.site import Site
from nutgraf.rules import problem
from nutgraf.slugs import slugify


def check_terms(written: Written, site: Site) -> Iterator[Problem]:
    """A problem for each ``[[…]]`` and ``see_also`` that leads to no entry, or to the entry that it stands in."""
    for link in (piece for piece in pieces_in(written) if isinstance(piece, TermLink)):
        slug = site.term_names.get(link.target.casefold())
        if slug is None and not _is_unread(link.target, site):
            yield _unknown(link.target, link.place, site)
        elif slug and isinstance(written, Term) and slug == written.slug:
            message = f"“{written.title}” links to itself"
            yield problem("unknown-term", link.place, message, "take the brackets away")
    for named in written.see_also if isinstance(written, Term) else ():
        if named.text not in site.terms_by_slug and not _is_unread(named.text, site):
            yield _unknown_slug(named.text, named.place, site)
        elif isinstance(written, Term) and named.text == written.slug:
            yield problem("unknown-term", named.place, f"“{written.title}” names itself", "take it out of see_also")


def check_glossary(site: Site) -> Iterator[Problem]:
    """A problem for each name claimed twice and each entry that nobody uses."""
    yield from _claimed_twice(site)
    linked = {slug for listing in site.listed for slug in listing.linked}
    linked |= {slug for text in _texts(site) for slug in _linked(text, site)}
    for term in site.terms:
        if not site.unread and term.slug not in linked and term.slug not in site.appearances:
            message = f"“{term.title}” is mentioned nowhere"
            yield problem("unused-term", term.place, message, "use it in an explainer, or remove the entry")


def _texts(site: Site) -> Iterator[Written]:
    """What is written outside documents: on the home page, and on sources."""
    yield from [site.home] if site.home else []
    yield from (source for source in site.sources.values() if source.note)


def _linked(written: Written, site: Site) -> Iterator[str]:
    for piece in pieces_in(written):
        if isinstance(piece, TermLink) and (slug := site.term_names.get(piece.target.casefold())):
            yield slug


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
    return f"content/glossary/{slugify(name)}.md" in site.unread


def _unknown_slug(name: str, place: Place, site: Site) -> Problem:
    """The problem of a ``see_also``, which takes file names and not titles."""
    slug = site.term_names.get(name.casefold()) or nearest(slugify(name), site.terms_by_slug)
    hint = f"write “{slug}”" if slug else "write an entry for it in content/glossary/"
    return problem("unknown-term", place, f"there is no glossary entry “{name}”", hint, lacks=f"entry {slugify(name)}")


def _unknown(name: str, place: Place, site: Site) -> Problem:
    close = nearest(name, (*site.term_names, *(term.title for term in site.terms)))
    hint = f"did you mean “{close}”?" if close else "write an entry for it in content/glossary/"
    return problem("unknown-term", place, f"there is no glossary entry “{name}”", hint, lacks=f"entry {slugify(name)}")
