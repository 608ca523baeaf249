"""Fingerprints: one digest of everything that the contents of an output are made from."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from msgspec.msgpack import Encoder

from nutgraf.digests import digest_of, joined, pickled, sum_of
from nutgraf.plan.output import Output


def fingerprint_of(output: Output, closures: Mapping[str, bytes]) -> bytes:
    """The fingerprint; ``closures`` are the digests of templates, each with everything that it includes."""
    if output.template is not None:
        return joined([_digest_of_view(output.view), closures.get(output.template, b"")])
    return digest_of(output.drawing.key if output.drawing else output.contents)


def _digest_of_view(view: object) -> bytes:
    """What a template sees: fields by name and items in order. What their classes are called no template can ask."""
    try:
        written = _VIEWS.encode(view)
    except OverflowError:  # a number of a desk’s own code that takes more than 64 bits
        written = pickled(view)
    return sum_of(written)


def _other(value: object) -> Any:
    """What MessagePack does not know: HTML, which is no mere text, and the values of a desk’s own code."""
    return {"html": str.__str__(value)} if isinstance(value, Markup) else pickled(value)


_VIEWS = Encoder(enc_hook=_other)  # a third of the time that exact pickles take
