"""Where a link as an editor writes it leads, and what is said of one that leads nowhere."""

import pytest

from nutgraf.resolve.links import Broken, Destination, Target, follow

PAGE = "content/explainers/harbour.md"
FILES = (
    "content/index.md",
    PAGE,
    "content/explainers/ferry.md",
    "content/glossary/quay.md",
    "assets/images/havfruen.gif",
    "assets/images/havfruen.svg",
    "assets/images/odd\\name.png",
    "seeds/ferry.html",
)
SITE = {path: Destination(f"/{path}", path, ()) for path in FILES}


def hint(href: str) -> str:
    target = follow(href, PAGE, SITE)
    assert isinstance(target, Broken)
    return target.hint


@pytest.mark.parametrize(
    ("href", "meant"),
    [
        ("../../assets/images/Havfruen.GIF", "../../assets/images/havfruen.gif"),
        ("../../assets/images/Havfruen.SVG", "../../assets/images/havfruen.svg"),
        ("havfruen.jpg", "../../assets/images/havfruen.svg"),
        ("ferry.html", "ferry.md"),
        ("ferry", "ferry.md"),
        ("ferries/", "ferry.md"),
        ("qay.md", "../glossary/quay.md"),
    ],
)
def test_the_file_with_the_most_similar_name_of_its_kind_is_named(href: str, meant: str) -> None:
    assert hint(href) == f"did you mean “{meant}”?"


@pytest.mark.parametrize("href", ["gone.md", "indices.pdf", "photo.jpg"])
def test_no_file_is_named_when_none_has_a_similar_name(href: str) -> None:
    assert hint(href) == "name a file in content/ or assets/"


@pytest.mark.parametrize(
    ("href", "told"),
    [
        ("www.example.org", "write https://www.example.org"),
        ("www.example.org/a?b#c", "write https://www.example.org/a?b#c"),
        ("example.org/a", "write https://example.org/a"),
        ("desk@example.org", "write mailto:desk@example.org"),
        ("desk@example.org?subject=Quay", "write mailto:desk@example.org?subject=Quay"),
        ("..%5C..%5Cassets%5Cimages%5CHavfruen.svg", "use /, not \\, as in “../../assets/images/havfruen.svg”"),
        ("a%5Cb.md", "use /, not \\"),
        ("C:%5Ca%5Cferry.md", "put a copy into assets/ and link that"),
        ("c:ferry.md", "put a copy into assets/ and link that"),
    ],
)
def test_what_was_never_a_path_is_put_right(href: str, told: str) -> None:
    assert hint(href) == told


@pytest.mark.parametrize("href", ["ferry.md", "../../assets/images/odd%5Cname.png", "#top", "mailto:desk@example.org"])
def test_what_is_there_is_followed_however_it_reads(href: str) -> None:
    site = {**SITE, PAGE: Destination("/harbour/", "Harbour", ("top",))}
    assert isinstance(follow(href, PAGE, site), Target)
