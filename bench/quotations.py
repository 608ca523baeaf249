"""How long it takes to check quotations: a thousand of them against a hundred sources, and ten times that."""

import random
from collections.abc import Callable

from bench.row import Row
from nutgraf.quotations import Found, NotFound, find_quotation, prepare

WORDS_IN_SOURCE = 5_000
WORDS_IN_PARAGRAPH = 50
VOCABULARY = 8_000

Text = list[str]  # paragraphs


def _sources(count: int, words: int, chance: random.Random) -> list[Text]:
    letters = "etaoinshrdlcumwfgypbvk"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(VOCABULARY)]
    often = [1 / rank for rank in range(1, VOCABULARY + 1)]  # as words are in any language
    return [
        [
            _paragraph(chance.choices(vocabulary, often, k=WORDS_IN_PARAGRAPH))
            for _ in range(words // WORDS_IN_PARAGRAPH)
        ]
        for _ in range(count)
    ]


def _paragraph(words: Text) -> str:
    words[0] = words[0].capitalize()
    words[7] += ","
    words[12] += "."
    words[13] = words[13].capitalize()
    words[20], words[25] = f"“{words[20]}", f"{words[25]},”"
    words[30] += " –"
    words[40] += "’s"
    return " ".join(words) + "."


def _quotation(text: Text, chance: random.Random) -> str:
    words = chance.choice(text).split(" ")
    start = chance.randint(0, len(words) - 20)
    quoted = words[start : start + chance.randint(6, 20)]
    kind = chance.randrange(4)
    if kind == 1:  # other marks and dashes
        return " ".join(quoted).replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "—")
    if kind == 2:
        return f"{' '.join(quoted[:3])} … {' '.join(quoted[5:])}"
    if kind == 3:
        return f"{' '.join(quoted[:2])} [inserted] {' '.join(quoted[3:])}"
    return " ".join(quoted)


def _check(sources: list[Text], quotations: list[str], outcome: type) -> Callable[[], object]:
    def task() -> None:
        texts = [prepare(source, "A headline") for source in sources]
        for number, quotation in enumerate(quotations):
            answer = find_quotation(quotation, texts[number % len(texts)])
            if not isinstance(answer, outcome):
                raise SystemExit(f"The measurement is wrong: {quotation!r} gave {answer}")

    return task


def _found(size: int) -> Callable[[], object]:
    chance = random.Random(1)
    sources = _sources(100 * size, WORDS_IN_SOURCE, chance)
    return _check(sources, [_quotation(sources[n % len(sources)], chance) for n in range(1_000 * size)], Found)


def _longer_sources(size: int) -> Callable[[], object]:
    chance = random.Random(2)
    sources = _sources(10, WORDS_IN_SOURCE * size, chance)
    return _check(sources, [_quotation(sources[n % len(sources)], chance) for n in range(100)], Found)


def _not_found(size: int) -> Callable[[], object]:
    chance = random.Random(3)
    sources = _sources(10, WORDS_IN_SOURCE, chance)
    wrong = []
    for number in range(100 * size):
        words = _quotation(sources[number % len(sources)], chance).split(" ")
        wrong.append(" ".join([*words[:-1], "misquoted"]))
    return _check(sources, wrong, NotFound)


ROWS = (
    Row("1,000 quotations found in 100 sources of 5,000 words", _found, most=1.0),
    Row("100 quotations found in 10 sources of 5,000 words; 10× longer sources", _longer_sources),
    Row("100 misquotations and their nearest passage; 10× more of them", _not_found),
)
