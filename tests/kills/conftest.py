"""The newsroom whose builds are killed."""

from tests.publish.conftest import desk

__all__ = ["desk"]
