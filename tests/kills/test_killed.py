"""A build may be killed at any moment: the site is old or new then, and the next build makes it whole."""

import json
import shutil
from collections.abc import Mapping
from itertools import cycle

from nutgraf.publish import MANIFEST
from tests.kills.killing import killed, moments
from tests.memory.desk import Desk
from tests.publish.editions import FERRY, two_editions
from tests.systems import unix_only

pytestmark = unix_only("way to copy a process")

STAGE = ".nutgraf-new"


def site(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The published files, without the list of what is ours and what is staged."""
    return {name: text for name, text in files.items() if name != MANIFEST and not name.startswith(STAGE)}


def is_either(name: str, text: bytes, *editions: Mapping[str, bytes]) -> bool:
    return any(edition.get(name) == text for edition in editions)


def test_a_site_is_made_whole_by_the_next_build_wherever_one_is_killed(desk: Desk) -> None:
    inputs = two_editions(desk)
    published: list[Mapping[str, bytes]] = []
    steps = []
    for edition in (1, 0):  # what a kill is measured by: clean builds, and the steps of one that runs to its end
        desk.lay(inputs[edition])
        published.insert(0, desk.clean_build()[1])
        steps = moments(desk.build, desk.scratch / "steps")
    changing = [moment for moment, step in enumerate(steps) if step != "read"]
    reading = [moment for moment, step in enumerate(steps) if step == "read"]
    spread = sorted({*changing, *reading[::6]})
    kills = 0
    whole = [0, 0]
    for moment, edition in zip([spread[len(spread) * part // 60] for part in range(60)], cycle((1, 0)), strict=False):
        old, new = site(published[1 - edition]), site(published[edition])
        desk.lay(inputs[edition])
        kills += killed(desk.build, moment)
        left = site(desk.published())
        assert [name for name, text in left.items() if not is_either(name, text, old, new)] == [], steps[moment]
        assert old.keys() & new.keys() <= left.keys(), steps[moment]
        whole[0] += left == old
        whole[1] += left == new
        assert desk.build().is_published, steps[moment]
        assert desk.published() == published[edition], f"killed at {moment}, {steps[moment]}"
        assert not (desk.output / STAGE).exists()
    assert kills >= 50
    assert whole[0] > 9, "none was killed before it published"
    assert whole[1] > 9, "none was killed after it published"
    assert whole[0] + whole[1] < kills, "none was killed while it published"


def first_move(steps: list[str]) -> int:
    """The moment when the first page is about to be moved: after the journal and the list of what is ours."""
    return [moment for moment, step in enumerate(steps) if step == "os.rename"][2]


def test_a_publication_that_was_cut_off_is_finished_also_when_the_content_has_an_error_by_then(desk: Desk) -> None:
    noon, evening = two_editions(desk)
    desk.lay(evening)
    published = desk.clean_build()[1]
    steps = moments(desk.build, desk.scratch / "steps")
    desk.lay(noon)
    desk.build()
    desk.lay(evening)
    assert killed(desk.build, first_move(steps) + 1)
    assert desk.published() != published
    assert json.loads((desk.output / STAGE / ".journal.json").read_text("utf-8"))
    desk.write(FERRY, "---\ntitle: [\n---\n")
    done = desk.build()
    assert [problem.place.path for problem in done.problems] == [FERRY]
    assert not done.is_published
    assert desk.published() == published


def test_a_first_build_that_is_killed_leaves_nothing_in_the_way(desk: Desk) -> None:
    published = desk.clean_build()[1]

    def afresh() -> None:
        desk.build(forgets=True)

    shutil.rmtree(desk.output)
    steps = moments(afresh, desk.scratch / "steps")
    for moment in [moment for moment, step in enumerate(steps) if step == "os.rename"][::6]:
        shutil.rmtree(desk.output)
        assert killed(afresh, moment)
        desk.build()
        assert desk.published() == published
