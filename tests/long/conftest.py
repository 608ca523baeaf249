"""The newsroom whose cache is damaged."""

from tests.memory.conftest import desk

__all__ = ["desk"]
