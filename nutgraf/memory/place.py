"""Where builds are remembered."""

from pathlib import Path

from nutgraf.build import Options
from nutgraf.digests import sum_of

CACHE = ".cache"  # in the project; safe to delete at any time


def cache_folder(options: Options) -> Path:
    """The folder in the project’s .cache for builds into this output folder: each has its own. It may not exist."""
    project, place = options.project.resolve(), options.output.resolve()
    inside = place.relative_to(project).as_posix() if place.is_relative_to(project) else str(place)
    return options.project / CACHE / f"{place.name}-{sum_of(inside.encode()).hex()[:8]}"
