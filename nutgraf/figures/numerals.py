"""Numbers in digits: what they can mean, whatever separates their groups."""

import re
from decimal import Context, Decimal

_SEPARATORS = re.compile(r"[ .,\u00a0\u2009\u202f’']")
MOST_DIGITS = 40  # of a figure; what is longer is none
MOST_TIMES = Decimal(10) ** 15  # multipliers beyond it are not read: a text may repeat them without end
EXACT = Context(prec=100)  # as many digits as a figure can have, multiplied


def values_of(digits: str) -> frozenset[Decimal]:
    """What digits with separators can mean: ``1,000`` is 1000, ``1.5`` is 1.5, ``1.000`` may be either.

    digits: 0 to 9 only, as tokens.DIGITS matches them. Equal separators before groups of three (in India, of two:
    ``1,00,000``) group; a last point or comma that does not is decimal. Anything else is read part by part. Raises
    decimal.InvalidOperation for what is not a number.
    """
    if digits.isdigit():
        return frozenset({Decimal(digits)})
    parts = _SEPARATORS.split(digits)
    signs = _SEPARATORS.findall(digits)
    found = set()
    is_grouped = len(set(signs)) == 1 and len(parts[-1]) == 3 and _are_groups(parts)
    if is_grouped:
        found.add(Decimal("".join(parts)))
    is_last_alone = signs[-1] in ".," and signs[-1] not in signs[:-1] and (len(signs) == 1 or _are_groups(parts[:-1]))
    if is_last_alone and not (is_grouped and signs[-1] == ","):
        found.add(Decimal("".join(parts[:-1]) + "." + parts[-1]))
    return frozenset(found) or frozenset(Decimal(part) for part in parts)


def _are_groups(parts: list[str]) -> bool:
    return len(parts[0]) <= 3 and parts[0] != "0" and all(len(part) in {2, 3} for part in parts[1:])


def is_version(digits: str) -> bool:
    """Whether digits with points are a version, a section or an address: ``3.11.7``, not ``1.400.000``."""
    parts = digits.split(".")
    return len(parts) > 2 and not (_are_groups(parts) and all(len(part) == 3 for part in parts[1:]))
