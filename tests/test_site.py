"""The sample site as it is published: its bytes, addresses, pages and links."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest

from nutgraf.addresses import file_of
from nutgraf.build import Options
from nutgraf.pipeline import build
from nutgraf.problems import Problem
from nutgraf.slugs import slugify
from tests.sites.crawl import crawl
from tests.sites.project import PROJECT, copy_project, copy_site
from tests.sites.published import Page, Published, publish_site
from tests.sites.server import served

BASE_URL = "https://news.example.org/delhi-file/"  # of site.toml


def slugs(folder: str) -> list[str]:
    return [path.stem for path in (PROJECT / "content" / folder).glob("*.md")]


def addresses() -> set[str]:
    """Every address of docs/architecture.md that the sample site has, but for its assets."""
    topics = re.findall(r"\[topics\.([\w-]+)\]", (PROJECT / "site.toml").read_text("utf-8"))
    return {
        *("/", "/glossary/", "/sources/", "/timeline/", "/corrections/", "/sitemap.xml", "/robots.txt", "/404.html"),
        *(f"/embed/{slug}/{box}" for slug in slugs("explainers") for box in ("key-facts/", "timeline/", "oembed.json")),
        *(f"/embed/term/{slug}/" for slug in slugs("glossary")),
        *("/feed.xml", "/corrections.xml", "/index.json", *(f"/{slug}/index.json" for slug in slugs("explainers"))),
        *(f"/{slug}/" for slug in slugs("explainers") + slugs("pages")),
        *("/share.png", *(f"/{slug}/share.png" for slug in slugs("explainers"))),
        *(f"/glossary/{slug}/" for slug in slugs("glossary")),
        *(f"/sources/{slug}/" for slug in slugs("sources")),
        *(f"/topics/{slug}/" for slug in topics),
    }


# Addresses


def test_every_address_of_the_site_is_published_and_no_other(sample: Published) -> None:
    published = {name for name in sample.files if not name.startswith("assets/")}
    assert published == {file_of(address) for address in addresses()}


def test_assets_that_pages_load_carry_a_hash_of_their_content(sample: Published) -> None:
    loaded = {
        reference.rsplit("/", 1)[-1]: reference.split("assets/", 1)[1]
        for page in sample.pages
        for tag, reference in page.references()
        if tag in {"link", "script"} and "assets/" in reference
    }
    assert len(loaded) >= 5
    for name, path in loaded.items():
        digest = hashlib.sha256(sample.files[f"assets/{path}"]).hexdigest()
        assert name.split(".")[-2] == digest[:10]


def clashes(project: Path) -> list[Problem]:
    done = build(Options(project, project / "build", publishes=False))
    return [problem for problem in done.problems if problem.rule == "address-clash"]


def write(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text(text, "utf-8")


def test_two_inputs_for_one_address_are_an_error_that_names_both(project: Path) -> None:
    write(project, "content/pages/ferry.md", "---\ntitle: Ferry\n---\nWords.\n")
    [problem] = clashes(project)
    assert {"content/pages/ferry.md", "content/explainers/ferry.md"} == {
        name for name in (problem.place.path, *problem.message.split()) if name.endswith(".md")
    }
    assert "/ferry/" in problem.message


def test_a_seed_whose_name_is_the_id_of_another_source_is_an_error_that_names_both(project: Path) -> None:
    write(project, "seeds/Notice.txt", (project / "seeds" / "letter.txt").read_text("utf-8"))
    [problem] = clashes(project)
    told = f"{problem.place.path} {problem.message}"
    assert "seeds/Notice.txt" in told
    assert "content/sources/notice.md" in told


def test_two_seeds_whose_names_make_one_id_are_an_error_that_names_both(project: Path) -> None:
    for name in ("a report.txt", "A-Report.txt"):
        write(project, f"seeds/{name}", (project / "seeds" / "letter.txt").read_text("utf-8"))
    [problem] = clashes(project)
    told = f"{problem.place.path} {problem.message}"
    assert "seeds/a report.txt" in told
    assert "seeds/A-Report.txt" in told


@pytest.mark.parametrize("folder", ["explainers", "pages"])
@pytest.mark.parametrize(
    "name", ["glossary", "sources", "timeline", "topics", "corrections", "search", "embed", "assets"]
)
def test_a_name_that_the_site_keeps_for_itself_is_an_error(project: Path, folder: str, name: str) -> None:
    more = "standfirst: S.\ndate: 2025-01-01\n" if folder == "explainers" else ""
    write(project, f"content/{folder}/{name}.md", f"---\ntitle: T\n{more}---\nWords.\n")
    [problem] = clashes(project)
    assert problem.place.path == f"content/{folder}/{name}.md"
    assert f"/{name}/" in problem.message


# Bytes


def start_build(project: Path, cwd: Path, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(project / "site.py"), "build"]
    return subprocess.Popen(command, cwd=cwd, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)


def test_the_bytes_are_the_same_on_every_machine_and_hash_seed(tmp_path: Path) -> None:
    here = copy_project(tmp_path / "a")
    there = copy_project(tmp_path / "somewhere else" / "ü" / "b", backwards=True)
    builds = (
        start_build(here, here, PYTHONHASHSEED="0", TZ="Asia/Kolkata", LC_ALL="C.UTF-8"),
        start_build(there, tmp_path, PYTHONHASHSEED="4242", TZ="America/New_York", LC_ALL="C", USER="someone"),
    )
    assert [each.wait(timeout=120) for each in builds] == [0, 0]
    first, second = (Published(project / "build", build=None).files for project in (here, there))
    assert len(first) > 40
    assert first == second


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    publish_site(PROJECT, tmp_path / "build")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = publish_site(PROJECT, tmp_path / "build")
    assert again.build
    assert again.build.written == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_no_output_mentions_the_machine_it_was_made_on(tmp_path: Path) -> None:
    project = copy_site("small", tmp_path / "an-odd-project-name")
    site = publish_site(project, tmp_path / "an-odd-output-name")
    private = {str(project), str(tmp_path), "an-odd-project-name", "an-odd-output-name", str(PROJECT), str(Path.home())}
    private |= {os.uname().nodename} - {"localhost"}
    for name, data in site.files.items():
        found = [word for word in private if word.encode() in data and len(word) > 4]
        assert not found, f"{name} mentions {found}"


def test_seeds_are_not_published_raw(sample: Published) -> None:
    seeds = [path.read_bytes() for path in (PROJECT / "seeds").iterdir()]
    names = [path.name for path in (PROJECT / "seeds").iterdir()]
    for name, data in sample.files.items():
        assert data not in seeds
        assert Path(name).name not in names
        assert not re.search(rb"Leave a Comment|Share This Article|Your email address will not be", data), name


# Pages


def test_every_page_is_valid_html(sample: Published, small: Published, states: Published) -> None:
    for page in sample.pages + small.pages + states.pages:
        assert page.root is not None  # html5lib in strict mode raises at the first error


def test_ids_are_unique_on_their_page(sample: Published, small: Published, states: Published) -> None:
    for page in sample.pages + small.pages + states.pages:
        assert len(page.ids) == len(set(page.ids)), page.name


def test_every_page_has_one_headline_a_title_and_a_description(sample: Published) -> None:
    for page in sample.pages:
        assert len(page.all("h1")) == 1, page.name
        [title] = page.all("title")
        assert title.text
        described = [meta.get("content") for meta in page.all("meta") if meta.get("name") == "description"]
        assert len(described) == 1
        assert described[0]


def test_headings_go_down_one_level_at_a_time(sample: Published, small: Published, states: Published) -> None:
    for page in sample.pages + small.pages + states.pages:
        levels = [int(element.tag[1]) for element in page.elements if re.fullmatch("h[1-6]", element.tag)]
        assert levels[:1] == ([] if page.is_redirect else [1]), page.name
        assert all(lower - upper <= 1 for upper, lower in pairwise(levels)), page.name


def test_labels_and_descriptions_name_elements_of_their_page(sample: Published) -> None:
    for page in sample.pages:
        for element in page.elements:
            for attribute in ("aria-labelledby", "aria-describedby", "data-card", "for"):
                named = element.get(attribute, "").split()
                assert set(named) <= set(page.ids), f"{page.name}: {attribute}={named}"


READER_VIEW_DROPS = (
    "banner breadcrumb comment community extra footer header legends menu related remark replies rss sidebar "
    "skyscraper social sponsor supplemental pagination pager popup"
).split()


def test_reader_view_drops_nothing_of_an_article(sample: Published, small: Published, states: Published) -> None:
    articles = [
        (page, article) for page in sample.pages + small.pages + states.pages for article in page.all("article")
    ]
    assert articles
    for page, article in articles:
        for element in article.iter():
            # What only a script shows is of use with script alone, and in a reader mode of none.
            assert element.tag not in {"aside", "button"} or "hidden" in element.attrib, page.name
            # Ids that come from the editors’ own headings are theirs; our classes and ids are ours to choose.
            told = element.get("class", "")
            dropped = [word for word in READER_VIEW_DROPS if word in told]
            assert not dropped, f"{page.name}: class {told}"


def test_there_are_no_inline_styles_handlers_or_foreign_scripts(sample: Published) -> None:
    for page in sample.pages:
        assert not page.all("style"), page.name
        for element in page.elements:
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], page.name
        for _, reference in page.references():
            assert not reference.startswith("javascript:"), page.name


def test_the_policy_admits_exactly_the_inline_scripts_that_are_there(sample: Published) -> None:
    for page in sample.pages:
        [policy] = [meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        admitted = set(re.findall(r"'sha256-([^']+)'", policy.get("content", "")))
        inline = [
            script.text or ""
            for script in page.all("script")
            if "src" not in script.attrib and script.get("type") != "application/ld+json"
        ]
        hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline}
        assert hashes == admitted, page.name


# Links


def test_the_golden_site_has_no_broken_reference_either(small: Published) -> None:
    with served(small.folder, "/desk/") as url:
        found = crawl(url)
    assert found.broken == []
    assert {urlsplit(address).netloc for address in found.elsewhere} == {"gazette.example"}


def test_the_page_for_lost_readers_leads_home_from_any_depth(sample: Published) -> None:
    page = sample.page("/404.html")
    base = urlsplit(BASE_URL).path
    references = [reference for _, reference in page.references() if not reference.startswith(("data:", "#"))]
    assert len(references) > 8
    for reference in references:
        assert reference.startswith(base), reference
    with served(sample.folder, base) as url:
        for reference in references:
            with urlopen(url.removesuffix(base) + reference) as answer:
                assert answer.url.endswith(reference), "not moved"


def test_a_lost_reader_meets_that_page(sample: Published) -> None:
    with served(sample.folder, "/delhi-file/") as url:
        for lost in ("nothing/here/", "tariffs/no", ".nutgraf.json"):
            with pytest.raises(HTTPError) as answer:
                urlopen(url + lost)
            assert answer.value.code == 404
            assert answer.value.read() == sample.files["404.html"]
            answer.value.close()
        with urlopen(f"{url}tariffs") as moved:
            assert moved.url == f"{url}tariffs/"


# Full addresses


def canonical(page: Page) -> str | None:
    return next((link.get("href") for link in page.all("link") if link.get("rel") == "canonical"), None)


def test_canonical_addresses_are_those_of_the_base_url(sample: Published) -> None:
    for page in sample.pages:
        expected = None if page.name == "404.html" else BASE_URL + page.name.removesuffix("index.html")
        if page.name.startswith("embed/"):  # those of the page whose box it is
            address = re.sub(r"embed/(?:(.*)/(?:key-facts|timeline)|(term/.*))/index", r"\1\2/index", page.name)
            expected = BASE_URL + address.replace("term/", "glossary/").removesuffix("index.html")
        assert canonical(page) == expected


def test_the_base_url_of_the_command_takes_the_place_of_that_of_the_settings(tmp_path: Path) -> None:
    project = copy_site("small", tmp_path / "project")
    site = publish_site(project, tmp_path / "build", base_url="https://owner.example/repo/")
    told = b"".join(site.files.values())
    assert b"harbour.example" not in told
    assert canonical(site.page("/ferry/")) == "https://owner.example/repo/ferry/"
    assert b"Sitemap: https://owner.example/repo/sitemap.xml" in site.files["robots.txt"]


@pytest.mark.parametrize("name", ["sample", "small"])
def test_the_sitemap_lists_every_indexed_page_and_no_other(name: str, sample: Published, small: Published) -> None:
    site = sample if name == "sample" else small
    root = ElementTree.fromstring(site.files["sitemap.xml"])
    listed = [element.text or "" for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(listed) == len(set(listed))
    base = canonical(site.page("/"))
    assert base
    indexed = {
        canonical(page) for page in site.pages if not any(meta.get("content") == "noindex" for meta in page.all("meta"))
    }
    assert set(listed) == {address for address in indexed if address and address.startswith(base)}


def test_a_source_that_stands_elsewhere_is_canonical_there_and_one_that_does_not_is_not_indexed(
    sample: Published, small: Published
) -> None:
    assert canonical(small.page("/sources/notice/")) == "https://gazette.example/notice"
    assert 'content="noindex"' in small.page("/sources/letter/").html
    assert 'content="noindex"' in sample.page("/sources/gor-meeting/").html


def test_topic_pages_exist_for_the_topics_that_explainers_name(small: Published) -> None:
    assert {name.split("/")[1] for name in small.files if name.startswith("topics/")} == {
        slugify(topic) for topic in ("harbour", "money")
    }
