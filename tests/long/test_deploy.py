"""``deploy``: the site as a branch, into a bare repository as a host has it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nutgraf.cli import commands
from nutgraf.commands.deploy import domain_of
from tests.cases.problems.case import lay_base
from tests.sites.crawl import crawl
from tests.sites.server import served
from tests.systems import unix_only

EXAMPLE = "https://example.org/westport/"
IDENTITY = {"user.name": "Desk", "user.email": "desk@example.org"}
FOUND = "Readers find the site at https://desk.github.io/westport/\n"


def git(folder: Path, *asked: str) -> str:
    done = subprocess.run(["git", *asked], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean checkout of a site, with a bare repository beside it as its remote."""
    place = tmp_path_factory.mktemp("origin")
    git(place, "init", "--quiet", "--bare", "host.git")
    project = place / "project"
    lay_base(project)
    settings = project / "site.toml"
    settings.write_text(settings.read_text("utf-8").replace(EXAMPLE, "https://desk.github.io/westport/"), "utf-8")
    (project / ".gitignore").write_text("/build/\n/.cache/\n", "utf-8")
    git(project, "init", "--quiet", "--initial-branch=main")
    for name, value in IDENTITY.items():
        git(project, "config", name, value)
    git(project, "remote", "add", "origin", "../host.git")
    commit(project)
    return place


def commit(project: Path) -> str:
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "Something new")
    return git(project, "rev-parse", "--short", "HEAD")


@pytest.fixture
def project(origin: Path, tmp_path: Path) -> Path:
    shutil.copytree(origin, tmp_path / "place", symlinks=True)
    return tmp_path / "place" / "project"


def deploy(project: Path, *asked: str) -> Result:
    return CliRunner().invoke(commands, ["deploy", *asked], obj=project)


def host(project: Path) -> Path:
    return project.parent / "host.git"


def branches(project: Path) -> list[str]:
    return git(host(project), "branch", "--format=%(refname:short)").splitlines()


@contextmanager
def on_the_host(project: Path, tmp_path: Path) -> Iterator[Path]:
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(host(project)), "pushed")
    yield tmp_path / "pushed"


def names(folder: Path) -> set[str]:
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if path.parts[0] != ".git"}


def test_the_site_is_pushed_as_it_was_built_and_every_link_of_it_works(project: Path, tmp_path: Path) -> None:
    told = deploy(project)
    assert told.exit_code == 0, told.output
    assert told.stdout.endswith(f"Pushed to the branch gh-pages of ../host.git.\n{FOUND}")
    with on_the_host(project, tmp_path) as pushed:
        assert names(pushed) == names(project / "build") - {".nutgraf.json"} | {".nojekyll"}
        for name in names(project / "build") - {".nutgraf.json"}:
            assert (pushed / name).read_bytes() == (project / "build" / name).read_bytes()
        with served(pushed, "/repo/") as url:
            assert crawl(url).broken == []


def test_a_second_deployment_follows_the_first_also_from_another_machine(project: Path, tmp_path: Path) -> None:
    first = git(project, "rev-parse", "--short", "HEAD")
    assert deploy(project).exit_code == 0
    git(project, "update-ref", "-d", "refs/heads/gh-pages")
    git(project, "update-ref", "-d", "refs/remotes/origin/gh-pages")
    (project / "content/pages").mkdir(exist_ok=True)
    (project / "content/pages/more.md").write_text("---\ntitle: More\n---\nMore words.\n", "utf-8")
    second = commit(project)
    assert deploy(project).exit_code == 0
    log = git(host(project), "log", "--format=%s by %cn", "gh-pages").splitlines()
    assert log == [f"Site of {second} by Desk", f"Site of {first} by Desk"]


def test_a_domain_of_the_site_s_own_is_named_for_the_host(project: Path, tmp_path: Path) -> None:
    for url, domain in (
        ("https://news.example.org/harbour/", None),
        ("https://desk.github.io/", None),
        ("https://news.example.org/", "news.example.org"),
    ):
        assert domain_of(url) == domain
    set_address(project, "https://news.example.org")
    told = " of ../host.git, with the domain news.example.org.\nReaders find the site at https://news.example.org/\n"
    assert deploy(project).stdout.endswith(told)
    with on_the_host(project, tmp_path) as pushed:
        assert (pushed / "CNAME").read_text("utf-8") == "news.example.org"


def set_address(project: Path, url: str) -> None:
    settings = project / "site.toml"
    settings.write_text(re.sub("base_url = .*", f'base_url = "{url}"', settings.read_text("utf-8")), "utf-8")
    commit(project)


def test_what_is_on_the_branch_already_is_not_pushed_again(project: Path) -> None:
    assert deploy(project).exit_code == 0
    before = git(host(project), "rev-parse", "gh-pages")
    (project / "notes.txt").write_text("for the desk", "utf-8")
    commit(project)
    told = deploy(project)
    assert told.exit_code == 0
    assert told.stdout.endswith(f"Nothing has changed since the last time. Nothing was pushed.\n{FOUND}")
    assert git(host(project), "rev-parse", "gh-pages") == before
    assert git(project, "rev-parse", "gh-pages") == before


def test_a_branch_that_the_host_has_lost_is_pushed_again(project: Path) -> None:
    assert deploy(project).exit_code == 0
    git(host(project), "branch", "-D", "gh-pages")
    assert deploy(project).stdout.endswith(f"Pushed to the branch gh-pages of ../host.git.\n{FOUND}")
    assert branches(project) == ["gh-pages"]


def _draft(project: Path) -> None:
    draft = "---\ntitle: Later\nstandfirst: Soon.\ndate: 2025-04-01\ndraft: true\n---\n"
    (project / "content/explainers/later.md").write_text(draft, "utf-8")
    commit(project)


def test_drafts_can_be_left_out_even_when_the_last_build_had_them(project: Path, tmp_path: Path) -> None:
    _draft(project)
    CliRunner().invoke(commands, ["build", "--drafts"], obj=project)
    assert (project / "build/later/index.html").exists()
    told = deploy(project, "--without-drafts")
    assert told.exit_code == 0
    assert "1 draft is left out.\n" in told.output
    with on_the_host(project, tmp_path) as pushed:
        assert "later/index.html" not in names(pushed)


def test_nothing_is_said_of_drafts_where_there_are_none(project: Path) -> None:
    assert "draft" not in deploy(project, "--without-drafts", "--dry-run").output


def test_many_drafts_are_counted_and_a_few_of_them_named(project: Path) -> None:
    (project / "content/pages").mkdir(exist_ok=True)
    for number in range(7):
        page = f"---\ntitle: Page {number}\ndraft: true\n---\nWords.\n"
        (project / f"content/pages/page-{number}.md").write_text(page, "utf-8")
    commit(project)
    told = deploy(project, "--dry-run").output
    assert "7 drafts are not published: content/pages/page-0.md, " in told
    assert "content/pages/page-4.md and 2 more; to publish, take “draft: true” out" in told


def test_a_dry_run_says_what_would_happen_and_does_nothing(project: Path) -> None:
    before = names(project)
    told = deploy(project, "--dry-run", "--branch", "pages")
    assert told.exit_code == 0
    pushed = "Nothing was pushed. This would push the site to the branch pages of ../host.git.\n"
    assert told.stdout.endswith(pushed + FOUND.replace("find the site", "would find it"))
    assert branches(project) == []
    assert {name for name in names(project) if not name.startswith(".cache/")} == before


def _problem(project: Path) -> None:
    (project / "content/pages").mkdir(exist_ok=True)
    (project / "content/pages/wrong.md").write_text("---\ntitle: Wrong\n---\n[A](nothing.md)\n", "utf-8")
    commit(project)


def _warning(project: Path) -> None:
    (project / "content/glossary/quincunx.md").write_text(
        "---\ntitle: Quincunx\nkind: term\ndefinition: No page names it.\n---\n", "utf-8"
    )
    commit(project)


def _uncommitted(project: Path) -> None:
    (project / "content/pages").mkdir(exist_ok=True)
    (project / "content/pages/new.md").write_text("---\ntitle: New\n---\nWords.\n", "utf-8")
    (project / "site.toml").write_text((project / "site.toml").read_text("utf-8") + "\n", "utf-8")


REFUSALS = {
    "an error": (_problem, (), "error[broken-link]"),
    "a warning": (_warning, (), "error[unused-term]"),
    "something uncommitted": (_uncommitted, (), "commit first: content/pages/new.md, site.toml. Nothing was pushed."),
    "a draft": (_draft, (), "1 draft is not published: content/explainers/later.md; to publish"),
    "a draft, when only asking": (_draft, ("--dry-run",), "to leave out, say --without-drafts. Nothing was pushed."),
    "the address of no site": (
        lambda project: set_address(project, "https://example.org/harbour/"),
        (),
        "Error: base_url in site.toml is still https://example.org/harbour/, which is nobody’s; write the address that "
        "readers will open, on GitHub https://OWNER.github.io/REPOSITORY/. Nothing was pushed.",
    ),
    "no such remote": (lambda _: None, ("--remote", "upstream"), "there is no remote “upstream”"),
    "the branch in use": (lambda _: None, ("--branch", "main"), "main is the branch you are working on"),
    "no repository": (lambda project: shutil.rmtree(project / ".git"), (), "this folder is in no git repository"),
    "a host that is gone": (lambda project: shutil.rmtree(host(project)), (), "the site could not be pushed"),
}


@pytest.mark.parametrize("why", REFUSALS)
def test_it_is_refused_with(project: Path, why: str) -> None:
    does, asked, told = REFUSALS[why]
    does(project)
    result = deploy(project, *asked)
    assert result.exit_code == 1, result.output
    assert told in result.output
    assert "Nothing was pushed." in result.output
    assert not host(project).exists() or branches(project) == []


@unix_only("/dev/null")
def test_it_is_refused_when_nobody_is_named_as_committer(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in IDENTITY:
        git(project, "config", "--unset", name)
    git(project, "config", "user.useConfigOnly", "true")
    assert "git does not know who you are" in deploy(project).output
    assert branches(project) == []


def test_it_is_refused_before_anything_is_committed(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "site.toml").touch()
    assert "nothing is committed yet. Nothing was pushed." in deploy(tmp_path).output


def test_it_says_so_when_there_is_no_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "git is not installed" in deploy(project).output
