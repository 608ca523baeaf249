"""Seeds and the files that describe them."""

from collections.abc import Iterator

from nutgraf.problems import Problem, did_you_mean
from nutgraf.resolve.site import Site
from nutgraf.rules import problem


def check_sources(site: Site) -> Iterator[Problem]:
    """A problem for each source whose seed is missing or is not the pinned one."""
    captures = {capture.source: capture for capture in site.written.captures}
    for source in site.written.source_files:
        capture = captures.get(source.id)
        if capture is None and f"seeds/{source.seed.text}" in site.written.unread:
            continue  # parse has said why
        if capture is None:
            message = f"there is no seed “{source.seed.text}”"
            hints = did_you_mean(source.seed.text, site.written.seeds) or ("put the capture into seeds/",)
            yield problem("seed-missing", source.seed.place, message, *hints)
        elif source.sha256 and source.sha256.text.lower() != capture.sha256:
            message = f"{capture.path} is not the capture that was pinned here"
            yield problem(
                "seed-changed",
                source.sha256.place,
                message,
                "put the pinned capture back, or read the changed one again and pin it",
                f"its sha256 is {capture.sha256}",
            )
