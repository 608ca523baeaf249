"""What the preview says on the terminal."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from nutgraf.preview.builds import Outcome
from nutgraf.preview.hosts import is_loopback
from nutgraf.preview.plain import plain

Say = Callable[[str], None]


def while_open(say: Say) -> Say:
    """Says it as long as the terminal is open; the preview goes on without one."""

    def said(words: str) -> None:
        with suppress(OSError, ValueError):  # the second is raised by a file that was closed
            say(words)

    return said


def address(host: str, port: int, base: str) -> str:
    """The URL to open for a server that listens there."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104  # is compared
    return f"http://{name}:{port}{base}"


def opening(url: str, asked: int, port: int) -> Iterator[str]:
    """The first lines: where the preview is."""
    if asked not in {0, port}:
        yield f"Port {asked} is in use, so this preview has port {port}."
    yield f"Preview: {url} (Ctrl-C ends it)"


def warning(host: str) -> str | None:
    """What to say when other machines can reach the preview; None when they cannot."""
    if is_loopback(host):
        return None
    return (
        f"Warning: this preview listens on {plain(host)}: whoever reaches this machine can read it, drafts and all. "
        "Do so only in a network you trust."
    )


def closing(names: Sequence[str], outcome: Outcome, seconds: float) -> str:
    """The last line about a build: what changed, what came of it, how long it took."""
    which = f"{_listed(names)}: " if names else ""
    if not outcome.is_published:
        told = f"{outcome.counts}; the pages stay as they were"
    else:
        number = outcome.written if names else outcome.pages
        told = f"{number:,} {'file' if names else 'page'}{'s' * (number != 1)}{' changed' if names else ''}"
        told += f", {outcome.counts or 'no warnings'}"
    return f"{which}{told}. {seconds:.2f} s"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - 1
    others = f" and {more} other{'s' * (more != 1)}" if more else ""
    return f"{plain(names[0])}{others}"
