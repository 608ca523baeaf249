"""The examples of the CommonMark Spec, as the file beside this one has them."""

import re
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).parent / "examples.txt"
_EXAMPLE = re.compile(r"^=== (\d+)\n(.*?)^\.\n(.*?)(?=\n^=== |\n^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """What Markdown means."""

    number: int  # as in the specification
    markdown: str
    html: str


def read_examples() -> list[Example]:
    text = _FILE.read_text("utf-8").replace("→", "\t")
    return [Example(int(number), markdown, html) for number, markdown, html in _EXAMPLE.findall(text)]
