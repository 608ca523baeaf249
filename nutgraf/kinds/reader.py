"""The texts of one file’s front matter: inline Markdown, names, sources and quotes, each with its place."""

import re

from nutgraf.body import Inline, Quotation, Reference
from nutgraf.kinds.values import Named
from nutgraf.parse.body import parse_inline
from nutgraf.parse.citing import read_reference
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.problems import Problem
from nutgraf.rules import problem

_SOURCE = re.compile(r"(?:\[@)?([^\s=]+?)(?:\s+p(\d{1,4}))?(?:\s*=\s*(.*?))?\]?", re.DOTALL)


class Reader:
    """Reads the texts of one file’s front matter and keeps their problems."""

    def __init__(self, front: FrontMatter) -> None:
        self.front = front
        self.problems: list[Problem] = []

    def inline(self, text: str, *key: str | int, noteless: str | None = None) -> Inline:
        """The text of a field as inline Markdown; its problems are added to the reader.

        key: what leads to the field, as in FrontMatter.place. noteless: what the text is (“a standfirst”) if it cannot
        cite.
        """
        inline, problems = parse_inline(text, self.front.place(*key), noteless=noteless)
        self.problems.extend(problems)
        return inline

    def maybe_inline(self, text: str | None, *key: str | int, noteless: str | None = None) -> Inline | None:
        """What inline gives, or None for a field that is absent."""
        return None if text is None else self.inline(text, *key, noteless=noteless)

    def maybe_name(self, text: str | None, *key: str | int) -> Named | None:
        """The name with its place, or None for a field that is absent."""
        return None if text is None else Named(text, self.front.place(*key))

    def names(self, texts: tuple[str, ...], name: str) -> tuple[Named, ...]:
        """A list of names, each with its place."""
        return tuple(Named(text, self.front.place(name, number)) for number, text in enumerate(texts))

    def source(self, text: str | None, *key: str | int) -> Reference | None:
        """A ``source`` field: a source, with the paragraph and sum that the editor names (``gor-meeting p4``)."""
        if text is None:
            return None
        place = self.front.place(*key, "source")
        match = _SOURCE.fullmatch(text)
        if not match:
            return Reference(text, None, place)  # no source has such a name: the check says so
        return read_reference(match, place)

    def quote(self, text: str | None, source: str | None, *key: str | int) -> Quotation | None:
        """A ``quote`` field; without a source it cannot be checked, which is a problem."""
        if text is None:
            return None
        place = self.front.place(*key, "quote")
        if source is None:
            self.problems.append(
                problem("quote-without-source", place, "this quote names no source", "add “source: …” beside it")
            )
        return Quotation(text, place)
