"""Contradictions: what two explainers say differently of one thing."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from nutgraf.kinds.evidence import Event, Fact
from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Place, Problem
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

Entry = TypeVar("Entry", Fact, Event)
_HINT = "make them agree; if they are two things, give them two names"


def check_contradictions(site: Site) -> Iterator[Problem]:
    """A problem for each fact and event that a newer explainer has too, with another value or at another time."""
    documents = [site.bound[announced.path].document for announced in site.explainers]
    explainers = [document for document in documents if isinstance(document, Explainer)]
    facts = [[(fact.label.plain, fact) for fact in explainer.facts] for explainer in explainers]
    for older, newer in _at_odds(facts, _agree):
        there = f"{_value(newer)} in {_line(newer.place)}"
        yield _contradiction(older.place, f"“{older.label.plain}” is {_value(older)} here and {there}")
    events = [[(event.title.plain, event) for event in explainer.events] for explainer in explainers]
    for at, other in _at_odds(events, _meet):
        dates = f"dated {at.date.text} here and {other.date.text} in {_line(other.place)}"
        yield _contradiction(at.place, f"“{at.title.plain}” is {dates}")


def _at_odds(
    pages: Iterable[Iterable[tuple[str, Entry]]], agree: Callable[[Entry, Entry], bool]
) -> Iterator[tuple[Entry, Entry]]:
    """What is told under one name on two pages, if nothing told there agrees; in ``pages`` the newer comes first."""
    known: dict[str, list[Entry]] = {}
    for page in pages:
        told: dict[str, list[Entry]] = {}
        for name, entry in page:
            told.setdefault(" ".join(name.casefold().split()), []).append(entry)
        for name, entries in told.items():
            others = known.setdefault(name, entries)
            if not any(agree(entry, other) for entry in entries for other in others):
                yield entries[0], others[0]


def _agree(fact: Fact, other: Fact) -> bool:
    return "".join(fact.value.plain.casefold().split()) == "".join(other.value.plain.casefold().split())


def _meet(event: Event, other: Event) -> bool:
    """Whether both can be on one day: dates may be more or less exact."""
    return event.date.earliest <= other.date.latest and other.date.earliest <= event.date.latest


def _value(fact: Fact) -> str:
    return f"“{fact.value.plain}”" + (f" (as of {fact.as_of.text})" if fact.as_of else "")


def _line(place: Place) -> str:
    return f"{place.path}:{place.line}"


def _contradiction(place: Place, message: str) -> Problem:
    return problem("contradiction", place, message, _HINT)
