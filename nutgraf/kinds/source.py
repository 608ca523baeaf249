"""Sources: a seed, and what ``content/sources/<id>.md`` says about it."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from msgspec import Struct

from nutgraf.body import Body
from nutgraf.dates import Date
from nutgraf.kinds.reader import Reader
from nutgraf.kinds.values import STRICT, Language, Named, Sha256, Text, WebAddress, When
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.problems import Place, Problem
from nutgraf.read import as_composed

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


class SourceFile(Struct, frozen=True):
    """What the desk says about a source."""

    id: str
    seed: Named  # file name in seeds/, composed as File.path is
    sha256: Named | None  # None: the seed is not pinned
    title: str | None  # None: as detected; so with the five below
    author: str | None
    publisher: str | None
    published: Date | None
    url: Named | None
    language: str | None
    encoding: Named | None  # None: UTF-8
    rights: Rights
    remove: tuple[Named, ...]  # lines that the cleaner kept
    keep: tuple[Named, ...]  # lines that the cleaner dropped
    spellings: tuple[tuple[str, str], ...]  # the source's spelling, ours
    body: Body  # the desk’s note
    place: Place  # of its seed field


def read_source_file(slug: str, front: FrontMatter, body: Body) -> tuple[SourceFile | None, tuple[Problem, ...]]:
    """What the desk says of a source, or None if a field is wrong, and every problem of the front matter.

    slug: becomes its id. body: the desk’s note, parsed already. The fields: docs/writing.md.
    """
    fields, problems = read_fields(SourceFields, front)
    if fields is None:
        return None, problems
    reader = Reader(front)
    source = SourceFile(
        id=slug,
        seed=Named(as_composed(fields.seed), front.place("seed")),
        sha256=reader.maybe_name(fields.sha256, "sha256"),
        title=fields.title,
        author=fields.author,
        publisher=fields.publisher,
        published=fields.published,
        url=reader.maybe_name(fields.url, "url"),
        language=fields.language,
        encoding=reader.maybe_name(fields.encoding, "encoding"),
        rights=fields.rights,
        remove=reader.names(fields.remove, "remove"),
        keep=reader.names(fields.keep, "keep"),
        spellings=tuple(sorted(fields.spellings.items())),
        body=body,
        place=front.place("seed"),
    )
    return source, ()
