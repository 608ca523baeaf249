"""The interface words: whether readers get them in the site’s language."""

from collections.abc import Iterator

from nutgraf.interface import all_messages, fallbacks, is_english
from nutgraf.problems import Place, Problem
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

_SHOWN = 3


def check_interface(site: Site) -> Iterator[Problem]:
    """A problem when pages show English words to readers of another language."""
    language, interface = site.settings.language, site.interface
    if is_english(language):
        return
    messages = all_messages()
    missing = [message for context, message in messages if not interface.has(context, message)]
    written = next((catalogue.path for catalogue in interface.catalogues if catalogue.path), "")
    if not written and len(missing) == len(messages):
        message = f"there are no interface words in “{language}”: pages show the English ones"
        hint = f"translate locale/interface.pot into locale/{fallbacks(language)[-1]}.po"
        yield problem("untranslated-words", site.settings.place("language"), message, hint)
    elif missing:
        message = "some interface words are not translated: pages show the English ones"
        shown = ", ".join(f"“{each}”" for each in missing[:_SHOWN])
        hint = f"translate {shown} and others" if len(missing) > _SHOWN else f"translate {shown}"
        place = Place(written) if written else site.settings.place("language")
        yield problem("untranslated-words", place, message, hint)
