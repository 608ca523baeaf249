"""Looks: what work saw while it was done.

Nobody declares what a page depends on. The work is handed a stand-in for everything it may look at, and the stand-in
notes each look: the attribute, and the key where the attribute holds many values.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from nutgraf.build import Look
from nutgraf.digests import digest_of
from nutgraf.work import Scene

MISSING = b""  # the digest of what is not there


class Watched:
    """Stands in for a subject and notes what is looked at."""

    def __init__(self, scene: str, subject: object, seen: set[Look]) -> None:
        self._scene = scene
        self._subject = subject
        self._seen = seen

    def __getattr__(self, attribute: str) -> Any:
        """The attribute of the subject, noted; asked for once only, then it stands here."""
        value = getattr(self._subject, attribute)
        if isinstance(value, Mapping):
            value = WatchedMapping(self._scene, attribute, value, self._seen)
        else:
            self._seen.add((self._scene, attribute, None))
        self.__dict__[attribute] = value
        return value


class WatchedMapping(Mapping[str, Any]):
    """Stands in for a mapping and notes which of its values are looked at."""

    def __init__(self, scene: str, attribute: str, values: Mapping[str, Any], seen: set[Look]) -> None:
        self._scene = scene
        self._attribute = attribute
        self._values = values
        self._seen = seen

    def __getitem__(self, key: str) -> Any:
        self._seen.add((self._scene, self._attribute, key))
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._seen.add((self._scene, self._attribute, str(key)))
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        self._seen.add((self._scene, self._attribute, None))
        return iter(self._values)

    def __len__(self) -> int:
        self._seen.add((self._scene, self._attribute, None))
        return len(self._values)


def digest_at(look: Look, scene: Scene) -> bytes:
    """The digest of what a look would see now."""
    _, attribute, key = look
    digester = scene.digests.get(attribute)
    if digester and attribute in scene.whole:
        return digester("")
    if digester and key is not None:
        return digester(key)
    value = getattr(scene.subject, attribute)
    if key is not None:
        return digest_of(value[key]) if value is not None and key in value else MISSING
    if isinstance(value, Mapping):
        return digest_of(tuple(value))
    return digester("") if digester else digest_of(value)
