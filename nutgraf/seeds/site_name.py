"""The site's name on the headline's line, as a page's title has it: “Headline | Site”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block

SITE_NAME = re.compile(r"\s+[|–—»·>›/-]\s+|\s*[|｜]\s*")


def without_site_name(blocks: tuple[Block, ...], index: int) -> tuple[str, str | None]:
    """The headline’s text and the site’s name, “Headline” and “Site” from “Headline | Site”; None for a missing name.

    index: the block of the headline. What follows a bar is a name if it is short, what follows a dash only if the name
    is found elsewhere too.
    """
    text = blocks[index].text
    parts = SITE_NAME.split(text)
    if len(parts) < 2 or len(parts[-1].split()) > 5 or len(parts[0].split()) < 3:
        return text, None
    name = parts[-1].strip()
    cut = text.rindex(name)
    rest = text[:cut].rstrip(" |–—»·-")
    others = [block for block in blocks if block is not blocks[index] and block.shape.length < 120]
    known = any(name.casefold() in block.folded or block.text == rest for block in others)
    return (rest, name) if known or "|" in text[len(rest) : cut] else (text, None)
