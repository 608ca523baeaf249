"""The archive: the explainers as they were at a commit, read from git without touching the files.

Only plumbing is asked, with an environment of its own: in a hook the variables of git may mean another repository.
"""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from nutgraf.build import Archive
from nutgraf.read import File

_FOLDER = "content/explainers/"
_PARTIAL = "this clone does not hold everything that was committed; clone the whole repository"
_SHALLOW = "this clone holds the newest commits only. Run git fetch --unshallow, or check out with fetch-depth: 0"
_FILES = {b"100644", b"100755"}  # modes of git


class ArchiveError(Exception):
    """The archive cannot be read; the message says why and what to do."""


def read_archive(project: Path, name: str) -> Archive:
    """The explainers as they were when the project separated from the named commit, branch or tag.

    Raises ArchiveError if Git refuses, the name is unknown, or the clone lacks the contents.
    """
    git = _Git(project)
    folder = git.ask("rev-parse", "--show-prefix").decode().rstrip("\n") + _FOLDER
    commit = git.commit_of(name)
    known = dict(_files_in(git.ask("ls-tree", "-z", "--full-tree", commit, "--", folder)))
    prefix = len(folder) - len(_FOLDER)
    contents = zip(known, git.contents(list(known.values())), strict=True)
    files = [File(path[prefix:], data, hashlib.sha256(data).hexdigest()) for path, data in contents]
    return Archive(name, tuple(files))


def _files_in(tree: bytes) -> Iterator[tuple[str, str]]:
    """The path and the object of each Markdown file that git lists, and of no link or module."""
    for entry in tree.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        mode, _, oid = about.partition(b" blob ")
        if mode in _FILES and path.endswith(b".md"):
            yield path.decode("utf-8", "surrogateescape"), oid.decode()


class _Git:
    """The repository around a project."""

    def __init__(self, project: Path) -> None:
        self._project = project
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self._environment = own | {"GIT_LITERAL_PATHSPECS": "1", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git says. Raises ArchiveError when it refuses."""
        command = ["git", "--no-replace-objects", *arguments]
        try:
            done = subprocess.run(  # noqa: S603  # no shell, and names of commits stand behind --end-of-options
                command, cwd=self._project, env=self._environment, input=given, capture_output=True, check=False
            )
        except FileNotFoundError:
            raise ArchiveError("git is not installed, and only git knows what was published before") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            raise ArchiveError(said.removeprefix("fatal: ") or f"git {arguments[0]} failed")
        return done.stdout

    def commit_of(self, name: str) -> str:
        """The commit from which the project and the named one went apart, as far as is known."""
        try:
            commit = self._commit(name)
        except ArchiveError:
            raise ArchiveError(self._unknown(name)) from None
        try:
            return self.ask("merge-base", commit, "HEAD").decode().strip()
        except ArchiveError:  # nothing is committed yet, or the place is not in a shallow clone
            return commit

    def contents(self, oids: list[str]) -> Iterator[bytes]:
        """The contents of the objects, in this order. Raises ArchiveError when some are not here."""
        try:
            answer = self.ask("cat-file", "--batch", given="".join(f"{oid}\n" for oid in oids).encode())
        except ArchiveError:  # a clone without contents, when git finds no more words for it
            raise ArchiveError(_PARTIAL) from None
        at = 0
        for _ in oids:
            end = answer.index(b"\n", at)
            about = answer[at:end].split()
            if about[1:2] != [b"blob"]:
                raise ArchiveError(_PARTIAL)
            at = end + 1 + int(about[2]) + 1
            yield answer[end + 1 : at - 1]

    def _commit(self, name: str) -> str:
        return self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()

    def _unknown(self, name: str) -> str:
        message = f"there is no commit, branch or tag “{name}” here"
        if self.ask("rev-parse", "--is-shallow-repository").strip() == b"true":
            return f"{message}: {_SHALLOW}"
        return message
