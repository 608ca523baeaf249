"""Words that turn a sentence into its opposite: an insertion may neither hide one nor bring one in (design, 3.1)."""

import re

from nutgraf.quotations.signs import UNSPACED_LETTER

ENGLISH_NEGATIONS = frozenset({"not", "no", "never", "n't", "without", "nor", "neither", "cannot"})

# Not \w+: vowel signs of Indian scripts are no letters to Python, but they belong to the word.
_WORD = re.compile(r"[^\s!-&(-/:-@\[-`{-~…।。、，·–—]+")


def negation_in(words: str, negations: frozenset[str]) -> str | None:
    """The first negation among these words of a wording, or None.

    An entry with an apostrophe is an ending: n’t is found in don’t. In scripts without spaces between words an
    entry is found anywhere.
    """
    if not words or not negations:
        return None
    endings = tuple(entry.replace("’", "'") for entry in negations if "'" in entry or "’" in entry)
    for word in _WORD.findall(words.lower()):
        bare: str = word.strip("'")
        if bare in negations or (endings and bare.endswith(endings)):
            return bare
    return next((entry for entry in sorted(negations) if UNSPACED_LETTER.match(entry) and entry in words), None)
