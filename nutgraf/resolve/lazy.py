"""Mappings whose values are made when somebody asks for them."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")


class Lazy(Mapping[str, Value]):
    """Values by key, each made by its own function at every look; nothing is kept."""

    def __init__(self, makers: Mapping[str, Callable[[], Value]]) -> None:
        self._makers = makers

    def __getitem__(self, key: str) -> Value:
        return self._makers[key]()

    def __contains__(self, key: object) -> bool:
        return key in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class Kept(Lazy[Value]):
    """Values by key, each made once."""

    def __init__(self, makers: Mapping[str, Callable[[], Value]]) -> None:
        super().__init__(makers)
        self._kept: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._kept:
            self._kept[key] = super().__getitem__(key)
        return self._kept[key]
