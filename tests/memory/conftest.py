"""The newsroom for tests of the memory."""

from pathlib import Path

import pytest

from tests.memory.desk import Desk, new_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A newsroom that has never been built."""
    return new_desk(tmp_path)
