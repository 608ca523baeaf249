"""What the pages of the glossary show: its index, and its entries."""

from markupsafe import Markup
from msgspec import Struct

from nutgraf.views.embeds import Code
from nutgraf.views.frame import Frame
from nutgraf.views.parts import CitedSource, Link, Notes, Section, Word


class Letter(Struct, frozen=True):
    """The words under one letter."""

    letter: str  # as it is shown
    id: str  # of its heading
    words: tuple[Word, ...]


class Initial(Struct, frozen=True):
    """A letter of the A–Z line."""

    letter: str  # as it is shown
    href: str | None  # None when no word begins with it


class KindOfWord(Struct, frozen=True):
    """The words of one kind."""

    kind: str  # as its file says: organisation, person
    words: tuple[Link, ...]


class GlossaryView(Struct, frozen=True):
    """pages/glossary.html."""

    frame: Frame
    alphabet: tuple[Initial, ...]
    letters: tuple[Letter, ...]
    kinds: tuple[KindOfWord, ...]


class Appearance(Struct, frozen=True):
    """A place that mentions a term, with the sentence around it."""

    link: Link  # to the question, the explainer or the source
    context: str  # the explainer's title where the link names a question; "" otherwise
    sentence: Markup  # with the name in it
    language: str | None  # of the sentence, where it is not the site’s


class TermView(Struct, frozen=True):
    """pages/term.html."""

    frame: Frame
    glossary: str  # href
    title: str  # the term
    kind: str  # as its file says: organisation, person
    definition: Markup  # one sentence
    reference: Markup  # the raised number after a sourced definition; empty without
    notes: Notes  # of the definition
    aliases: tuple[str, ...]  # its other names
    sections: tuple[Section, ...]  # the longer entry; its first may have no question
    appearances: tuple[Appearance, ...]
    see_also: tuple[Link, ...]
    sources: tuple[CitedSource, ...]
    code: Code  # of its box, for other sites
