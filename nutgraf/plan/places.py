"""Where a source is used: every note of the site that rests on it, page by page."""

from collections.abc import Iterable
from itertools import groupby

from nutgraf.dates import in_words
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.traces import Use
from nutgraf.views.pages import NoteLink, Usage


def usages(uses: Iterable[Use], sheet: Sheet) -> tuple[Usage, ...]:
    """The uses by page, each page once."""
    ordered = groupby(dict.fromkeys(uses), key=lambda use: (use.address, use.page))
    return tuple(_usage(page, [*run], sheet) for (_, page), run in ordered)


def _usage(page: str, uses: list[Use], sheet: Sheet) -> Usage:
    notes = {use.note: use for use in uses if use.note is not None}
    events = dict.fromkeys(sheet.link(_part(use, sheet), use.address, use.anchor) for use in uses if use.note is None)
    links = (NoteLink(number, _label(use, sheet), sheet.href(use.address, use.anchor)) for number, use in notes.items())
    return Usage(page, tuple(links), tuple(events))


def _label(use: Use, sheet: Sheet) -> str:
    part = _part(use, sheet)
    return sheet.say("%(page)s: %(part)s, note %(number)s", page=use.page, part=part, number=use.note)


def _part(use: Use, sheet: Sheet) -> str:
    """“What is it?”, “Key facts”; the date of an event in words."""
    if use.date:
        return in_words(use.date, sheet.site.settings.language, sheet.site.interface)
    return sheet.say("Key facts") if use.group == "facts" else use.title or use.page
