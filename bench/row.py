"""A line of the table of parts."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: a task at a size of one and at ten times that size."""

    name: str
    prepare: Callable[[int], Callable[[], object]]  # size → the task to be timed, its material made beforehand
    most: float | None = None  # seconds allowed at size one; None where only growth is of interest
    sizes: tuple[int, ...] = (1, 10)
