"""The newsroom for tests of the memory."""

from pathlib import Path

import pytest

from nutgraf.memory import session
from nutgraf.memory.engine import engine_digest
from tests.memory.desk import Desk, new_desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A newsroom; the engine, which does not change under a test, is digested once."""
    engine = engine_digest()
    monkeypatch.setattr(session, "known_engine", lambda *_, **__: engine)
    return new_desk(tmp_path)
