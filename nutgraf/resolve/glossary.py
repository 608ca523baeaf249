"""The glossary’s names, made ready to be found in running text.

All names and their regular English plurals stand in one tree, word under word. A text is read once from left to
right; where a word begins a name, the tree is followed as far as the text goes along. So the cost is that of the
text, however many names there are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Union

from msgspec import Struct, field

from nutgraf.kinds.term import Term
from nutgraf.names import without
from nutgraf.quotations.signs import UNSPACED_LETTER
from nutgraf.resolve.names import GAP, as_written, cut_name, evened, folded, key_of, tokens_of, words_of

_HISSING = ("s", "x", "z", "ch", "sh")
_NUMBER_BEFORE = re.compile(r"\d[.,:/٫٬]$")
_NUMBER_AFTER = re.compile(r"[.,:/٫٬]\d|\s?[%‰]")
_INITIAL_BEFORE = re.compile(r"(?:^|\W)\w\.$")  # U.|S.
_JOINED_BEFORE = re.compile(r"\w&$|[@#＠＃_]$")  # R&|D, @|handle
_JOINED_AFTER = re.compile(r"[&@_]\w|[’'ʼ]t(?!\w)|\.[a-z0-9]")  # R|&D, name|@example.org, Don|’t, tariff|.html
_ADDRESS = re.compile(r"(?:://|\bwww\.)\S*$")
_PLAIN = frozenset(("", " ", "\n"))  # beside most names, where there is nothing to look into
_REACH = 80  # characters before a name that can make it part of a web address


class Name(Struct, frozen=True):
    """One way to write a term."""

    term: str  # slug
    lead: str  # signs before its first word: "$" of “$50bn”
    written: str  # evened out, with its capitals
    minds_case: bool
    is_linked: bool  # False for entries that only shield their words from shorter names

    def is_meant(self, written: str) -> bool:
        """Whether these words, evened out, which have the name’s letters, have its capitals where they matter."""
        # A name that begins with a small letter may begin a sentence.
        return not self.minds_case or written in (self.written, self.written[:1].upper() + self.written[1:])


Branch = dict[str, Union["Branch", tuple[Name, ...]]]  # by token; under "" the names that end here


class Glossary(Struct, frozen=True):
    """All names, as a tree of their words."""

    root: Branch = field(default_factory=dict)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where names stand in the text: start, end and the term’s slug; the longest first, never two that overlap."""
        words = words_of(text)
        keys = words.findall(text.lower()) if text.isascii() else [folded(word) for word in words.findall(text)]
        if self.root.keys().isdisjoint(keys):
            return
        end = 0
        tokens = tokens_of(text)
        for key, word in zip(keys, words.finditer(text), strict=True):
            branch = self.root.get(key)
            if not isinstance(branch, dict) or word.start() < end:
                continue
            found = _longest(text, word, branch, tokens)
            if found:
                start, end, name = found
                if name.is_linked:
                    yield start, end, name.term

    def blotted(self, text: str) -> str:
        """The text with its names blotted out: what is left has no entry."""
        return without(text, ((start, end) for start, end, _ in self.find(text)))


def _longest(text: str, word: re.Match[str], branch: Branch, tokens: re.Pattern[str]) -> tuple[int, int, Name] | None:
    found = _ends_here(text, word.start(), word.end(), branch)
    at, last = word.end(), word[0]
    while token := tokens.match(text, at):
        at = token.end()
        key = key_of(token)
        following = branch.get(key)
        if not isinstance(following, dict):
            # A line that breaks between two Chinese signs parts no words.
            if key == GAP and UNSPACED_LETTER.match(last[-1:]) and "\n" in token[0]:
                continue
            break
        branch, last = following, token[0]
        found = _ends_here(text, word.start(), at, branch) or found
    return found


def _ends_here(text: str, start: int, end: int, branch: Branch) -> tuple[int, int, Name] | None:
    names = branch.get("", ())
    if not names or not isinstance(names, tuple):
        return None
    found = None
    for name in names:
        first = start - len(name.lead)
        if first < 0 or evened(text[first:start]) != evened(name.lead) or not _is_whole(text, first, end):
            continue
        written = as_written(text[first:end])
        if written == name.written:
            return first, end, name
        if found is None and name.is_meant(written):
            found = first, end, name
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the words from start to end are no part of a longer number, abbreviation, handle or address."""
    before, after = text[max(start - 3, 0) : start], text[end : end + 3]
    if before[-1:] not in _PLAIN:
        if text[start].isdigit() and _NUMBER_BEFORE.search(before):
            return False
        if text[start + 1 : start + 2] == "." and _INITIAL_BEFORE.search(before):
            return False
        if _JOINED_BEFORE.search(before) or _ADDRESS.search(text[max(start - _REACH, 0) : start]):
            return False
    if text[end - 1].isdigit() and _NUMBER_AFTER.match(after):
        return False
    return after[:1] in _PLAIN or not _JOINED_AFTER.match(after)


def make_glossary(terms: Iterable[Term]) -> Glossary:
    """The glossary of the terms. A name as it is written goes before a plural of another."""
    cut = [(term, term.minds_case(name), cut_name(name)) for term in terms for name in term.names]
    root: Branch = {}
    for term, minds_case, name in cut:
        _add(root, name.keys, Name(term.slug, name.lead, name.written, minds_case, term.is_linked))
    for term, minds_case, name in cut:
        # Only the last word changes.
        for key, written in zip(_plurals(name.keys[-1] if name.keys else ""), _plurals(name.written), strict=False):
            plural = Name(term.slug, name.lead, written, minds_case, term.is_linked)
            _add(root, (*name.keys[:-1], key), plural)
    return Glossary(root)


def _add(root: Branch, keys: Sequence[str], name: Name) -> None:
    branch = root
    for key in keys:
        following = branch.setdefault(key, {})
        if isinstance(following, dict):
            branch = following
    names = branch.get("", ())
    if keys and isinstance(names, tuple):
        branch[""] = (*names, name)


def _plurals(name: str) -> tuple[str, ...]:
    """The regular English plurals of a name (New Oxford Style Manual, ch. 7)."""
    lower = name.lower()
    if not ("a" <= lower[-1:] <= "z" or lower[-1:] in tuple("éèáà")):
        return ()
    if lower.endswith(_HISSING):
        return (name + "es",)
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return (name[:-1] + "ies", name + "s")  # economies; but Kennedys
    return (name + "s",)
