"""Digests of values: equal values give equal digests, in every process and on every machine."""

import hashlib
import pickle
from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace

SIZE = 16  # bytes


def pickled(value: object) -> bytes:
    """A value made of tuples, dataclasses, texts and numbers, pickled so that equal values give equal bytes."""
    buffer = BytesIO()
    _pickle(value, buffer.write)
    return buffer.getvalue()


def digest_of(value: object) -> bytes:
    """A digest of such a value. Sets have no order to go by: a set can be digested, but nothing that holds one."""
    digest = hashlib.blake2b(digest_size=SIZE)
    _pickle(sorted(value) if isinstance(value, frozenset) else value, digest.update)  # what is large is never whole
    return digest.digest()


def joined(digests: "list[bytes]") -> bytes:
    """One digest of many, in their order."""
    return hashlib.blake2b(b"".join(digests), digest_size=SIZE).digest()


def sum_of(contents: bytes) -> bytes:
    """A digest of bytes."""
    return hashlib.blake2b(contents, digest_size=SIZE).digest()


def _pickle(value: object, write: Callable[[bytes], object]) -> None:
    """Without a memo: with one, the bytes would tell which equal parts are the same object."""
    pickler = pickle.Pickler(SimpleNamespace(write=write), pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
