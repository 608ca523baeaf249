"""The newsroom that publishing is tested with."""

from pathlib import Path

import pytest

from tests.memory.desk import Desk, new_desk
from tests.sites.project import PROJECT
from tests.systems import borrow

_LEFT_OUT = ("explainers/light.md", "glossary/wall.md")  # a small site is enough


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A newsroom that has been published."""
    desk = new_desk(tmp_path)
    for path in _LEFT_OUT:
        (desk.project / "content" / path).unlink()
    (desk.project / "site.py").write_bytes((PROJECT / "site.py").read_bytes())
    borrow(PROJECT / "nutgraf", desk.project / "nutgraf")
    assert desk.build().is_published
    return desk
