"""Glossary entries: ``content/glossary/<slug>.md`` → ``/glossary/<slug>/``."""

from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from msgspec import Struct

from nutgraf.body import Body, Inline, Quotation, Reference
from nutgraf.kinds.reader import Reader
from nutgraf.kinds.values import STRICT, Flag, Named, Text, Wikidata
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

LONGEST_DEFINITION = 280
Kind = Literal["person", "organisation", "initiative", "place", "term", "figure"]
KINDS_OF_TERM: tuple[Kind, ...] = get_args(Kind)
_CASE_MATTERS = frozenset({"person", "organisation", "initiative", "place"})


@dataclass(frozen=True)
class TermFields:
    """The front matter as it is written."""

    __pydantic_config__: ClassVar = STRICT

    title: Text
    kind: Kind
    definition: Text
    aliases: tuple[Text, ...] = ()
    case_sensitive: Flag | None = None
    autolink: Flag = True
    source: Text | None = None
    quote: Text | None = None
    wikidata: Wikidata | None = None
    see_also: tuple[Text, ...] = ()


class Term(Struct, frozen=True):
    """A glossary entry."""

    slug: str
    title: str
    kind: Kind
    definition: Inline
    aliases: tuple[Named, ...]
    case_sensitive: bool | None  # None follows the kind, and capitals in the name itself
    is_linked: bool  # by itself, at its first mention in each section
    source: Reference | None  # of its definition; None: the desk names none
    quote: Quotation | None  # the words that the definition rests on, if any
    wikidata: str | None  # Q and its number
    see_also: tuple[Named, ...]
    body: Body
    place: Place  # of its title

    @property
    def address(self) -> str:
        """Its address on the site, with a slash at both ends."""
        return f"/glossary/{self.slug}/"

    @property
    def names(self) -> tuple[str, ...]:
        """Its title and its aliases."""
        return (self.title, *(alias.text for alias in self.aliases))

    def minds_case(self, name: str) -> bool:
        """True if the name is meant only when it is written with these capitals: “Apple” the firm, and not a fruit.

        The field `case_sensitive` decides; without it, the kind of the term and names all in capitals.
        """
        if self.case_sensitive is not None:
            return self.case_sensitive
        return self.kind in _CASE_MATTERS or name.isupper()


def read_term(slug: str, front: FrontMatter, body: Body) -> tuple[Term | None, tuple[Problem, ...]]:
    """The glossary entry, or None if a field is wrong, and every problem of the front matter at the place of its field.

    slug: the name of its file without .md. body: parsed already. The fields: docs/writing.md.
    """
    fields, problems = read_fields(TermFields, front)
    if fields is None:
        return None, problems
    reader = Reader(front)
    term = Term(
        slug=slug,
        title=fields.title,
        kind=fields.kind,
        definition=reader.inline(fields.definition, "definition"),
        aliases=reader.names(fields.aliases, "aliases"),
        case_sensitive=fields.case_sensitive,
        is_linked=fields.autolink,
        source=reader.source(fields.source),
        quote=reader.quote(fields.quote, fields.source),
        wikidata=fields.wikidata,
        see_also=reader.names(fields.see_also, "see_also"),
        body=body,
        place=front.place("title"),
    )
    return term, (*reader.problems, *_length(term))


def _length(term: Term) -> tuple[Problem, ...]:
    length = len(term.definition.plain)
    if length <= LONGEST_DEFINITION:
        return ()
    message = f"this definition has {length} characters; {LONGEST_DEFINITION} is the most"
    return (problem("long-definition", term.definition.place, message, "say the rest in the entry’s body"),)
