"""After random edits a build equals a clean one, byte for byte: all the seeds; tests/memory has the first of each."""

import pytest

from tests.memory.desk import Desk
from tests.memory.oracle import follow_a_command, follow_a_preview


@pytest.mark.parametrize("seed", range(1, 8))
def test_after_any_edit_the_site_is_what_a_clean_build_makes_of_it(
    desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow_a_command(desk, seed, monkeypatch)


@pytest.mark.parametrize("seed", range(1, 5))
def test_a_process_that_builds_again_and_again_does_as_well(
    desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow_a_preview(desk, seed, monkeypatch)
