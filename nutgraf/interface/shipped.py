"""The catalogues that come with the engine, in nutgraf/locale/, and the choice between them and the desk’s."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from nutgraf.interface.catalogue import Catalogue, Key, read_catalogue
from nutgraf.interface.interface import Interface
from nutgraf.interface.po import read_po
from nutgraf.interface.tags import fallbacks

LOCALE = Path(__file__).parent.parent / "locale"
TEMPLATE = LOCALE / "interface.pot"  # every message, for translators; tests/catalogues keeps it and the others complete


def is_english(language: str) -> bool:
    """True if the messages themselves are in the language, a BCP 47 tag: for en and every tag that begins with en-."""
    return language.partition("-")[0].lower() == "en"


def interface_for(language: str, of_desk: Iterable[Catalogue] = ()) -> Interface:
    """The interface of a site: the desk’s own translations first, then ours, then the English messages.

    language: a BCP 47 tag. of_desk: the catalogues in `locale/` of the project; those of other languages are ignored.
    """
    of_desk = tuple(of_desk)
    if is_english(language) and not of_desk:
        return Interface(language)
    tags = fallbacks(language)
    told = sorted((each for each in of_desk if each.language in tags), key=lambda each: tags.index(each.language))
    return Interface(language, (*told, *_shipped(tags)))


def _shipped(tags: Iterable[str]) -> Iterator[Catalogue]:
    for tag in tags:
        path = LOCALE / f"{tag}.po"
        if path.is_file():
            yield read_catalogue(tag, path.read_text("utf-8"))[0]


def all_messages() -> tuple[Key, ...]:
    """Every message of the engine and its templates as (context, English), in the order of `interface.pot`."""
    entries, _ = read_po(TEMPLATE.read_text("utf-8"))
    return tuple((entry.context, entry.message) for entry in entries if entry.message)
