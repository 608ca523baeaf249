"""Makers: each kind of output, which of them there are, and how one is made."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from nutgraf.plan.assets import Assets
from nutgraf.plan.output import Output
from nutgraf.resolve.site import Site


class Maker(Struct, frozen=True):
    """A kind of output."""

    name: str
    make: Callable[[Site, Assets, str], Iterator[Output]]  # those of one key
    keys: Callable[[Site], Iterable[str]] = lambda _: ("",)  # what there is one of each for; else there is one
