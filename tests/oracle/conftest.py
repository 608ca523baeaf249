"""The newsroom whose builds are compared."""

from tests.memory.conftest import desk

__all__ = ["desk"]
