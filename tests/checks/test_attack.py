"""Ways to show readers words that nobody checked: found by attacking the build, kept so that they stay closed."""

import pytest

from nutgraf.kinds.documents import parse
from nutgraf.views.pages import ExplainerView
from tests.resolve.desk import explainer, files_of, pages_of, problems_of, source, views_of


def rules_of(files: dict[str, str]) -> list[str]:
    return [problem.rule for problem in problems_of(files)]


@pytest.mark.parametrize("marks", ['„{}"', '"{}”', '“{}"', "„{}“", "«{}»", '"{}"'])
def test_a_misquotation_is_an_error_whatever_its_marks(marks: str) -> None:
    body = f"## Why?\n\nHe {marks.format('never said it at all')} [@story], and more."
    assert rules_of({"content/explainers/a.md": explainer(body)}) == ["quote-not-found"]


@pytest.mark.parametrize("sign", "\u202a\u202b\u202c\u202d\u202e")
def test_a_sign_that_turns_the_text_around_is_refused_where_it_stands(sign: str) -> None:
    files = files_of({"content/explainers/a.md": explainer(f"So {sign}it goes.")})
    _, (found,) = parse(files)
    assert (found.rule, found.place.line, found.place.column) == ("bad-encoding", 6, 4)
    assert f"U+{ord(sign):04X}" in found.message


def test_a_caption_can_neither_cite_nor_quote() -> None:
    image = '![{alt}](../../assets/images/q.svg "{title}")'
    for alt, title, rule in (
        ("x", "Marsh [@story]", "bad-citation"),
        ("x", "Marsh: “never said at all”", "uncited-quotation"),
        ("“never said at all”", "x", "uncited-quotation"),
    ):
        files = {
            "content/explainers/a.md": explainer(f"## Why?\n\n{image.format(alt=alt, title=title)}"),
            "assets/images/q.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        }
        assert rules_of(files) == [rule]


def test_headlines_and_questions_cannot_quote() -> None:
    files = {"content/explainers/a.md": explainer("## “Never said this” says Marsh\n\nSo.", "Marsh says “never ever”")}
    assert rules_of(files) == ["uncited-quotation", "uncited-quotation"]
    single = {"content/explainers/a.md": explainer("## ‘Never said this’ says Marsh\n\nSo.", "Marsh says ‘never ever’")}
    assert rules_of(single) == []


def test_two_files_about_one_seed_are_one_source() -> None:
    files = {
        "content/explainers/a.md": explainer("## Why?\n\nSo [@one]. So [@two]."),
        "content/sources/one.md": source(),
        "content/sources/two.md": source(),
    }
    view = views_of(files)["/a/"]
    assert isinstance(view, ExplainerView)
    assert view.counts.sources == 1


def test_a_stylesheet_is_no_destination_and_only_pictures_are_pictures() -> None:
    link = {
        "content/explainers/a.md": explainer("## Why?\n\n[v](../../assets/css/base.css)"),
        "assets/css/base.css": "a{}",
    }
    assert rules_of(link) == ["broken-link"]
    font = {
        "content/explainers/a.md": explainer("## Why?\n\n![v](../../assets/fonts/a.txt)"),
        "assets/fonts/a.txt": "a",
    }
    assert rules_of(font) == ["broken-image"]


@pytest.mark.parametrize("title", ["FR1", "R1-2", "C3", "P4", "Q4-0-9", "Words h", "Letter a", "T tariff"])
def test_a_question_never_takes_an_id_of_the_page(title: str) -> None:
    body = f"## {title}\n\nSo.[^1] “The 50% tariff” [@story].\n\n[^1]: A footnote.\n"
    page = pages_of({"content/explainers/a.md": explainer(body)})["a/index.html"]
    ids = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("front", ["title: A\ntitle: B", "title: &a A", "- a", "title: [a"])
def test_bad_front_matter_of_a_seed_is_a_problem(front: str) -> None:
    files = files_of({"seeds/story.md": f"---\n{front}\n---\nThe port closed on Monday, the council said.\n"})
    _, (found,) = parse(files)
    assert (found.rule, found.place.path) == ("seed-unreadable", "seeds/story.md")
