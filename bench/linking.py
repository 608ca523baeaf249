"""What a large glossary costs: the same texts linked with 50 names, and with 5,000 of which the texts hold no more."""

import random
from collections.abc import Callable
from hashlib import sha256

from bench.row import Row
from nutgraf.kinds.documents import parse
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.read import File
from nutgraf.resolve.mentions import Mentions, entries_of

EXPLAINERS = 100
WORDS = 700
NAMES = 50
LETTERS = "etaoinshrdlcumwfgypbvk"


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(4, 10)))


def _documents(names: int) -> tuple[tuple[Explainer, ...], tuple[Term, ...]]:
    """A hundred explainers that mention the first fifty names, and a glossary of so many."""
    chance = random.Random(1)
    words = [_word(chance) for _ in range(5_000)]
    titles = [f"{_word(chance)} {_word(chance)}".title() for _ in range(max(names, NAMES))]
    texts = []
    for number in range(EXPLAINERS):
        body = chance.choices(words, k=WORDS)
        for at in range(0, WORDS, 70):
            body[at] = titles[chance.randrange(NAMES)]
        paragraphs = "\n\n".join(" ".join(body[at : at + 70]) + "." for at in range(0, WORDS, 70))
        front = f"---\ntitle: Title {number}\nstandfirst: One sentence.\ndate: 2026-01-22\n---\n"
        texts.append((f"content/explainers/e{number}.md", f"{front}## Why?\n\n{paragraphs}\n"))
    for number, title in enumerate(titles[:names]):
        front = f"---\ntitle: {title}\nkind: initiative\ndefinition: What it means.\n---\n"
        texts.append((f"content/glossary/t{number}.md", front))
    written, _ = parse([File(path, text.encode(), sha256(text.encode()).hexdigest()) for path, text in texts])
    return written.of(Explainer), written.terms


def _link(size: int) -> Callable[[], object]:
    explainers, terms = _documents(NAMES * size)
    entries = entries_of(terms)

    def task() -> None:
        for _ in range(5):
            mentions = Mentions(entries)
            for explainer in explainers:
                mentions.link(explainer)

    return task


ROWS = (Row("500 explainers linked with 50 names; 100× names", _link, sizes=(1, 100)),)
