"""One build of the project in the working folder; prints the processor seconds of each of its stages as JSON.

It runs in a process of its own, with the engine of the project, and does what ``python site.py build --jobs 1`` does.
"""

import time

_STARTED = time.process_time()  # what Python has spent on itself

import gc  # noqa: E402  # the clock comes first
import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
from collections import defaultdict  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from importlib import import_module  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

REST = "The rest"
# In the order of a build. What one stage spends within another counts once, for the inner one.
STAGES = {
    "Start of Python": "",
    "Import of the command line": "",
    "A glance at every file": "nutgraf.memory.glance:unchanged",
    "Import of everything else": "",
    "Digest of the engine": "nutgraf.memory.session:known_engine",
    "Load what is remembered": "nutgraf.memory.table_file:TableFile.load",
    "Read": "nutgraf.pipeline:read",
    "Parse": "nutgraf.pipeline:parse",
    "Resolve": "nutgraf.pipeline:resolve",
    "Check": "nutgraf.pipeline:check",
    "Compare what was looked at": "nutgraf.memory.memory:Memory._changed_in",
    "Look at the output": "nutgraf.press:_are_there",
    "Plan": "nutgraf.pipeline:print_all",
    "Digests of views": "nutgraf.press:fingerprint_of",
    "Render": "nutgraf.press:render",
    "Draw share images": "nutgraf.share.picture:ShareImage.draw",
    "Stage and publish": "nutgraf.press:stage nutgraf.pipeline:publish nutgraf.pipeline:finish",
    "Keep values": "nutgraf.memory.store:Store.keep",
    "Remember": "nutgraf.memory.session:Session.save",
    REST: "",
}


class Stopwatch:
    """The processor seconds of each stage by itself."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._within: list[float] = []  # what the stages in the open ones have spent

    def watch(self, stage: str, place: str) -> None:
        """Puts a timed function in the place of one: ``module:name`` or ``module:Class.name``."""
        module, _, path = place.partition(":")
        *classes, name = path.split(".")
        owner: Any = import_module(module)
        for each in classes:
            owner = getattr(owner, each)
        setattr(owner, name, self._timed(stage, getattr(owner, name)))

    def lap(self, stage: str, begun: float) -> float:
        """Notes what was spent since then; the time it is now."""
        now = time.process_time()
        self.spent[stage] += now - begun
        return now

    def _timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*values: Any, **named: Any) -> Any:
            self._within.append(0)
            begun = time.process_time()
            try:
                value = call(*values, **named)
                return iter(list(value)) if isinstance(value, Iterator) else value
            finally:
                spent = time.process_time() - begun
                self.spent[stage] += spent - self._within.pop()
                if self._within:
                    self._within[-1] += spent

        return timed


def build(project: Path) -> dict[str, float]:
    """One build, as the command does it: the processor seconds of each stage."""
    watch = Stopwatch()
    watch.spent["Start of Python"] = _STARTED
    begun = time.process_time()
    import_module("nutgraf.cli")
    glance = import_module("nutgraf.memory.glance")
    values, cache = import_module("nutgraf.build"), import_module("nutgraf.memory.place")
    begun = watch.lap("Import of the command line", begun)
    options = values.Options(project, project / "build", jobs=1)
    done = glance.unchanged(options, cache.cache_folder(options))
    begun = watch.lap("A glance at every file", begun)
    if done is None:
        gc.disable()
        pipeline = import_module("nutgraf.pipeline")
        begun = watch.lap("Import of everything else", begun)
        for stage, places in STAGES.items():
            for place in places.split():
                watch.watch(stage, place)
        done = pipeline.build(options)
    if not done.is_published:
        raise SystemExit("The build failed.")
    return {stage: watch.spent[stage] for stage in STAGES if stage != REST} | {
        REST: max(0, time.process_time() - sum(watch.spent.values()))
    }


if __name__ == "__main__":
    sys.path[0] = os.getcwd()  # noqa: PTH109  # the engine of the project
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as nutgraf.cli does
    print(json.dumps(build(Path.cwd())))
