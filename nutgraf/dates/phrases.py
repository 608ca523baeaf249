"""The phrases for dates in a row of tokens: one grammar of their symbols (time_words), for all languages."""

from collections.abc import Iterator

from nutgraf.dates.rows import Phrase, Row
from nutgraf.dates.told import TOLD
from nutgraf.dates.written import WRITTEN
from nutgraf.patterns import seldom

_DAYS = r"d(?:-T?d|(?:,d){0,9},?&d)?"
_COUNT = r"[nda#]"
_PHRASE = seldom(
    rf"(?P<day_first>T?{_DAYS}o?T?(?:m(?:,?o?y)?|M,?o?y))"
    rf"|(?P<month_first>(?:m{_DAYS}(?![%#])(?:,?y)?|M{_DAYS},?y))"
    r"|(?P<day_in_words>nm(?:,?o?y)?)"
    r"|(?P<apart>ddy|ydd)"
    r"|(?P<year_first>y,?md(?!%)|yom)"
    r"|(?P<month_year>[mM],?o?y)"
    r"|(?P<quarter>(?:[qd][QH]|R)(?:o?T?F?u?[yJ])?|(?:Fu?)?[yJ]o[qd][QH])"
    r"|(?P<fiscal>F+u?[yJ]|Y)"
    r"|(?P<season>so?T?y)"
    r"|(?P<around>T?uBk)"
    rf"|(?P<ago>{_COUNT}[uU]g)"
    rf"|(?P<later>{_COUNT}[uU][leBz]|zu|z[wm])"
    rf"|(?P<stretch>[pft][nd#][uU])"
    r"|(?P<weekday>E?(?:[pft]u,?o?)?[pft]?wh?(?:o?T?[pft]u)?)"
    r"|(?P<part_of_unit>[el][ptf][uQ])"
    r"|(?P<unit>[ptf][uQ])"
    r"|(?P<month_beside>[ptf]m(?:d(?![%#])|(?!o?y)))"
    r"|(?P<season_beside>[ptf]s)"
    r"|(?P<part_of_day>[pt]h)"
    r"|(?P<today>kh?)"
    r"|(?P<iso>i)|(?P<years>J)|(?P<decade>D|you)"
    r"|(?P<script>d?年(?:月日?)?|月日?)"
    r"|(?P<year>y)|(?P<month>m)"
)


_READERS = WRITTEN | TOLD


def phrases_of(row: Row) -> Iterator[Phrase]:
    """The phrases of a row in its order; no two share a token."""
    for match in _PHRASE.finditer(row.symbols):
        group = match.lastgroup or ""
        if phrase := _READERS[group](row, *match.span()):
            yield phrase
