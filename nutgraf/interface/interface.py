"""The interface of one site: what it says, in its language."""

import hashlib
from functools import cached_property

from msgspec import Struct

from nutgraf.interface.catalogue import Catalogue
from nutgraf.interface.untranslated import marked


# One of a site is itself, so that what it has said can be kept by it.
class Interface(Struct, frozen=True, eq=False, dict=True):
    """The interface words of a site, under the names that gettext and Jinja have for them.

    What no catalogue says, it says in English: the message itself.
    """

    language: str  # BCP 47, of the site
    catalogues: tuple[Catalogue, ...] = ()  # the first that has a message says it
    marks_english: bool = False  # for ``told_apart``, which says in a page what is not in its language

    def gettext(self, message: str) -> str:
        """The message in the site’s language, else in English.

        Placeholders such as ``%(num)s`` are left for the caller.
        """
        return self._found(None, message) or self._english(message)

    def pgettext(self, context: str, message: str) -> str:
        """What gettext gives, for a message that means several things. context: gettext’s msgctxt."""
        return self._found(context, message) or self._english(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The message in the plural form of the number, by the Plural-Forms of the catalogue (GNU gettext).

        one, many: the English singular, which is the key, and the English plural. ``%(num)s`` is left for the caller
        to fill.
        """
        return self._found(None, one, number) or self._english(one if number == 1 else many)

    def npgettext(self, context: str, one: str, many: str, number: int) -> str:
        """The message in the plural form of the number, for one that means different things in different contexts.

        context: gettext’s msgctxt. one, many, number: as for ngettext.
        """
        return self._found(context, one, number) or self._english(one if number == 1 else many)

    def has(self, context: str | None, message: str) -> bool:
        """True if a catalogue has the message, so that it is not shown in English for want of one.

        context: gettext’s msgctxt; None for a message without.
        """
        return self._found(context, message) is not None

    def _found(self, context: str | None, message: str, number: int = 1) -> str | None:
        for catalogue in self.catalogues:
            found = catalogue.translation(message, context, number)
            if found is not None:
                return found
        return None

    def _english(self, message: str) -> str:
        return marked(message) if self.marks_english else message

    @cached_property
    def key(self) -> str:
        """A digest of all that the interface can say (64 hexadecimal digits); pages depend on it."""
        said = [
            (catalogue.plural, sorted((str(key), forms) for key, forms in catalogue.messages.items()))
            for catalogue in self.catalogues
        ]
        return hashlib.sha256(repr((self.language, said)).encode()).hexdigest()
