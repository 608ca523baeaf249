"""What a test needs of the system it runs on."""

import sys

import pytest


def unix_only(reason: str) -> pytest.MarkDecorator:
    """For a test of what Windows does not have; the reason says what. On Linux and macOS it always runs."""
    return pytest.mark.skipif(sys.platform == "win32", reason=f"Windows has no {reason}")


def linux_only(reason: str) -> pytest.MarkDecorator:
    """For a test of what only Linux has; the reason says what."""
    return pytest.mark.skipif(sys.platform != "linux", reason=f"only Linux has {reason}")
