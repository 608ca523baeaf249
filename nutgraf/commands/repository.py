"""The desk’s repository, as far as deploying has to know it."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from nutgraf.read import is_litter


class RepositoryError(Exception):
    """Git cannot do what was asked for; the message says why."""


class Repository:
    """A git repository and what git says about it."""

    def __init__(self, folder: Path) -> None:
        """Raises RepositoryError when there is none, nothing is committed, or nobody is named as committer."""
        self.folder = folder
        self._said("rev-parse", "--git-dir", else_="this folder is in no git repository; git init makes one")
        self.commit = self._said("rev-parse", "--short", "HEAD", else_="nothing is committed yet")
        nobody = "git does not know who you are; set user.name and user.email with git config"
        self._said("var", "GIT_COMMITTER_IDENT", else_=nobody)

    @property
    def branch(self) -> str:
        """The branch that is checked out; empty when none is."""
        return self._run("branch", "--show-current").stdout.strip()

    def url_of(self, remote: str) -> str:
        """The address of a remote. Raises RepositoryError when there is none."""
        return self._said("remote", "get-url", remote, else_=f"there is no remote “{remote}”; git remote add makes one")

    def uncommitted(self, paths: Iterable[str]) -> list[str]:
        """Which of the files, and of those in these folders, are not committed as they are."""
        return sorted({*self._status(paths), *self._overlooked(paths)})

    def ignored(self, paths: Iterable[str]) -> list[str]:
        """Which of the files, and of those in these folders, are in no commit because .gitignore keeps them out."""
        return sorted(self._status(paths, "--ignored=traditional", wanted="!! "))

    def _status(self, paths: Iterable[str], *more: str, wanted: str = "") -> Iterator[str]:
        """The inputs whose line in git’s status begins so; hidden files and litter are none."""
        asked = ("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", *more, "--", *paths)
        prefix = self._run("rev-parse", "--show-prefix").stdout.strip()
        lines = (line for line in self._run(*asked).stdout.split("\0") if line and line.startswith(wanted))
        names = (line[3:].removeprefix(prefix) for line in lines)
        return (name for name in names if not any(map(_is_passed_over, PurePosixPath(name).parts)))

    def _overlooked(self, paths: Iterable[str]) -> Iterator[str]:
        """The files that differ from what is committed, and of which git was told not to look (git update-index)."""
        told = self._run("ls-files", "-v", "-z", "--", *paths).stdout.split("\0")
        names = [line[2:] for line in told if line and (line[0].islower() or line[0] == "S")]
        for name in names:
            committed = self._run("rev-parse", f"HEAD:./{name}").stdout.strip()
            if (self.folder / name).is_file() and committed != self._run("hash-object", "--", name).stdout.strip():
                yield name

    def fetch(self, remote: str, branch: str) -> bool:
        """Learns what others have pushed to the branch; whether there is one that can be reached."""
        done = self._run("fetch", "--quiet", remote, f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}")
        return done.returncode == 0

    def holds_nothing_new(self, remote: str, branch: str) -> bool:
        """Whether the files of the branch are those of the remote’s; if so, it takes its last commit back."""
        theirs = f"refs/remotes/{remote}/{branch}"
        ours, last = (f"{ref}^{{tree}}" for ref in (f"refs/heads/{branch}", theirs))
        if self._run("diff", "--quiet", ours, last).returncode:
            return False
        self._run("update-ref", f"refs/heads/{branch}", theirs)
        return True

    def push(self, remote: str, branch: str) -> None:
        """Pushes the branch; git talks to whoever sits there. Raises RepositoryError when it refuses."""
        if self._run("push", remote, branch, is_told=True).returncode:
            raise RepositoryError("the site could not be pushed: git refused, and says why above")

    def _said(self, *asked: str, else_: str) -> str:
        done = self._run(*asked)
        if done.returncode:
            raise RepositoryError(else_)
        return done.stdout.strip()

    def _run(self, *asked: str, is_told: bool = False) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(  # noqa: S603  # git alone, and no shell
                ["git", *asked],  # noqa: S607  # wherever it is installed
                cwd=self.folder,
                capture_output=not is_told,
                encoding="utf-8",
                check=False,
            )
        except FileNotFoundError:
            raise RepositoryError("git is not installed") from None


def _is_passed_over(part: str) -> bool:
    return part.startswith(".") or is_litter(part)
