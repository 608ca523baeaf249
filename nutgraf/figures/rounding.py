"""The words around a figure that round it: about, more than, से अधिक."""

from nutgraf.figures.tokens import Tokens
from nutgraf.figures.words import Rounding, Tables


def rounding_of(tokens: Tokens, first: int, last: int, tables: Tables, is_small: bool) -> Rounding:
    """What the words around the tokens of a figure (last exclusive) say of it.

    is_small: a number in words up to twelve, beside which “over” and “about” are prepositions.
    """
    words = tables.words
    behind = last + 1 if tokens[last] in words.measures else last
    before = tokens.phrase_before(first, tables.before)
    if before and not _is_preposition(tokens, before[0], first, last, tables, is_small):
        return before[1]
    for at in (last, behind, last + 1):
        after = tokens.phrase_at(tokens.behind(at), tables.after)
        is_apart = not tokens.is_glued(at) and tokens[at] in words.hung
        if after and not is_apart and (at <= behind or tokens[at] in words.across):
            return after[1]
    return "exact"


def _is_preposition(tokens: Tokens, start: int, first: int, last: int, tables: Tables, is_small: bool) -> bool:
    """Whether “over” means “during”, “about” means “concerning” and the like."""
    word, words = tokens[first - 1], tables.words
    if start != first - 1 or word not in words.unsure:
        return False
    is_during = word in words.during and tokens[last] in words.spans and tokens[start - 1] not in words.during[word]
    return is_small or is_during
