"""A fingerprint is another one when the contents may be others, and only then."""

import pytest
from markupsafe import Markup
from msgspec import Struct

from nutgraf.fingerprint import fingerprint_of
from nutgraf.plan.output import Output


class Line(Struct, frozen=True):
    words: object
    more: tuple[object, ...] = ()


class Unknown:
    """Of a desk’s own code."""

    def __init__(self, word: str) -> None:
        self.word = word


def of(view: object, template: bytes = b"t") -> bytes:
    return fingerprint_of(Output("/a/", "page.html", view), {"page.html": template})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("port", "ports"),
        ("a &amp; b", Markup("a &amp; b")),  # the template escapes the one and not the other
        (1, True),
        (None, ""),
        (("a", "b"), ("ab",)),
        (2**64, 2**65),  # more than MessagePack holds
        (Unknown("port"), Unknown("ports")),
    ],
)
def test_other_views_have_other_fingerprints(one: object, other: object) -> None:
    assert of(Line(one)) != of(Line(other))
    assert of(Line("x", (one,))) != of(Line("x", (other,)))
    assert of(Line(one)) == of(Line(one))


def test_equal_views_have_one_fingerprint_however_their_parts_are_shared() -> None:
    one, other = "".join(["po", "rt"]), "".join(["por", "t"])
    assert one is not other
    assert of(Line(one, (one,))) == of(Line(one, (other,)))


def test_another_template_and_other_contents_count() -> None:
    assert of(Line("x"), b"t") != of(Line("x"), b"u")
    assert fingerprint_of(Output("/a", contents=b"a"), {}) != fingerprint_of(Output("/a", contents=b"b"), {})
