"""The glossary: ``/glossary/``."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from string import ascii_uppercase

from nutgraf.kinds.term import KINDS_OF_TERM, Term
from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.linked_data import defined_term_set
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.prose import Prose
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.words import word
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.site import Site
from nutgraf.slugs import slugify
from nutgraf.views import entries

_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The page that lists every entry by letter and by kind."""
    sheet = Sheet(site, assets, "/glossary/")
    prose = Prose(sheet, Citations(), site.terms_by_slug)
    letters = tuple(_letters(site.terms, prose))
    view = entries.GlossaryView(
        frame=frame(
            sheet,
            sheet.say("Glossary"),
            sheet.say("The people, bodies, initiatives and terms in the story."),
            linked=defined_term_set(site.terms, site.settings.title, sheet),
        ),
        alphabet=tuple(_alphabet(letters)),
        letters=letters,
        kinds=tuple(
            entries.KindOfWord(kind, tuple(sheet.link(term.title, "/glossary/", f"t-{term.slug}") for term in found))
            for kind in KINDS_OF_TERM
            if (found := [term for term in site.terms if term.kind == kind])
        ),
    )
    yield Output("/glossary/", "pages/glossary.html", view)


GLOSSARY = Maker("glossary", _page)


def initial(title: str) -> str:
    """The letter a title stands under: a capital; Latin ones without accent; # for figures and signs."""
    first = unicodedata.normalize("NFKC", title.lstrip("‘’“”«„\"'(¿¡ ")[:1])[:1]
    if "가" <= first <= "힣":  # Korean dictionaries go by the first consonant of a syllable (KS X 1026)
        return _CONSONANTS[(ord(first) - ord("가")) // 588]
    plain = unicodedata.normalize("NFKD", first)[:1]
    letter = (plain if plain.isascii() else first).title()[:1]
    return letter if letter.isalpha() else "#"


def _letters(terms: tuple[Term, ...], prose: Prose) -> Iterator[entries.Letter]:
    ordered = sorted(terms, key=lambda term: (initial(term.title), slugify(term.title), term.title, term.slug))
    for letter, run in groupby(ordered, key=lambda term: initial(term.title)):
        id_ = "figures" if letter == "#" else f"letter-{slugify(letter)}"
        yield entries.Letter(letter, id_, tuple(word(term, prose) for term in run))


def _alphabet(letters: tuple[entries.Letter, ...]) -> Iterator[entries.Initial]:
    """The line of letters: A to Z if the words are in Latin letters, else the letters that are there."""
    ids = {letter.letter: f"#{letter.id}" for letter in letters}
    is_latin = all(letter in ascii_uppercase or letter == "#" for letter in ids)
    line = [*(["#"] if "#" in ids else []), *ascii_uppercase] if is_latin else list(ids)
    return (entries.Initial(letter, ids.get(letter)) for letter in line)
