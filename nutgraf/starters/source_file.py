"""A source file for a seed: what was detected, the pin, and what is still to be said."""

from collections.abc import Iterator

from nutgraf.seeds import Reading
from nutgraf.starters.yaml_text import scalar

_UNKNOWN = {
    "title": "the headline, if the one detected is wrong",
    "author": "who wrote it",
    "publisher": "who published it",
    "published": "when: 2026-02-04, 2026-02 or 2026",
    "url": "the address of the original",
    "language": "en, hi, de … (BCP 47)",
}
_ALWAYS = (
    "# rights: full        # excerpt publishes only the passages you quote, link no text at all",
    "# remove: [lines of the seed that are kept but should not be]",
    "# keep: [lines of the seed that are dropped but should not be]",
    "# spellings: {Their Spelling: Our Spelling}",
)


def source_file(seed: str, sha256: str, reading: Reading) -> str:
    """The file’s text; ``seed`` is the name of the file in seeds/."""
    return "\n".join(["---", f"seed: {scalar(seed)}", f"sha256: {sha256}", *_fields(reading), *_ALWAYS, "---", ""])


def _fields(reading: Reading) -> Iterator[str]:
    for name, hint in _UNKNOWN.items():
        value: str | None = getattr(reading, name)
        yield f"{name}: {scalar(value)}" if value else f"# {name}: {hint}"
