"""Standing pages (about, how we work) and the home page."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from msgspec import Struct

from nutgraf.body import Body, Inline
from nutgraf.kinds.reader import Reader
from nutgraf.kinds.values import MOST_ALIASES, STRICT, Flag, Named, OldAddress, Text, at_most
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.problems import Place, Problem


@dataclass(frozen=True)
class PageFields:
    """The front matter of ``content/pages/<slug>.md``."""

    __pydantic_config__: ClassVar = STRICT

    title: Text
    standfirst: Text | None = None
    draft: Flag = False
    aliases: Annotated[tuple[OldAddress, ...], at_most(MOST_ALIASES)] = ()


class Page(Struct, frozen=True):
    """A standing page."""

    slug: str
    title: str
    standfirst: Inline | None  # None: the page has none
    is_draft: bool
    aliases: tuple[Named, ...]  # earlier addresses, the oldest first
    body: Body
    place: Place  # of its title

    @property
    def address(self) -> str:
        """Its address on the site, with a slash at both ends."""
        return f"/{self.slug}/"


@dataclass(frozen=True)
class HomeFields:
    """The front matter of ``content/index.md``."""

    __pydantic_config__: ClassVar = STRICT
    ELSEWHERE: ClassVar = {
        "title": "the title of the home page is that of the site: set title in site.toml, and delete this line"
    }

    standfirst: Text | None = None
    explainers: tuple[Text, ...] = ()


class Home(Struct, frozen=True):
    """What the desk says on the home page."""

    standfirst: Inline | None  # None: the site’s tagline has to do
    explainers: tuple[Named, ...]  # slugs, in order; those not named follow, newest first
    body: Body


def read_page(slug: str, front: FrontMatter, body: Body) -> tuple[Page | None, tuple[Problem, ...]]:
    """The page, or None if a field is wrong, and every problem of the front matter at the place of its field.

    slug: the name of its file without .md. body: parsed already. The fields: docs/writing.md.
    """
    fields, problems = read_fields(PageFields, front)
    if fields is None:
        return None, problems
    reader = Reader(front)
    page = Page(
        slug=slug,
        title=fields.title,
        standfirst=reader.maybe_inline(fields.standfirst, "standfirst", noteless="a standfirst"),
        is_draft=fields.draft,
        aliases=reader.names(fields.aliases, "aliases"),
        body=body,
        place=front.place("title"),
    )
    return page, tuple(reader.problems)


def read_home(slug: str, front: FrontMatter, body: Body) -> tuple[Home | None, tuple[Problem, ...]]:
    """The home page, or None if a field is wrong, and every problem of its front matter; `slug` is not used."""
    del slug  # there is one
    fields, problems = read_fields(HomeFields, front)
    if fields is None:
        return None, problems
    reader = Reader(front)
    standfirst = reader.maybe_inline(fields.standfirst, "standfirst", noteless="a standfirst")
    home = Home(standfirst, reader.names(fields.explainers, "explainers"), body)
    return home, tuple(reader.problems)
