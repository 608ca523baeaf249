"""A catalogue: the interface words in one language, and what can be wrong with it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from gettext import c2py

from msgspec import Struct

from nutgraf.interface.po import Entry, Fault, read_po

Key = tuple[str | None, str]  # context and English message
_PLACEHOLDER = re.compile(r"%\((\w+)\)s|(?<!\{)\{(\w+)\}")
_RULE = re.compile(r"nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*(.+?);?\s*")
_FORMS_HINT = 'copy the line of your language from gettext’s list: "Plural-Forms: nplurals=2; plural=(n != 1);\\n"'
_TRIED = range(1000)  # every plural rule shows all of its forms within the first few hundred numbers


class Catalogue(Struct, frozen=True):
    """The interface words in one language."""

    language: str  # BCP 47, in small letters
    messages: Mapping[Key, tuple[str, ...]]  # one translation, or one for each plural form
    plural: str = "0"  # gettext’s formula: which form goes with the number n
    path: str = ""  # of the desk’s file; "" for one of ours

    def translation(self, message: str, context: str | None = None, number: int = 1) -> str | None:
        """The message in this language, its placeholders unfilled; None if the catalogue does not have it.

        context: gettext’s msgctxt. number: what chooses the plural form; without effect on a message that has one
        form.
        """
        forms = self.messages.get((context, message))
        if forms is None:
            return None
        return forms[0] if len(forms) == 1 else forms[_rule(self.plural)(number)]


@lru_cache(maxsize=64)
def _rule(formula: str) -> Callable[[int], int]:
    """Raises ValueError for text that is no formula; it is parsed, never run as Python."""
    return c2py(formula)


def read_catalogue(language: str, text: str, path: str = "") -> tuple[Catalogue, tuple[Fault, ...]]:
    """The catalogue of a PO file, and every fault in it by line.

    An entry at fault is left out, as if it were untranslated.
    language: a BCP 47 tag in lower case. text: the contents of the file. path: for messages. Raises nothing.
    """
    entries, faults = read_po(text)
    header = next((entry for entry in entries if not entry.message and entry.context is None), None)
    count, formula, wrong = _plural_forms(header)
    written = [entry for entry in entries if entry is not header and not entry.is_fuzzy and any(entry.translations)]
    messages: dict[Key, tuple[str, ...]] = {}
    found = [*faults, *(wrong if any(entry.plural for entry in written) else ())]
    for entry in written:
        key = entry.context, entry.message
        mistakes = [*_twice(key, messages, entry), *_faults(entry, count)]
        found += mistakes
        if not mistakes and not (entry.plural and wrong):
            messages[key] = entry.translations
    return Catalogue(language, messages, formula, path), tuple(sorted(found, key=lambda fault: fault.line))


def _plural_forms(header: Entry | None) -> tuple[int, str, tuple[Fault, ...]]:
    """How many plural forms the language has, and the formula that chooses one."""
    line = header.line if header else 1
    lines = header.translations[0].split("\n") if header else []
    told = next((each.partition(":")[2].strip() for each in lines if each.lower().startswith("plural-forms:")), "")
    match = _RULE.fullmatch(told)
    try:
        if match and max(map(_rule(match[2]), _TRIED)) < int(match[1]):
            return int(match[1]), match[2], ()
    except (ValueError, ZeroDivisionError):
        pass
    return 0, "0", (Fault(line, "the header does not say how the language counts (Plural-Forms)", _FORMS_HINT),)


def _twice(key: Key, messages: Mapping[Key, tuple[str, ...]], entry: Entry) -> Iterator[Fault]:
    if key in messages:
        yield Fault(entry.line, f"“{entry.message}” stands twice", "keep one of the two")


def _faults(entry: Entry, count: int) -> Iterator[Fault]:
    """What is wrong with the translations of an entry."""
    forms = len(entry.translations)
    if entry.plural is not None and count and forms != count:
        hint = f"the header has {count}, this message {forms}"
        yield Fault(entry.line, f"the plural forms of “{entry.message}” are not those of the header", hint)
    elif not all(entry.translations):
        yield Fault(entry.line, f"one of the plural forms of “{entry.message}” is empty", "translate all of them")
    originals = [entry.message, *filter(None, [entry.plural])]
    known = {name for text in originals for name in placeholders(text)}
    needed = known - {"num"} if entry.plural else known  # “one question” needs no number
    for text in entry.translations:
        wrong = _misfit(text, known, needed)
        if wrong:
            yield Fault(entry.line, f"the translation of “{entry.message}” {wrong[0]}", wrong[1])
            return


def placeholders(text: str) -> set[str]:
    """The names of a message’s placeholders: “number” for ``%(number)s``, “date” for ``{date}``."""
    return {one or other for one, other in _PLACEHOLDER.findall(text)}


def _misfit(text: str, known: set[str], needed: set[str]) -> tuple[str, str] | None:
    """Why a translation cannot be used for its original, and what to do; None if it can."""
    names = placeholders(text)
    if names - known:
        return f"has “{min(names - known)}”, which the original does not have", _listed(known)
    if needed - names:
        return f"lacks “{min(needed - names)}”", _listed(known)
    try:
        text % dict.fromkeys(known, "")
    except (KeyError, TypeError, ValueError):
        return "has a % that is no placeholder", "write %% for the sign"
    return None


def _listed(names: Iterable[str]) -> str:
    return f"its placeholders are {', '.join(sorted(names))}" if names else "it has no placeholders"
