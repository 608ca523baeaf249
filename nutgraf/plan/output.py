"""Outputs: what the plan asks render for."""

from typing import Protocol

from msgspec import Struct

from nutgraf.problems import Problem


class UndrawableError(Exception):
    """A drawing that cannot be made, because what the desk gave for it is at fault."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What to tell the editor."""
        problems: tuple[Problem, ...] = self.args
        return problems


class Drawing(Protocol):
    """A picture that is made from values alone: the same key, the same bytes."""

    @property
    def key(self) -> str:
        """A digest of everything the picture is made from, and of the way it is made."""

    def draw(self) -> bytes:
        """The contents of its file. Raises UndrawableError."""


class Output(Struct, frozen=True):
    """A file to publish: a template and the view it shows, a drawing to be made, or finished contents."""

    address: str
    template: str | None = None  # None for contents that need no rendering
    view: object = None
    drawing: Drawing | None = None
    contents: bytes = b""
    origin: str = ""  # the content file behind it, for messages; "" for pages of the whole site
