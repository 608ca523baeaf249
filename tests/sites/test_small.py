"""A small whole site against its golden files; pytest --renew writes them anew, and git diff shows what changed.

The names of assets carry a hash of their content. The golden files have # in its place, so that a change of one
colour does not change every page here; tests/test_site.py looks at the names themselves.
"""

import re
import shutil

from tests.sites.project import SITES
from tests.sites.published import Published

EXPECTED = SITES / "small" / "expected"
_HASH = re.compile(rb"(\.|share\.png\?v=)[0-9a-f]{10}(?=\.(?:css|js|woff2|svg)\b|\")")
_TEXTS = (".html", ".json", ".xml", ".txt", ".svg")


def is_text(name: str) -> bool:
    return name.endswith(_TEXTS) and not name.startswith("assets/fonts/")


def golden(site: Published) -> dict[str, bytes]:
    """What is compared: every text but the stylesheet and the script, and the list of all files."""
    files = site.files
    texts = {_unhashed(name): _HASH.sub(rb"\1#", data) for name, data in files.items() if is_text(name)}
    listed = "".join(sorted(f"{_unhashed(name)}\n" for name in files))
    return {**texts, "files.list": listed.encode()}


def _unhashed(name: str) -> str:
    return _HASH.sub(rb"\1#", name.encode()).decode()


def test_a_small_site_is_published_byte_for_byte_as_its_golden_files_have_it(small: Published, renews: bool) -> None:
    made = golden(small)
    if renews:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, data in made.items():
            (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / name).write_bytes(data)
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_bytes() for path in EXPECTED.rglob("*") if path.is_file()
    }
    assert sorted(made) == sorted(expected)
    for name, data in made.items():
        assert data.decode() == expected[name].decode(), f"{name} differs: pytest --renew, then look at git diff"


def test_the_small_site_has_every_kind_of_content() -> None:
    counts = {
        folder.name: sum(1 for _ in folder.glob("*.md"))
        for folder in sorted((SITES / "small" / "content").iterdir())
        if folder.is_dir()
    }
    assert counts == {"explainers": 2, "glossary": 5, "pages": 1, "sources": 1}
    assert sum(1 for _ in (SITES / "small" / "seeds").iterdir()) == 2
