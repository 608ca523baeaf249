"""``python site.py deploy``: build/ as a branch that a host serves, such as gh-pages."""

import shutil
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import click
from ghp_import import GhpError, ghp_import

from nutgraf.build import Options
from nutgraf.commands.captures import documents_of
from nutgraf.commands.context import SiteCommand, additions_here
from nutgraf.commands.reach import is_number, why_unreachable
from nutgraf.commands.repository import Repository, RepositoryError
from nutgraf.commands.running import processes, run
from nutgraf.kinds.settings import full_url
from nutgraf.memory.glance import SEEN
from nutgraf.problems import has_errors
from nutgraf.publish import MANIFEST
from nutgraf.read import SETTINGS
from nutgraf.starters.words import ADDRESS
from nutgraf.summary import counted

_MOST_NAMED = 5


@click.command(cls=SiteCommand)
@click.option("--remote", metavar="NAME", default="origin", show_default=True, help="Where to push to.")
@click.option("--branch", metavar="NAME", default="gh-pages", show_default=True, help="The branch that is served.")
@click.option("--without-drafts", is_flag=True, help="Leave drafts out, instead of refusing because of them.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.pass_obj
def deploy(project: Path, remote: str, branch: str, without_drafts: bool, dry_run: bool) -> None:
    """Build the site and push it to a branch.

    A host such as GitHub Pages serves the branch. Nothing is pushed

    \b
    - with any error or warning;
    - while something that the site is made from is not committed, or is
      ignored by git: what readers see can then always be found again;
    - while there are drafts, unless you say that they are to be left out;
    - while base_url is still the one that init wrote, or leads to your own
      machine or network.

    \b
    python site.py deploy --dry-run
    python site.py deploy
    python site.py deploy --without-drafts
    python site.py deploy --remote github --branch pages
    """
    try:
        repository = Repository(project)
        url = repository.url_of(remote)
        _refuse(repository, branch)
        done = run(_options(project, publishes=not dry_run))
        if has_errors(done.problems):
            click.echo("Nothing was pushed.")
            sys.exit(1)
        address = _address(project)
        domain = domain_of(address)
        _leave_out(done.contents.drafts if done.contents else 0, project, is_meant=without_drafts)
        if dry_run:
            click.echo(f"Nothing was pushed. This would push the site to the branch {branch} of {url}{_cname(domain)}.")
            click.echo(f"Readers would find it at {address}")
            return
        is_new = _push(repository, project / "build", remote, branch, domain)
    except RepositoryError as error:
        raise click.ClickException(f"{error}. Nothing was pushed.") from None
    told = f"Pushed to the branch {branch} of {url}{_cname(domain)}."
    click.echo(told if is_new else "Nothing has changed since the last time. Nothing was pushed.")
    click.echo(f"Readers find the site at {address}")


def _options(project: Path, *, publishes: bool) -> Options:
    """As strict as the workflow; the site is made here, so that no draft and no older page can be in it."""
    own, jobs = additions_here(), processes()
    return Options(project, project / "build", is_strict=True, publishes=publishes, jobs=jobs, additions=own)


def _refuse(repository: Repository, branch: str) -> None:
    """Raises RepositoryError while the site cannot be found again in the repository, or would be written over it."""
    if repository.branch == branch:
        raise RepositoryError(f"{branch} is the branch you are working on; name another one for the site")
    changed = repository.uncommitted(SEEN)
    if changed:
        raise RepositoryError(f"commit first: {_named(changed)}")
    ignored = repository.ignored(SEEN)
    if ignored:
        hint = "take them out of .gitignore and commit them, because readers see what they hold"
        raise RepositoryError(f"git ignores {_named(ignored)}; {hint}")


def _address(project: Path) -> str:
    """Where the site will be found. Raises RepositoryError while nobody has said so."""
    address = full_url(tomllib.loads((project / SETTINGS).read_text("utf-8-sig"))["base_url"])
    hint = "write the address that readers will open, on GitHub https://OWNER.github.io/REPOSITORY/"
    if why := why_unreachable(urlsplit(address).hostname or ""):
        still = "still " if address.startswith(ADDRESS) else ""
        raise RepositoryError(f"base_url in {SETTINGS} is {still}{address}, {why}; {hint}")
    return address


def domain_of(address: str) -> str | None:
    """The domain that the branch has to name for GitHub: one of the site’s own, at its root."""
    url = urlsplit(address)
    host = url.hostname or ""
    return host if url.path == "/" and not host.endswith(".github.io") and not is_number(host) else None


def _cname(domain: str | None) -> str:
    return f", with the domain {domain}" if domain else ""


def _leave_out(drafts: int, project: Path, *, is_meant: bool) -> None:
    """Says that drafts are left out. Raises RepositoryError when nobody has said that they are to be."""
    if not drafts:
        return
    if is_meant:
        click.echo(f"{_drafts(drafts)} left out.")
        return
    documents = documents_of(project)
    named = _named([path for path, each in documents.written.items() if each.is_draft])
    hint = "to publish, take “draft: true” out; to leave out, say --without-drafts"
    raise RepositoryError(f"{_drafts(drafts)} not published: {named}; {hint}")


def _drafts(number: int) -> str:
    return f"{counted(number, 'draft')} {'is' if number == 1 else 'are'}"


def _named(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _MOST_NAMED:,} more" if len(paths) > _MOST_NAMED else ""
    return f"{', '.join(paths[:_MOST_NAMED])}{more}"


def _push(repository: Repository, folder: Path, remote: str, branch: str, domain: str | None) -> bool:
    """Whether there was anything to push. Raises RepositoryError when git refuses."""
    is_there = repository.fetch(remote, branch)
    with _published(folder) as site, chdir(repository.folder):  # ghp-import knows no other repository than that
        try:
            message = f"Site of {repository.commit}"
            ghp_import(site, remote=remote, branch=branch, mesg=message, cname=domain, nojekyll=True)
        except (GhpError, CalledProcessError, TypeError) as error:  # it says so with a TypeError when git takes nothing
            told = getattr(error, "message", "") or "git refused, and says why above"
            raise RepositoryError(f"the site could not be pushed: {told}") from None
    if is_there and repository.holds_nothing_new(remote, branch):
        return False
    repository.push(remote, branch)
    return True


@contextmanager
def _published(folder: Path) -> Iterator[str]:
    """The site alone, without the list of what is ours."""
    with TemporaryDirectory() as place:
        shutil.copytree(folder, f"{place}/site", ignore=shutil.ignore_patterns(MANIFEST))
        yield f"{place}/site"
