"""Starters for a glossary entry and a standing page."""

from nutgraf.starters.words import ANSWER, DEFINITION
from nutgraf.starters.yaml_text import scalar


def term_file(title: str) -> str:
    """The text of a glossary entry to fill in, with its title in the front matter."""
    return f"""---
title: {scalar(title)}
kind: term           # person, organisation, initiative, place, term or figure
definition: {DEFINITION}
# aliases: [another way to write it]
# source: the id of a source
# quote: the words in it that the definition rests on
# see_also: [another-entry]
---
"""


def page_file(title: str) -> str:
    """The text of a standing page to fill in, with its title in the front matter."""
    return f"""---
title: {scalar(title)}
# standfirst: one sentence under the headline
---

## What is this?

{ANSWER}
"""
