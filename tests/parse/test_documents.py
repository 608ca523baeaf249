"""Files as documents: which are read as what, and what is known of those that are not read."""

import hashlib

import pytest

from nutgraf.kinds.documents import Documents, parse
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.problems import Problem, has_errors
from nutgraf.read import File

SETTINGS = 'title = "a"\nbase_url = "https://example.org/"\nlanguage = "en"\n'
SEED = "Harbour Opens Second Quay\n\nThe harbour of Westport opened a second quay on Monday, the port authority said.\n"
TERM = "---\ntitle: quay\nkind: term\ndefinition: A wall.\n---\n"


def read(**texts: str) -> tuple[Documents, tuple[Problem, ...]]:
    return parse([file(path, text) for path, text in sorted({"site.toml": SETTINGS, **texts}.items())])


def file(path: str, text: str) -> File:
    return File(path, text.encode(), hashlib.sha256(text.encode()).hexdigest())


def test_the_folder_says_what_a_file_is() -> None:
    documents, problems = read(
        **{
            "content/index.md": "---\nstandfirst: a\n---\n",
            "content/explainers/a.md": "---\ntitle: a\nstandfirst: b\ndate: 2026-01-14\n---\n",
            "content/glossary/b.md": TERM,
            "content/pages/c.md": "---\ntitle: c\n---\n",
            "content/sources/d.md": "---\nseed: e.txt\n---\n",
            "seeds/e.txt": SEED,
            "seeds/F g.txt": SEED,
            "assets/images/h.jpg": "",
        }
    )
    assert problems == ()
    assert documents.home is not None
    assert [explainer.slug for explainer in documents.of(Explainer)] == ["a"]
    assert [term.slug for term in documents.terms] == ["b"]
    assert [page.slug for page in documents.of(Page)] == ["c"]
    assert [source.id for source in documents.source_files] == ["d"]
    assert {capture.source: capture.path for capture in documents.captures} == {
        "d": "seeds/e.txt",
        "f-g": "seeds/F g.txt",
    }
    assert [asset.path for asset in documents.assets] == ["assets/images/h.jpg"]
    assert documents.unread == frozenset()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/glossary/a.md", "---\ntitle: b: c\n---\n"),
        ("content/glossary/a.md", "---\nname: b\n---\n"),
        ("content/glossary/a.md", "b"),
        ("content/glossary/a.md", ""),
        ("content/glossary/a.md", "a\0b"),
        ("content/glossary/A b.md", TERM),
        ("seeds/a.txt", "a\0b"),
    ],
)
def test_what_cannot_be_read_is_known_by_its_path(path: str, text: str) -> None:
    documents, problems = read(**{path: text})
    assert has_errors(problems)
    assert documents.unread == {path}
    assert not documents.left_out


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/glossary/deep/a.md", TERM),
        ("content/sources/a.markdown", "---\nseed: b.txt\n---\n"),
        ("seeds/a.pdf", "%PDF"),
    ],
)
def test_what_only_a_warning_is_about_is_left_out(path: str, text: str) -> None:
    documents, problems = read(**{path: text})
    assert problems
    assert not has_errors(problems)
    assert not documents.unread
    assert documents.left_out == {path}


def test_an_error_that_the_site_turns_off_stops_nothing() -> None:
    settings = f'{SETTINGS}[checks]\nseed-unreadable = "off"\n'
    documents, _ = read(**{"seeds/a.md": "---\ntitle: b\n", "site.toml": settings})
    assert not documents.unread
    assert documents.left_out == {"seeds/a.md"}


def test_one_seed_may_serve_two_source_files() -> None:
    documents, problems = read(
        **{
            "content/sources/a.md": "---\nseed: c.txt\n---\n",
            "content/sources/b.md": "---\nseed: c.txt\nkeep: [nonsense]\n---\n",
            "seeds/c.txt": SEED,
        }
    )
    assert [(capture.source, capture.path) for capture in documents.captures] == [
        ("a", "seeds/c.txt"),
        ("b", "seeds/c.txt"),
    ]
    assert [(problem.rule, problem.place.path) for problem in problems] == [
        ("unmatched-override", "content/sources/b.md")
    ]


def test_a_seed_never_stands_in_for_another_that_is_missing() -> None:
    documents, problems = read(**{"content/sources/a.md": "---\nseed: b.txt\n---\n", "seeds/a.txt": SEED})
    assert tuple(documents.captures) == ()
    assert documents.seeds == ("a.txt",)
    assert problems == ()  # the check says that b.txt is missing


def test_of_two_seeds_with_one_id_the_first_is_read() -> None:
    documents, problems = read(**{"seeds/a b.txt": SEED, "seeds/a-b.txt": SEED, "seeds/!.txt": SEED})
    assert [capture.path for capture in documents.captures] == ["seeds/a b.txt"]
    assert [(problem.rule, problem.place.path) for problem in problems] == [
        ("bad-name", "seeds/!.txt"),
        ("address-clash", "seeds/a-b.txt"),
    ]


def test_problems_of_front_matter_and_body_come_together() -> None:
    _, problems = read(**{"content/glossary/a.md": "---\ntitle: b\nkind: x\n---\n\n# H\n\n[@]\n"})
    assert {(problem.rule, problem.place.line) for problem in problems} == {
        ("bad-value", 3),
        ("missing-field", 1),
        ("title-in-body", 6),
        ("bad-citation", 8),
    }


def test_without_settings_the_rest_is_read_all_the_same() -> None:
    documents, problems = parse([file("content/glossary/a.md", "b"), file("content/glossary/c.md", TERM)])
    assert documents.settings is None
    assert len(documents.terms) == 1
    assert [(problem.rule, problem.place.path) for problem in problems] == [
        ("settings", "site.toml"),
        ("front-matter", "content/glossary/a.md"),
    ]
