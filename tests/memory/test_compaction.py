"""What the store holds stays in line with what is in use."""

import pytest

from nutgraf.memory import compaction
from tests.memory.desk import Desk


def size(desk: Desk) -> int:
    return sum(path.stat().st_size for path in desk.cache.glob("*.values"))


def edit_often(desk: Desk, times: int) -> None:
    for number in range(times):
        desk.edit("content/explainers/ferry.md", "It is slow.", f"It is slow. {number}")
        assert desk.build().is_published


def test_values_that_nobody_uses_are_thrown_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compaction, "SPARE", 0)
    desk.build()
    first = size(desk)
    edit_often(desk, 12)
    assert size(desk) < 3.5 * first
    done = desk.build()
    assert (done.written, done.rendered) == (0, ())
    assert desk.published() == desk.clean_build()[1]


def test_without_compaction_they_would_pile_up(desk: Desk) -> None:
    desk.build()
    edit_often(desk, 3)
    assert len(list(desk.cache.glob("*.values"))) == 4


def test_the_files_do_not_become_many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compaction, "FILES", 2)
    desk.build()
    edit_often(desk, 4)
    assert len(list(desk.cache.glob("*.values"))) <= 4
    assert desk.published() == desk.clean_build()[1]
