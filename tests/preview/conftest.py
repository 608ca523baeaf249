"""A preview of a small project that the press prints."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.press import Press, lay_out
from tests.preview.running import Running, running, until


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture
def desk(tmp_path: Path, press: Press) -> Iterator[Running]:
    """A running preview whose first build is done."""
    with running(lay_out(tmp_path / "project"), press) as preview:
        until(lambda: preview.builds)
        yield preview
