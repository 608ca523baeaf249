"""Seeds and the files that describe them."""

from collections.abc import Iterator

from nutgraf.problems import Problem, did_you_mean
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source
from nutgraf.rules import problem


def check_source(source: Source, site: Site) -> Iterator[Problem]:
    """A problem for a source whose seed is missing or is not the pinned one."""
    file = source.file
    if file is None:
        return
    path = f"seeds/{file.seed.text}"
    if source.sha256 is None and file.seed.text in site.seeds:
        return  # parse has said why
    if source.sha256 is None:
        message = f"there is no seed “{file.seed.text}”"
        hints = did_you_mean(file.seed.text, site.seeds) or ("put the capture into seeds/",)
        yield problem(
            "seed-missing", file.seed.place, message, *hints, lacks=f"file {path}", cause_of=(f"text of {source.id}",)
        )
    elif file.sha256 and file.sha256.text.lower() != source.sha256:
        message = f"{path} is not the capture that was pinned here"
        yield problem(
            "seed-changed",
            file.sha256.place,
            message,
            "put the pinned capture back, or read the changed one again and pin it",
            f"its sha256 is {source.sha256}",
        )
