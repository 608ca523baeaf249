"""Newsrooms made up at random, of which it is known what they cite and quote, and in which lines."""

import json
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.fuzz.newsrooms import Newsroom

EXPLAINER, TERM, PAGE, HOME = (
    "content/explainers/a.md",
    "content/glossary/quay.md",
    "content/pages/about.md",
    "content/index.md",
)
_NAMES = ("one", "two", "three")
_UNREAD = ("pdf", "mhtml", "vtt", "docx", "markdown", "json", "TXT.bin", "rtf")
# What seeds/ has under the name of a source, and what content/sources/ has.
_SEEDS = ("none", "txt", "txt", "html", "md", "empty", "nul", "furniture", "open", "deeper", "unread", "unread")
_FILES = (
    "none",
    "none",
    "good",
    "other",
    "missing",
    "link",
    "excerpt",
    "pinned",
    "broken",
    "draft",
    "unread",
    "deeper",
)
_PAIRS = (
    *("“|”", '"|"', "„|“", "„|”", "«|»", "»|«", "”|”", "”|“", "「|」", "״|״", "″|″", "＂|＂", "❝|❞", "〝|〞"),
    *(",,|''", "<<|>>", "''|''", "‘‘|’’", "« | »", "“|“", "﹁|﹂", "⹂|”"),
)
_SINGLE = ("‘|’", "'|'", "‚|‘", "‹|›", "『|』", "’|’")
_BEFORE = ("She said ", "She said:", "She said, ", "说：", "She said…", "She left—", "(", "", "l’", "그는 ", "قال:")
_BEHIND = ("", "", " and left", ", she said,", ".", "고 밝혔다", ' on Monday, 12" high')


@dataclass(frozen=True)
class Said:
    """Something that answers to a source."""

    path: str
    lines: range  # where a problem about it may be
    source: str  # "": no source was named
    words: str  # that are quoted; "": none
    is_cited: bool  # False: only the words count, the source is named in a line of its own


@dataclass
class Draft:
    """A file while it is written."""

    path: str
    lines: list[str] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def write(self, text: str, source: str = "", words: str = "", *, is_cited: bool = True) -> None:
        first = len(self.lines) + 1
        self.lines.extend(text.split("\n"))
        if source or words:
            self.said.append(Said(self.path, range(first, len(self.lines) + 1), source, words, is_cited))


@dataclass(frozen=True)
class Cited:
    """A newsroom, and what is cited and quoted in it."""

    newsroom: Newsroom
    said: tuple[Said, ...]


class _Desk:
    """Draws one newsroom."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.count = 0
        self.true: list[str] = []

    def words(self) -> str:
        """Six words that nobody else has said; mostly such as the sources have."""
        self.count += 1
        if self.draw(st.booleans()):
            self.true.append(f"the harbour of port{self.count} was opened")
            return self.true[-1]
        return f"the harbour of port{self.count} lies ruined"

    def quoted(self) -> tuple[str, str]:
        """A sentence with quoted words, and the words."""
        words, before, behind = self.words(), self.draw(st.sampled_from(_BEFORE)), self.draw(st.sampled_from(_BEHIND))
        opening, closing = self.draw(st.sampled_from(_PAIRS)).split("|")
        shape = self.draw(st.sampled_from(["both", "both", "both", "open", "close", "single"]))
        if shape == "single":
            opening, closing = self.draw(st.sampled_from(_SINGLE)).split("|")
            return f"She said: {opening}{words}{closing}", words
        if shape == "open":
            return f"{before}“{words}", words
        if shape == "close":
            return f"She said {words}”", words
        return f"{before}{opening}{words}{closing}{behind}", words

    def source(self) -> str:
        return self.draw(st.sampled_from([*_NAMES, *_NAMES, "gone"]))

    def blocks(self, draft: Draft) -> None:
        for _ in range(self.draw(st.integers(0, 4))):
            source, (text, words) = self.source(), self.quoted()
            shape = self.draw(st.sampled_from(_SHAPES))
            if shape == "code":  # Markdown reads two of these and all between them as code
                draft.write(f"A ``{words}'' [@{source}], and ``more of it'' [@{source}].", source, words)
            elif shape == "attributed":
                draft.write(f"> {words}\n>\n> — Maria Lind [@{source}]", source, words)
            elif shape == "footnote":
                draft.write(f"Words.[^{self.count}]\n\n[^{self.count}]: {text} [@{source}].", source, words)
            elif shape == "plain":
                draft.write(f"Words of the desk [@{source} p{self.draw(st.integers(1, 9))}].", source)
            else:
                draft.write(shape.format(text, source), source, words)
            draft.write("\nSo it was.\n")

    def evidence(self, draft: Draft, name: str, fields: tuple[str, ...]) -> None:
        draft.write(f"{name}:")
        for _ in range(self.draw(st.integers(1, 2))):
            source, lead = self.source(), "  - "
            for each in fields:
                text, words = self.quoted() if self.draw(st.booleans()) else ("Words of the desk", "")
                has_own = self.draw(st.integers(0, 4)) == 0
                draft.write(
                    f"{lead}{each}: {_yaml(text + (f' [@{source}]' if has_own else ''))}",
                    source,
                    words,
                    is_cited=has_own,
                )
                lead = "    "
            draft.write(f"    source: {source}{self.draw(st.sampled_from(['', ' p1']))}", source)
            if self.draw(st.booleans()):
                words = self.words()
                draft.write(f"    quote: {_yaml(words)}", source, words, is_cited=False)
            if name == "timeline":
                draft.write("    date: 2026-01-20")


_SHAPES = (
    *(
        "{} [@{}].",
        "{} [@{}]",
        "{}\n[@{}]",
        "- {} [@{}]",
        "1. Words\n   - {} [@{}]",
        "*{}* [@{}]",
        "## Why?\n\n{} [@{}]",
    ),
    *(
        "| a | b |\n|---|---|\n| x | {} [@{}] |",
        ":::{{note}}\n{} [@{}]\n:::",
        "> {} [@{}]",
        "> > {} [@{}]",
        "    {} [@{}]",
    ),
    *(
        "### {} [@{}]",
        "<p>{} [@{}]</p>",
        "<!-- {} [@{}] -->",
        "[more](https://example.org/) {} [@{}]",
        "{} [see [@{}]]",
    ),
    *(
        "{} [@{}, p2]",
        "{} [@{}]and left",
        "<b>{}</b> [@{}]",
        "| a |\n|---|\n| x | {} [@{}] |",
        "![A ship](../../assets/images/bars.svg) {} [@{}]",
    ),
    *("attributed", "attributed", "footnote", "plain", "code"),
)


def _yaml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@st.composite
def cited(draw: st.DrawFn) -> Cited:
    """A newsroom, and what is cited and quoted in it."""
    desk = _Desk(draw)
    a = Draft(EXPLAINER)
    a.write("---\ntitle: Why the ports closed\nstandfirst: In one sentence.\ndate: 2026-01-22")
    if draw(st.booleans()):
        source = desk.source()
        a.write(f"sources: [{source}]", source, is_cited=False)
    if draw(st.booleans()):
        desk.evidence(a, "key_facts", ("label", "value"))
    if draw(st.booleans()):
        desk.evidence(a, "timeline", ("title", "text"))
    a.write("---\n")
    desk.blocks(a)
    term, page, home = Draft(TERM), Draft(PAGE), Draft(HOME)
    source, (text, words) = desk.source(), desk.quoted()
    term.write("---\ntitle: quay\nkind: term")
    term.write(f"definition: {_yaml(text)}", source, words, is_cited=False)
    term.write(f"source: {source}", source)
    term.write("---\n")
    page.write("---\ntitle: About\n---\n")
    home.write("---\nstandfirst: In one sentence.\n---\n")
    for draft in (term, page, home):
        desk.blocks(draft)
    files = {draft.path: "\n".join(draft.lines) + "\n" for draft in (a, term, page, home)}
    for name in _NAMES:
        files |= _source(draw, name, desk.true)
    levels = "".join(
        f'{rule} = "{draw(st.sampled_from(["off", "warning"]))}"\n'
        for rule in ("seed-unreadable", "seed-missing", "seed-changed", "misplaced-file")
        if draw(st.integers(0, 3)) == 0
    )
    language = draw(st.sampled_from(["en", "ko", "ar"]))
    head = f'title = "x"\nbase_url = "https://news.example/file/"\nlanguage = "{language}"\n'
    said = tuple(each for draft in (a, term, page, home) for each in draft.said)
    return Cited({"site.toml": f"{head}[checks]\n{levels}", **files}, said)


def _source(draw: st.DrawFn, name: str, true: list[str]) -> Newsroom:
    seed, told, unread = (draw(st.sampled_from(each)) for each in (_SEEDS, _FILES, _UNREAD))
    lines = [f"On a Monday of January the minister said that {words}, and thanked all of them." for words in true]
    text = "\n\n".join(["Ports reopen after a long strike", "The ports were closed for weeks, officials said.", *lines])
    html = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    files = {
        "none": {},
        "txt": {f"seeds/{name}.txt": text},
        "html": {f"seeds/{name}.html": f"<html><body><article>{html}</article></body></html>"},
        "md": {f"seeds/{name}.md": text},
        "empty": {f"seeds/{name}.txt": ""},
        "nul": {f"seeds/{name}.txt": "a\0b"},
        "furniture": {f"seeds/{name}.txt": "Share\n"},
        "open": {f"seeds/{name}.md": f"---\ntitle: Ports\n\n{text}"},
        "deeper": {f"seeds/2026/{name}.txt": text},
        "unread": {f"seeds/{name}.{unread}": text},
    }[seed]
    path = next(iter(files), f"seeds/{name}.txt").removeprefix("seeds/")
    front = {
        "good": f"seed: {path}",
        "other": "seed: other.txt",
        "missing": "seed: gone.txt",
        "link": f"seed: {path}\nrights: link",
        "excerpt": f"seed: {path}\nrights: excerpt",
        "pinned": f"seed: {path}\nsha256: {'0' * 64}",
        "broken": "seed: b: c",
        "draft": f"seed: {path}\ndraft: true",
        "unread": f"seed: {path}",
        "deeper": f"seed: {path}",
    }
    place = {"unread": f"{name}.{unread}", "deeper": f"2026/{name}.md"}.get(told, f"{name}.md")
    own = {f"content/sources/{place}": f"---\n{front[told]}\n---\n"} if told != "none" else {}
    return {**files, **own, "seeds/other.txt": text}
