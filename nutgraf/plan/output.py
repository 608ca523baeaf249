"""Outputs: what the plan asks render for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Output:
    """A file to publish: a template and the view it shows, or finished contents."""

    address: str
    template: str | None = None  # None for contents that need no rendering
    view: object = None
    contents: bytes = b""
    origin: str = ""  # the content file behind it, for messages; "" for pages of the whole site
