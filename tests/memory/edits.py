"""Edits as a desk makes them, at random, and the mishaps that befall a project between two builds."""

import os
import shutil
from collections.abc import Callable
from random import Random

from tests.images import makers
from tests.memory.desk import Desk

# What may be written in place of what, wherever it stands: front matter, bodies, seeds, templates, settings.
_SWAPS = (
    ("the harbour council", "the council of the harbour"),
    ("Harbour council", "Town council"),
    ("The ferry", "The boat"),
    ("ferry", "Ferry"),
    ("wall", "sea wall"),
    ("Nobody", "Somebody"),
    ("£4 million", "£5 million"),
    ("nine to two", "ten to one"),
    ("2025-03-04", "2025-01-15"),
    ("2025-02-01", "2025-05"),
    ("2025-03-05", "2025-03-06"),
    ("[harbour, money]", "[money]"),
    ("[harbour]", "[Harbour, boats]"),
    ("aliases: [council]", "aliases: [body]"),
    ("aliases: [council]\n", ""),
    ("kind: term", "kind: place"),
    ("rights: full", "rights: excerpt"),
    ("rights: full", "rights: link"),
    ("language: en-GB", "language: fr"),
    ("Harbour Gazette", "Harbour Times"),
    ("Harbor Council: harbour council", "harbor: harbour"),
    ("title: About us", "title: A. Writer"),
    ("title: What the wall is for", "title: What the ferry is for"),
    ("What does it carry?", "What is it for?"),
    ("Who objects?", "Who objects to it?"),
    ("see_also: [council]", "see_also: [ferry]"),
    ("explainers: [wall]", "explainers: [light, ferry]"),
    ("The File", "The Dossier"),
    ('language = "en"', 'language = "de"'),
    ('page = "/glossary/"', 'page = "/timeline/"'),
    ("A town made for tests", "Another town"),
    ('author = "A. Writer"', 'author = ["A. Writer", "B. Second"]'),
    ("A. Writer", "About us"),
    ("[checks]\n", '[colours]\naccent = "#7a1f1f"\n\n[checks]\n'),
    ("[topics.harbour]", "raw_html = true\n[topics.harbour]"),
    ('[topics.harbour]\ntitle = "The harbour"', '[topics.money]\ntitle = "The bill"'),
    ('unused-term = "off"', 'unused-term = "warning"'),
    ("foot", "feet"),
    ("facts of", "all facts of"),
    ("{{ view }}", "{{ view }}{# nothing #}"),
    ('{% extends "base.html" %}', '{% extends "base.html" %}\n{% from "components/facts.html" import facts %}'),
    ('_("Sources")', '_("Key facts")'),
    ("margin: 0", "margin: 1px"),
    ("color: red", "background: url(../../images/wall.svg)"),
    ("let site = 1", "let site = 2"),
    ("\n---\n", "\ndraft: true\n---\n"),
    ("<svg", "<svg data-x='1'"),
    ("\n\n", "\n\nA paragraph of its own, on the harbour council and the ferry.\n\n"),
    ("\n\n", "\n\nA <b>bold</b> word, and [[council]].\n\n"),
    ("\n\n", "\n\n:::{key-facts} wall\n:::\n\n"),
    ("\n\n", "\n\nIt is 50% [@letter p1 = 25% + 25%].\n\n"),
    ("25% + 25%", "30% + 20%"),
    ("25% + 25%", "25% + 25% = 50%"),
    ("\n\n", "\n\n:::{embed}\nurl: https://charts.example.com/x\ntitle: The bill\n\nIt says so [@letter p1].\n:::\n\n"),
    ("[checks]\n", '[checks]\nno-box = "off"\n'),
    ('author = "A. Writer"', 'author = "A. Writer"\nembeds = ["charts.example.com"]'),
    ("charts.example.com", "charts.example.net"),
    ("\n\n", "\n\nIt says so [@letter p1] and [the seed](../../seeds/notice.txt).\n\n"),
    ("\n\n", "\n\n![The port](../../assets/images/port.png)\n\n"),
)
_NEW = {
    "content/explainers/tide.md": "---\ntitle: The tide\nstandfirst: x\ndate: 2025-04-01\n---\n[It](ferry.md).\n",
    "content/explainers/a-draft.md": "---\ntitle: Draft\nstandfirst: x\ndate: 2025-04\ndraft: true\n---\nThe ferry.\n",
    "content/glossary/post.md": "---\ntitle: Post\nkind: term\ndefinition: Letters, by sea.\naliases: [letters]\n---\n",
    "content/pages/thanks.md": "---\ntitle: Thanks\n---\nTo the harbour council.\n",
    "content/sources/letter.md": "---\nseed: letter.txt\ntitle: The letter\nauthor: A ferryman\n---\n",
    "content/sources/again.md": "---\nseed: notice.txt\ntitle: The notice again\n---\n",
    "seeds/speech.txt": "A speech\n\nThe harbour council will not be moved, he said, and the ferry sailed on.\n",
    "assets/css/components/extra.css": ".extra { color: blue; }\n",
    "assets/css/tall.css": ".tall { line-height: 2; }\n",
    "assets/files/notice.pdf": "%PDF-1.4",
    "locale/en.po": 'msgid "Sources"\nmsgstr "Origins"\n',
    "locale/de.po": 'msgid "Sources"\nmsgstr "Quellen"\n\nmsgid "Glossary"\nmsgstr "Wörter"\n',
    "templates/components/unused.html": "{% macro unused() %}{% endmacro %}\n",
}


def swap(desk: Desk, random: Random) -> str:
    """Some words for others, or back again."""
    texts = {path: data.decode() for path, data in desk.inputs().items() if not path.endswith(".png")}
    fitting = [
        (path, old, new)
        for pair in _SWAPS
        for old, new in (pair, pair[::-1])
        if old
        for path, text in texts.items()
        if old in text
    ]
    old, new = random.choice(sorted({(old, new) for _, old, new in fitting}))
    path = random.choice([path for path, *pair in fitting if pair == [old, new]])
    places = texts[path].split(old)
    at = random.randrange(1, len(places))
    desk.write(path, old.join(places[:at]) + new + old.join(places[at:]))
    return f"{path}: {old!r} becomes {new!r}"


def letter(desk: Desk, random: Random) -> str:
    """One letter for another of the same size, in a body or anywhere else."""
    path = random.choice([path for path in desk.inputs() if path.endswith((".md", ".txt", ".css", ".html"))])
    data = bytearray((desk.project / path).read_bytes())
    places = [number for number, sign in enumerate(data) if chr(sign).isalpha() and sign < 128]
    data[random.choice(places)] = random.choice(b"aeiou")
    before = (desk.project / path).stat()
    desk.write(path, bytes(data))
    os.utime(desk.project / path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"{path}: one letter, the time of change put back"


def add(desk: Desk, random: Random) -> str:
    path = random.choice([*_NEW, "assets/images/port.png"])
    picture = makers.saved(makers.texture(30, 20 + random.randrange(3)), "PNG")
    desk.write(path, _NEW.get(path, picture))
    return f"{path} is new"


def delete(desk: Desk, random: Random) -> str:
    path = random.choice([path for path in desk.inputs() if path != "site.toml"])
    (desk.project / path).unlink()
    return f"{path} is deleted"


def rename(desk: Desk, random: Random) -> str:
    path = random.choice([path for path in desk.inputs() if path.startswith(("content/", "seeds/", "assets/images"))])
    name = path.replace(".", "-two.", 1) if "-two." not in path else path.replace("-two.", ".")
    (desk.project / path).rename(desk.project / name)
    return f"{path} is renamed {name}"


def touch(desk: Desk, random: Random) -> str:
    path = random.choice(list(desk.inputs()))
    os.utime(desk.project / path)
    return f"{path} is touched"


def tamper(desk: Desk, random: Random) -> str:
    """A published file is changed, cut short or removed, and its time of change is put back."""
    names = [name for name in desk.published() if name != ".nutgraf.json"]
    if not names:
        return "nothing is published"
    name = random.choice(names)
    path = desk.output / name
    before, way = path.stat(), random.choice(("changed", "cut short", "removed"))
    data = path.read_bytes()
    if way == "removed":
        path.unlink()
    else:
        path.write_bytes(b"!" + data[1:] if way == "changed" else data[: len(data) // 2])
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"build/{name} is {way}"


def forget(desk: Desk, random: Random) -> str:
    del random
    shutil.rmtree(desk.project / ".cache")
    return ".cache/ is deleted"


def rest(desk: Desk, random: Random) -> str:
    """A process that builds again and again writes down what it knows."""
    del random
    assert desk.recall
    desk.recall.rest()
    return "the process rests"


def check_only(desk: Desk, random: Random) -> str:
    del random
    desk.build(publishes=False)
    return "the site is checked"


Edit = Callable[[Desk, Random], str]
EDITS: tuple[Edit, ...] = (
    *[swap] * 12,
    *[letter] * 2,
    *[add] * 4,
    *[delete] * 2,
    *[rename] * 2,
    touch,
    tamper,
    tamper,
    forget,
    check_only,
)
