"""After random edits a build equals a clean one, byte for byte: one seed each; tests/oracle has the others."""

import pytest

from tests.memory.desk import Desk
from tests.memory.oracle import follow_a_command, follow_a_preview


def test_after_any_edit_the_site_is_what_a_clean_build_makes_of_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    follow_a_command(desk, 0, monkeypatch)


def test_a_process_that_builds_again_and_again_does_as_well(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    follow_a_preview(desk, 0, monkeypatch)
