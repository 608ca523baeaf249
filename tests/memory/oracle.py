"""The oracle: whatever happens between two builds, the second publishes what a first one would, and does no more.

One seed of each kind runs in the core tests, more in tests/oracle.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random

import pytest

from nutgraf.build import Build, Options
from nutgraf.memory import session, table_file
from nutgraf.memory.glance import unchanged
from nutgraf.memory.recall import Recall
from nutgraf.problems import Problem
from tests.memory.desk import Desk, changed, rendered
from tests.memory.edits import EDITS, Edit, rest, tamper

STEPS = 25


def follow_a_command(desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Random edits, each built by a command of its own; every build must equal a clean one."""
    follow(desk, EDITS, Random(seed), monkeypatch)


def follow_a_preview(desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a process that builds again and again.

    It does not check whether somebody changed what it has published, so that edit is left out.
    """
    edits = tuple(edit for edit in EDITS if edit is not tamper)
    follow(replace(desk, recall=Recall()), (*edits, *[rest] * 4), Random(seed), monkeypatch)


def follow(desk: Desk, edits: tuple[Edit, ...], random: Random, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.build()
    good, story = desk.inputs(), History([])
    for _ in range(STEPS):
        story.told.append(random.choice(edits)(desk, random))
        monkeypatch.setattr(session, "TICK", random.choice((0, 0, 0, 0.02)))  # with and without a doubt about times
        monkeypatch.setattr(table_file, "_SMALL", random.choice((0, 8)))  # whatever has changed is written by itself
        if step(desk, story, looks_twice=random.random() < 0.3):
            good = desk.inputs()
        elif random.random() < 0.7:
            desk.lay(good)
            story.told.append("the mistake is undone")
            assert step(desk, story, looks_twice=False), story


@dataclass
class History:
    """What happened, for whoever reads why a test failed."""

    told: list[str]
    seen: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # the inputs of the last build
    is_forgotten: bool = False  # the cache was deleted, and no page has been made since

    def __repr__(self) -> str:
        return "\n".join(["", *self.told[-6:]])


def step(desk: Desk, story: History, *, looks_twice: bool) -> bool:
    """One build and everything that must hold of it; whether it could be published."""
    options = Options(desk.project, desk.output)
    before = desk.published()
    glance = unchanged(options, desk.cache) if (desk.project / ".cache").exists() else None
    clean, expected = desk.clean_build()
    if glance:
        assert (told(glance.problems), before) == (told(clean.problems), expected), story
    done = desk.build()
    assert told(done.problems) == told(clean.problems), story
    after = desk.published()
    if done.is_published:
        assert after == expected, story
        assert_no_more_than_needed(done, before, after, story)
    else:
        assert after == before, story
    if looks_twice:
        again = desk.build()
        assert (again.written, again.parsed, desk.published()) == (0, (), after), story
        assert not (done.is_published and again.rendered), story
    return done.is_published


def assert_no_more_than_needed(
    done: Build, before: Mapping[str, bytes], after: Mapping[str, bytes], story: History
) -> None:
    """The templates show the whole view, so a page is the same only when its view is."""
    assert rendered(done) >= changed(before, after), story
    assert done.written == len(changed(before, after)), story
    last = story.told[-1]
    story.is_forgotten = story.is_forgotten or last.startswith(".cache/")
    has_other_words = last.startswith("locale/") or "'language = " in last
    if not (has_other_words or story.is_forgotten or last.startswith(("templates/", "the mistake"))):
        assert rendered(done) == changed(before, after), story
    story.is_forgotten = story.is_forgotten and not rendered(done)


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [repr(problem) for problem in problems]
