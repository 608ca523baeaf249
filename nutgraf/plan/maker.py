"""Makers: each kind of output, which of them there are, and how one is made."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from nutgraf.plan.assets import Assets
from nutgraf.plan.output import Output
from nutgraf.resolve.site import Site

Make = Callable[[Site, Assets, str], Iterator[Output]]


def _once(_: Site) -> Iterable[str]:
    return ("",)


class Maker(Struct, frozen=True):
    """A kind of output."""

    name: str
    make: Make  # those of one key
    keys: Callable[[Site], Iterable[str]] = _once  # what there is one of each for; else there is one
