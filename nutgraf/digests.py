"""Digests of values: equal values give equal digests, in every process and on every machine."""

import hashlib
import pickle
from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace

SIZE = 16  # bytes


def pickled(value: object) -> bytes:
    """The value as bytes, the same for equal values: made of tuples, dataclasses, texts and numbers."""
    buffer = BytesIO()
    _pickle(value, buffer.write)
    return buffer.getvalue()


def digest_of(value: object) -> bytes:
    """SIZE bytes (BLAKE2b) of such a value, the same in every process.

    A frozenset of values that can be sorted is taken as well, but nothing that holds a set, for it has no order.
    """
    digest = hashlib.blake2b(digest_size=SIZE)
    _pickle(sorted(value) if isinstance(value, frozenset) else value, digest.update)  # what is large is never whole
    return digest.digest()


def joined(digests: "list[bytes]") -> bytes:
    """SIZE bytes, one digest of several, which changes with their order."""
    return hashlib.blake2b(b"".join(digests), digest_size=SIZE).digest()


def sum_of(contents: bytes) -> bytes:
    """SIZE bytes (BLAKE2b) of the contents, for comparing within a cache; the digest of an input is SHA-256."""
    return hashlib.blake2b(contents, digest_size=SIZE).digest()


def _pickle(value: object, write: Callable[[bytes], object]) -> None:
    """Without a memo: with one, the bytes would tell which equal parts are the same object."""
    pickler = pickle.Pickler(SimpleNamespace(write=write), pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
