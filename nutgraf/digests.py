"""Digests of values: equal values give equal digests, in every process and on every machine."""

import hashlib
import pickle
from io import BytesIO

SIZE = 16  # bytes


def digest_of(value: object) -> bytes:
    """A digest of a value made of tuples, dataclasses, texts and numbers.

    Pickled without a memo: with one, the bytes would tell which equal parts are the same object. Sets have no order to
    go by, so only a set itself can be digested, not one inside something else.
    """
    if isinstance(value, frozenset):
        value = sorted(value)
    buffer = BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return hashlib.blake2b(buffer.getbuffer(), digest_size=SIZE).digest()


def joined(digests: "list[bytes]") -> bytes:
    """One digest of many, in their order."""
    return hashlib.blake2b(b"".join(digests), digest_size=SIZE).digest()


def sum_of(contents: bytes) -> bytes:
    """A digest of the contents of a file."""
    return hashlib.blake2b(contents, digest_size=SIZE).digest()
