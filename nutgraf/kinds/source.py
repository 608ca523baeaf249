"""Sources: a seed, and what ``content/sources/<id>.md`` says about it (design §2.3)."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from nutgraf.body import Body
from nutgraf.dates import Date
from nutgraf.kinds.values import STRICT, Language, Named, Sha256, Text, WebAddress, When
from nutgraf.parse.body import parse_body
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.problems import Place, Problem

Rights = Literal["full", "excerpt", "link"]


@dataclass(frozen=True)
class SourceFields:
    """The front matter as it is written."""

    __pydantic_config__: ClassVar = STRICT

    seed: Text
    sha256: Sha256 | None = None
    title: Text | None = None
    author: Text | None = None
    publisher: Text | None = None
    published: When | None = None
    url: WebAddress | None = None
    language: Language | None = None
    encoding: Text | None = None
    rights: Rights = "full"
    remove: tuple[Text, ...] = ()
    keep: tuple[Text, ...] = ()
    spellings: dict[Text, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceFile:
    """What the desk says about a source."""

    id: str
    seed: Named  # file name in seeds/
    sha256: Named | None
    title: str | None  # None: as detected; so with the four below
    author: str | None
    publisher: str | None
    published: Date | None
    url: Named | None
    language: str | None
    encoding: Named | None  # None: UTF-8
    rights: Rights
    remove: tuple[Named, ...]
    keep: tuple[Named, ...]
    spellings: tuple[tuple[str, str], ...]  # the source's spelling, ours
    body: Body
    place: Place


def read_source_file(slug: str, front: FrontMatter, raw_html: bool) -> tuple[SourceFile | None, tuple[Problem, ...]]:
    """What one file says about a source, or None, and every problem of the file."""
    fields, problems = read_fields(SourceFields, front)
    body, form = parse_body(
        front.body, Place(front.path, front.body_line, 1), raw_html=raw_html, noteless="the note on a source"
    )
    if fields is None:
        return None, (*problems, *form)
    source = SourceFile(
        id=slug,
        seed=Named(fields.seed, front.place("seed")),
        sha256=Named(fields.sha256, front.place("sha256")) if fields.sha256 else None,
        title=fields.title,
        author=fields.author,
        publisher=fields.publisher,
        published=fields.published,
        url=Named(fields.url, front.place("url")) if fields.url else None,
        language=fields.language,
        encoding=Named(fields.encoding, front.place("encoding")) if fields.encoding else None,
        rights=fields.rights,
        remove=tuple(Named(text, front.place("remove", number)) for number, text in enumerate(fields.remove)),
        keep=tuple(Named(text, front.place("keep", number)) for number, text in enumerate(fields.keep)),
        spellings=tuple(sorted(fields.spellings.items())),
        body=body,
        place=front.place("seed"),
    )
    return source, form
