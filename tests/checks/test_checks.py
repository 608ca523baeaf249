"""What check finds wrong with a site, beside the golden cases of tests/cases/problems."""

from tests.resolve.desk import STORY, explainer, problems_of, source, term

OTHER = (
    "Talks in Delhi\n\nBy B. Writer\n\nThe talks were long and hard, officials said.\n\nThey ended at noon on Monday.\n"
)
TWO = {"seeds/story.txt": STORY, "seeds/other.txt": OTHER}
FACTS = "key_facts:\n  - {label: A, value: b, source: story}\n"


def found(files: dict[str, str], *, with_drafts: bool = False) -> list[tuple[str, str, str]]:
    """Rule, message and hints of each problem."""
    return [
        (problem.rule, problem.message, "; ".join(problem.hints))
        for problem in problems_of(files, with_drafts=with_drafts)
    ]


def in_explainer(body: str, more: str = "", files: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    return found({"content/explainers/a.md": explainer(body, more=more)} | (files or {}))


def test_a_sound_site_has_no_problems() -> None:
    assert in_explainer("“the 50% tariff” [@story p3], “Ports reopen” [@story p0] and [@other].", FACTS, TWO) == []


def test_a_quotation_that_none_of_its_sources_has_names_them_and_the_nearest() -> None:
    (problem,) = in_explainer("They were “long and soft, officials” [@story; @other].", files=TWO)
    assert problem == (
        "quote-not-found",
        "these words are not in source “story” or “other”",
        "nearest, paragraph 1 of “other”: “long and hard, officials”; differs in: soft → hard",
    )


def test_words_in_another_paragraph_are_a_warning() -> None:
    (problem,) = in_explainer("“the 50% tariff” [@story p1]")
    assert problem == (
        "quote-in-other-paragraph",
        "these words stand in paragraph 3, not in paragraph 1",
        "write p3",
    )


def test_words_over_two_paragraphs_may_name_either() -> None:
    words = "“the past few months … This was a very important discussion”"
    assert in_explainer(f"{words} [@story p1] {words} [@story p2]") == []


def test_words_of_a_source_that_is_only_linked_are_unchecked_but_for_its_headline() -> None:
    files = {"content/sources/story.md": source(more="rights: link\n")}
    (problem,) = in_explainer("“the 50% tariff” [@story]. “Ports reopen” [@story].", files=files)
    assert problem[0] == "quote-unchecked"


def test_a_link_to_a_draft_says_so() -> None:
    files = {
        "content/explainers/b.md": explainer(title="Later", more=f"draft: true\n{FACTS}"),
        "content/pages/c.md": "---\ntitle: Soon\ndraft: true\n---\n",
        "content/explainers/a.md": explainer("[b](b.md) [c](../pages/c.md#x)\n\n:::{key-facts} b\n:::\n"),
    }
    hint = "take “draft: true” out of it"
    assert found(files) == [
        ("no-box", "“b” is a draft, which readers cannot open", hint),
        ("broken-link", "“Later” is a draft, which readers cannot open", hint),
        ("broken-link", "“Soon” is a draft, which readers cannot open", hint),
    ]
    assert [rule for rule, _, _ in found(files, with_drafts=True)] == ["broken-anchor"]


def test_the_home_page_may_name_a_draft() -> None:
    files = {
        "content/explainers/b.md": explainer(more="draft: true\n"),
        "content/index.md": "---\nexplainers: [b]\n---\n",
    }
    assert found(files) == []


def test_a_box_on_the_home_page_names_its_explainer() -> None:
    files = {"content/explainers/b.md": explainer(more=FACTS)}
    home = "---\nstandfirst: S.\n---\n:::{{key-facts}}{}\n:::\n"
    assert [rule for rule, _, _ in found(files | {"content/index.md": home.format("")})] == ["no-box"]
    assert [rule for rule, _, _ in found(files | {"content/index.md": home.format(" c")})] == ["no-box"]
    assert found(files | {"content/index.md": home.format(" b")}) == []


def test_a_box_stands_twice_also_under_its_own_slug() -> None:
    body = ":::{key-facts}\n:::\n\n:::{key-facts} a\n:::\n"
    assert [message for _, message, _ in in_explainer(body, FACTS)] == ["the box “key-facts” stands here twice"]


def test_a_link_to_a_paragraph_that_is_not_published_is_broken() -> None:
    body = "“the 50% tariff” [@story]. [p3](../sources/story.md#p3) [p1](../sources/story.md#p1)"
    for rights, count in (("full", 0), ("excerpt", 1), ("link", 2)):
        problems = in_explainer(body, files={"content/sources/story.md": source(more=f"rights: {rights}\n")})
        assert [rule for rule, _, _ in problems].count("broken-anchor") == count


def test_the_parts_of_a_page_can_be_linked_where_they_are() -> None:
    body = "So [@story]. [x](#sources) [x](#how) [x](#key-facts) [x](#timeline) [x](../glossary/levy.md#more)"
    levy = {"content/glossary/levy.md": term("Levy", body="## More\n\nSo.")}
    assert [message for _, message, _ in in_explainer(body, files=levy)] == [
        "“Why the ports closed” has no heading “#key-facts”",
        "“Why the ports closed” has no heading “#timeline”",
    ]
