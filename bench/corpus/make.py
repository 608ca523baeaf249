"""The corpus of a given size; the same size always gives the same words."""

from datetime import date, timedelta

from bench.corpus.model import ROUND, Corpus, Event, Explainer, Fact, Paragraph, Quotation, Section, Source, Term
from bench.corpus.words import Chance, sentence

TERMS = 200
TOPICS = 12
SECTIONS = 8
FACTS = 5
EVENTS = 6
SENTENCES = 6  # of a section; with its opening about 85 words
MENTIONS = 3  # glossary names in a section
CITED_SECTIONS = (0, 0, 1, 2, 3, 4, 4, 5, 6, 7)  # the sections in which the ten quotations stand
SOURCES_OF_A_PAGE = 3
PARAGRAPHS = 14
KINDS = ("person", "organisation", "place", "term", "term")
_FIRST_DAY = date(2025, 1, 1)


def make(explainers: int) -> Corpus:
    """A site of so many explainers, 200 glossary entries and a source for every twenty explainers, at least twenty."""
    terms = _terms()
    sources = tuple(_source(number) for number in range(max(20, explainers // 20)))
    topics = tuple(sorted(_topics()))
    pages = tuple(_explainer(number, terms, sources, topics) for number in range(explainers))
    return Corpus("The Measured File", terms, sources, pages, topics)


def _topics() -> set[str]:
    chance = Chance("topics")
    return {chance.name() for _ in range(TOPICS)}


def _terms() -> tuple[Term, ...]:
    chance = Chance("terms")
    return tuple(_term(number, chance) for number in range(TERMS))


def _term(number: int, chance: Chance) -> Term:
    kind = KINDS[number % len(KINDS)]
    name = chance.name()
    if kind == "person":
        name = f"{name} {chance.name()}".title()
    elif kind == "organisation":
        name = f"Council of {name.title()}"
    elif kind == "place":
        name = name.title()
    definition = f"{sentence(chance.words(16))[:-1]}, as the desk wrote in {ROUND}."
    return Term(name.lower().replace(" ", "-"), name, kind, definition, _text(chance, 4))


def _text(chance: Chance, sentences: int) -> str:
    return " ".join(sentence(chance.words(12)) for _ in range(sentences))


def _source(number: int) -> Source:
    chance = Chance(f"source {number}")
    author = f"{chance.name()} {chance.name()}".title()
    published = (_FIRST_DAY + timedelta(days=number % 360)).isoformat()
    paragraphs = tuple(_text(chance, 4) for _ in range(PARAGRAPHS))
    headline = sentence(chance.words(9))[:-1]
    return Source(f"source-{number:05}", headline, author, "The Measured Times", published, paragraphs)


def _explainer(number: int, terms: tuple[Term, ...], sources: tuple[Source, ...], topics: tuple[str, ...]) -> Explainer:
    chance = Chance(f"explainer {number}")
    cited = [sources[(number + step * 7) % len(sources)] for step in range(SOURCES_OF_A_PAGE)]
    weights = [1 / rank for rank in range(5, len(terms) + 5)]
    named = [chance.random.choices(terms, weights, k=MENTIONS) for _ in range(SECTIONS)]
    day = _FIRST_DAY + timedelta(days=number % 360)
    return Explainer(
        slug=f"explainer-{number:05}",
        title=sentence(chance.words(8))[:-1],
        standfirst=_text(chance, 2),
        date=day.isoformat(),
        topics=tuple(chance.random.sample(topics, 2)),
        facts=tuple(_fact(chance, cited) for _ in range(FACTS)),
        events=tuple(_event(chance, cited, day - timedelta(days=step)) for step in range(EVENTS, 0, -1)),
        sections=tuple(_section(at, chance, names, cited) for at, names in enumerate(named)),
        words=tuple(dict.fromkeys(term for names in named for term in names)),
    )


def _quotation(chance: Chance, cited: list[Source]) -> Quotation:
    """Six to twelve words out of one sentence of a source."""
    source = chance.random.choice(cited)
    paragraph = chance.random.randrange(len(source.paragraphs))
    words = chance.random.choice(source.paragraphs[paragraph].removesuffix(".").split(". ")).split(" ")
    start = chance.random.randint(0, len(words) - 6)
    return Quotation(" ".join(words[start : start + chance.random.randint(6, 12)]), source, paragraph + 1)


def _fact(chance: Chance, cited: list[Source]) -> Fact:
    return Fact(sentence(chance.words(3))[:-1], sentence(chance.words(3))[:-1], _quotation(chance, cited))


def _event(chance: Chance, cited: list[Source], day: date) -> Event:
    return Event(day.isoformat(), sentence(chance.words(4))[:-1], _text(chance, 1), _quotation(chance, cited))


def _section(at: int, chance: Chance, names: list[Term], cited: list[Source]) -> Section:
    texts = [sentence(chance.words(12)) for _ in range(SENTENCES)]
    for turn, term in enumerate(names):
        words = texts[turn + 1].removesuffix(".").split(" ")
        texts[turn + 1] = " ".join([*words[:6], term.title, *words[6:]]) + "."
    if at == 0:
        texts[0] = f"The desk read this page again in {ROUND}."
    half = len(texts) // 2
    wanted = [_quotation(chance, cited) for section in CITED_SECTIONS if section == at]
    quotations = [*wanted, *[None] * (2 - len(wanted))]
    paragraphs = [
        _paragraph(" ".join(part), quotation)
        for part, quotation in zip((texts[:half], texts[half:]), quotations, strict=True)
    ]
    return Section(f"{sentence(chance.words(6))[:-1]}?", tuple(paragraphs))


def _paragraph(text: str, quotation: Quotation | None) -> Paragraph:
    return Paragraph(f"{text} The record says {{}}." if quotation else text, quotation)
