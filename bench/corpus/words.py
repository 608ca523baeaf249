"""Words at the frequencies of a language: invented ones, between real small words."""

import random
from functools import cache
from itertools import accumulate

VOCABULARY = 4_000
SMALL = "the of and to in a that for on with as by at from was is were has had its this which their after under".split()
_ONSETS = "b c d f g h k l m n p r s t v w br dr gr pr st tr".split()
_VOWELS = "a e i o u".split()
_CODAS = "n r l s t m".split()


class Chance:
    """Chosen words; the same seed gives the same ones on every machine and in every run."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)

    def words(self, count: int) -> list[str]:
        """So many words of a sentence, two in five of them small ones."""
        words, weights = _vocabulary()
        small = self.random.choices(SMALL, k=count)
        large = self.random.choices(words, cum_weights=weights, k=count)
        return [small[at] if self.random.random() < 0.4 else large[at] for at in range(count)]

    def name(self) -> str:
        """A word of three syllables: longer than any of the vocabulary, so that it is not met by accident."""
        return _invented(self.random, 3)


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Words and their cumulated weights."""
    maker = random.Random("vocabulary")
    words = sorted({_invented(maker, maker.randint(1, 2)) for _ in range(VOCABULARY * 2)})
    maker.shuffle(words)
    return words[:VOCABULARY], list(accumulate(1 / rank for rank in range(3, VOCABULARY + 3)))


def _invented(chance: random.Random, syllables: int) -> str:
    letters = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables)]
    return "".join(letters) + chance.choice(_CODAS)


def sentence(words: list[str]) -> str:
    """The words with a capital and a full stop."""
    return f"{words[0][0].upper()}{words[0][1:]} {' '.join(words[1:])}."
