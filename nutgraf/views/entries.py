"""What the pages of the glossary show: its index, and its entries."""

from dataclasses import dataclass

from markupsafe import Markup

from nutgraf.views.embeds import Code
from nutgraf.views.frame import Frame
from nutgraf.views.parts import CitedSource, Link, Notes, Section, Word


@dataclass(frozen=True)
class Letter:
    """The words under one letter."""

    letter: str
    id: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Initial:
    """A letter of the A–Z line."""

    letter: str
    href: str | None  # None when no word begins with it


@dataclass(frozen=True)
class KindOfWord:
    """The words of one kind."""

    kind: str
    words: tuple[Link, ...]


@dataclass(frozen=True)
class GlossaryView:
    """pages/glossary.html."""

    frame: Frame
    alphabet: tuple[Initial, ...]
    letters: tuple[Letter, ...]
    kinds: tuple[KindOfWord, ...]


@dataclass(frozen=True)
class Appearance:
    """A place that mentions a term, with the sentence around it."""

    link: Link  # to the question, the explainer or the source
    context: str  # the explainer's title where the link names a question; "" otherwise
    sentence: Markup
    language: str | None  # of the sentence, where it is not the site’s


@dataclass(frozen=True)
class TermView:
    """pages/term.html."""

    frame: Frame
    glossary: str  # href
    title: str
    kind: str
    definition: Markup
    reference: Markup  # the raised number after a sourced definition; empty without
    notes: Notes  # of the definition
    aliases: tuple[str, ...]
    sections: tuple[Section, ...]  # the longer entry; its first may have no question
    appearances: tuple[Appearance, ...]
    see_also: tuple[Link, ...]
    sources: tuple[CitedSource, ...]
    code: Code  # of its box, for other sites
