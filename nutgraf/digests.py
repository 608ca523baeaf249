"""Digests of values: equal values give equal digests, in every process and on every machine."""

import hashlib
import pickle
from io import BytesIO

SIZE = 16  # bytes


def pickled(value: object) -> bytes:
    """A value made of tuples, dataclasses, texts and numbers, pickled so that equal values give equal bytes.

    It is done without a memo: with one, the bytes would tell which equal parts are the same object.
    """
    buffer = BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return buffer.getvalue()


def digest_of(value: object) -> bytes:
    """A digest of such a value. Sets have no order to go by: a set can be digested, but nothing that holds one."""
    written = pickled(sorted(value) if isinstance(value, frozenset) else value)
    return hashlib.blake2b(written, digest_size=SIZE).digest()


def joined(digests: "list[bytes]") -> bytes:
    """One digest of many, in their order."""
    return hashlib.blake2b(b"".join(digests), digest_size=SIZE).digest()


def sum_of(contents: bytes) -> bytes:
    """A digest of the contents of a file."""
    return hashlib.blake2b(contents, digest_size=SIZE).digest()
