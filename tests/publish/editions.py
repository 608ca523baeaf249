"""The same newsroom at noon and in the evening: two editions of one site that share some of their pages."""

from collections.abc import Mapping

from tests.memory.desk import Desk

FERRY = "content/explainers/ferry.md"
EVENING: Mapping[str, bytes] = {
    "content/explainers/tide.md": b"---\ntitle: The tide\nstandfirst: It turns.\ndate: 2026-01-22\n---\nIt turned.\n",
    "content/glossary/tide.md": b"---\ntitle: Tide\nkind: term\ndefinition: Water that comes and goes.\n---\n",
}
GONE = ("content/glossary/council.md", "content/glossary/ferry.md")


def two_editions(desk: Desk) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """The inputs of a site, and of another that shares some of its pages."""
    noon = desk.inputs()
    evening = {**noon, **EVENING, FERRY: noon[FERRY] + b"\nIt did not sail.\n"}
    return noon, {path: text for path, text in evening.items() if path not in GONE}
