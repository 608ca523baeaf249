"""Work: what is done once for each of many keys, straight away or by a memory that skips what is known.

Every stage that can be remembered says what it does for one key and what that may look at: a scene. ``Plain`` does
all of it. The memory of a build does only what has to be done (docs/architecture.md).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from msgspec import Struct, field

Handle = Any  # what stands for a value that was kept; only who made it can open it


class Keep(Protocol):
    """Keeps values."""

    def __call__(self, value: object, *, exactly: bool = False) -> Handle:
        """A handle for the value; kept ``exactly``, equal values have equal digests."""


Digester = Callable[[str], bytes]
Still = Callable[[Any], bool]


def always(_: object) -> bool:
    """True: what is known is good."""
    return True


class Scene(Struct, frozen=True):
    """What work may look at."""

    name: str
    subject: Any
    digests: Mapping[str, Digester] = field(default_factory=dict)  # of the values of an attribute, where they are known
    whole: frozenset[str] = frozenset()  # of these attributes the digest is that of the whole, known without opening it


class Runner(Protocol):
    """Does work."""

    def run(
        self, stage: str, keys: Iterable[str], do: Callable[..., Any], *scenes: Scene, still: Still = always
    ) -> dict[str, Any]:
        """What ``do(key, keep, *subjects)`` gives for each key, in their order.

        The values are plain ones, in which handles stand for large ones. What is known already is only good if it
        ``still`` is. scenes: what the work may look at; their subjects are the arguments of ``do``.
        """

    def before(self, stage: str, key: str) -> Any:
        """What the work gave when it was last done, still valid or not; None if that is not known."""

    def was_done(self, stage: str, key: str) -> bool:
        """True if the work had to be done in this build."""

    def keep(self, value: object, *, exactly: bool = False) -> Handle:
        """A handle for the value; with ``exactly``, equal values have equal digests."""

    def open(self, handle: Handle) -> Any:
        """The value of a handle from keep."""

    def digest(self, handle: Handle) -> bytes:
        """The digest of the value of a handle, by which values are compared; b"" if nothing is remembered."""


class Plain:
    """Does all of it at once, and keeps values as they are."""

    def run(
        self, stage: str, keys: Iterable[str], do: Callable[..., Any], *scenes: Scene, still: Still = always
    ) -> dict[str, Any]:
        """What ``do`` gives for each key."""
        del stage, still
        return {key: do(key, self.keep, *(scene.subject for scene in scenes)) for key in keys}

    def before(self, stage: str, key: str) -> Any:
        """None."""

    def was_done(self, stage: str, key: str) -> bool:
        """True."""
        return bool(stage or key)

    def keep(self, value: object, *, exactly: bool = False) -> Handle:
        """The value itself."""
        del exactly
        return value

    def open(self, handle: Handle) -> Any:
        """The value itself."""
        return handle

    def digest(self, handle: Handle) -> bytes:
        """Nothing: what is not remembered is not compared."""
        del handle
        return b""


PLAIN = Plain()
