"""What the catalogues must hold: every message that templates and engine say, and no other.

``python -m tests.catalogues`` gathers the messages into nutgraf/locale/interface.pot and merges them into the
catalogues beside it. A new message gets an empty translation, which a test finds; one that nothing says is dropped.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po

from nutgraf.interface.shipped import LOCALE, TEMPLATE
from tests.sites.project import PROJECT

_KEYWORDS = {**DEFAULT_KEYWORDS, "say": None}
_METHODS = {".py": "python", ".html": "jinja2", ".xml": "jinja2", ".txt": "jinja2"}
_HEADER = """# The interface words, in English. To translate them, copy this file to locale/<language>.po of your site.
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def speaking() -> list[Path]:
    """The files that may say something to readers, in the order in which translators best meet them."""
    templates = sorted(path for path in (PROJECT / "templates").rglob("*.*") if path.suffix in _METHODS)
    pages_first = sorted(templates, key=lambda path: path.parent.name != "pages")
    return [*pages_first, *sorted((PROJECT / "nutgraf").rglob("*.py"))]


def gathered() -> Catalog:
    """Every message of the templates and the engine, as Babel finds them."""
    catalog = Catalog(charset="utf-8")
    for path in speaking():
        with path.open("rb") as file:
            found = extract(
                _METHODS[path.suffix],
                file,
                keywords=_KEYWORDS,
                comment_tags=("TRANSLATORS:",),
                options={"newstyle_gettext": "true", "trimmed": "true", "silent": "false"},
                strip_comment_tags=True,
            )
            for _, message, comments, context in found:
                name = path.relative_to(PROJECT).as_posix()
                catalog.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalog


def catalogues() -> list[Path]:
    """The translations that come with the engine."""
    return sorted(LOCALE.glob("*.po"))


def read_catalog(path: Path) -> Catalog:
    return read_po(BytesIO(path.read_bytes()), abort_invalid=True)


def written(catalog: Catalog, header: str) -> str:
    """The catalogue as a file; with our own header, because Babel’s carries the time of day."""
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False)
    return f"{header.rstrip()}\n\n{body.getvalue().decode().strip()}\n"


def renew() -> None:
    template = gathered()
    TEMPLATE.write_text(written(template, _HEADER), "utf-8")
    for path in catalogues():
        catalog = read_catalog(path)
        known = {message.id for message in catalog}
        catalog.update(template, no_fuzzy_matching=True)
        for message in catalog:
            if message.id not in known:
                print(f"{path.name}: new: {message.id}")
        for message in catalog.obsolete.values():
            print(f"{path.name}: dropped: {message.id} ({message.string})")
        path.write_text(written(catalog, path.read_text("utf-8").partition("\n\n")[0]), "utf-8")


if __name__ == "__main__":
    renew()
