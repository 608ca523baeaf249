"""Sources: what the desk says about a capture, joined with what was detected in it."""

from urllib.parse import urlsplit

from msgspec import Struct

from nutgraf.body import Body
from nutgraf.dates import Date, parse_date
from nutgraf.figures import Figure, figures_in
from nutgraf.kinds.capture import Capture
from nutgraf.kinds.source import Rights, SourceFile
from nutgraf.problems import Place
from nutgraf.quotations import SourceText, prepare
from nutgraf.seeds import LeftOut, Paragraph


class Credit(Struct, frozen=True):
    """What notes and lists say of a source: everything but its text."""

    id: str
    title: str
    author: str | None
    publisher: str | None
    published: Date | None
    url: str | None
    language: str | None
    rights: Rights
    seed: str | None  # its path; None when the seed is missing
    length: int  # of its text, in paragraphs

    @property
    def address(self) -> str:
        """Where it is published."""
        return f"/sources/{self.id}/"

    @property
    def origin(self) -> str:
        """What tells one source from another: two files about one seed are one source."""
        return self.seed or self.id

    @property
    def name(self) -> str:
        """How a note names it: by its publisher, else by its title."""
        return self.publisher or self.title


class Source(Struct, frozen=True):
    """A source as the site knows it."""

    credit: Credit
    spellings: tuple[tuple[str, str], ...]  # the source's, ours
    paragraphs: tuple[Paragraph, ...]  # p1 is the first
    text: SourceText  # prepared for finding quotations
    left_out: tuple[LeftOut, ...]  # what the capture has besides
    figures: tuple[tuple[Figure, ...], ...]  # of its headline, then of each paragraph
    languages: tuple[str, ...]  # that its numbers and dates may be written in: BCP 47 tags
    file: SourceFile | None  # what the desk says of it; None: nothing
    sha256: str | None  # of the seed; None when it is missing
    place: Place  # where the desk names it, or the seed

    @property
    def id(self) -> str:
        """Its id."""
        return self.credit.id

    def text_of(self, paragraph: int) -> str:
        """The text of a paragraph; of 0, the headline."""
        return self.paragraphs[paragraph - 1].text if paragraph else self.credit.title

    @property
    def note(self) -> Body | None:
        """What the desk writes on it; None: nothing."""
        return self.file.body if self.file and self.file.body.sections else None


def join_source(name: str, told: SourceFile | None, capture: Capture | None, language: str) -> Source:
    """The source of that name: what the desk says of it, and what was detected in its capture.

    ``language`` is that of the site.
    """
    reading = capture.reading if capture else None
    paragraphs = reading.paragraphs if reading else ()
    headline = (told and told.title) or (reading and reading.title) or None
    published = parse_date(reading.published) if reading and reading.published else None
    credit = Credit(
        id=name,
        title=headline or name,
        author=(told and told.author) or (reading and reading.author) or None,
        publisher=(told and told.publisher) or (reading and reading.publisher) or None,
        published=(told and told.published) or published,
        url=_web_address(told.url.text if told and told.url else reading.url if reading else None),
        language=(told and told.language) or (reading and reading.language) or None,
        rights=told.rights if told else "full",
        seed=capture.path if capture else None,
        length=len(paragraphs),
    )
    languages = tuple(dict.fromkeys(filter(None, (credit.language, "en", language))))
    return Source(
        credit=credit,
        spellings=told.spellings if told else (),
        paragraphs=paragraphs,
        text=prepare(
            [paragraph.text for paragraph in paragraphs],
            headline,  # that readers see
            [paragraph.breaks for paragraph in paragraphs],
        ),
        left_out=reading.left_out if reading else (),
        figures=tuple(figures_in(text, languages) for text in (credit.title, *(each.text for each in paragraphs))),
        languages=languages,
        file=told,
        sha256=capture.sha256 if capture else None,
        place=told.place if told else Place(capture.path if capture else ""),
    )


def _web_address(url: str | None) -> str | None:
    """The address if it is one of the web. A capture may name anything (``javascript:…``), and readers follow it."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
