"""Mappings whose values are made when somebody asks for them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from nutgraf.digests import joined
from nutgraf.work import Handle, Runner

Value = TypeVar("Value")


class Lazy(Mapping[str, Value]):
    """Values by key, each made at every look of what stands for it; nothing is kept."""

    def __init__(self, make: Callable[[Any], Value], stands: Mapping[str, Any]) -> None:
        self._make = make
        self._stands = stands

    def __getitem__(self, key: str) -> Value:
        return self._make(self._stands[key])

    def __contains__(self, key: object) -> bool:
        return key in self._stands

    def __iter__(self) -> Iterator[str]:
        return iter(self._stands)

    def __len__(self) -> int:
        return len(self._stands)


class Kept(Lazy[Value]):
    """Values by key, each made once."""

    def __init__(self, make: Callable[[Any], Value], stands: Mapping[str, Any]) -> None:
        super().__init__(make, stands)
        self._kept: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._kept:
            self._kept[key] = super().__getitem__(key)
        return self._kept[key]


class Gathered(Mapping[str, tuple[Value, ...]]):
    """What many have left under each name, one after the other; opened at every look."""

    def __init__(self, left: Mapping[str, Sequence[Handle]], runner: Runner) -> None:
        self._left = left
        self._runner = runner

    def __getitem__(self, name: str) -> tuple[Value, ...]:
        return tuple(each for handle in self._left[name] for each in self._runner.open(handle))

    def __contains__(self, name: object) -> bool:
        return name in self._left

    def __iter__(self) -> Iterator[str]:
        return iter(self._left)

    def __len__(self) -> int:
        return len(self._left)

    def digest(self, name: str) -> bytes:
        """One digest of what was left under the name; b"" when nothing was."""
        return joined(list(map(self._runner.digest, self._left[name]))) if name in self._left else b""
