"""``python3 -m tools.bare``: what ``make`` does on a bare machine, shown on this one.

Clones the last commit into a temporary folder and runs ``make build``, then ``make test`` (or the targets that are
named) with an environment of its own: a PATH of links to Python, git, make and what every Unix has, an empty home, and
none of this machine’s variables but those by which pip reaches its index. No Chromium, no Java, no npm; where this
process is root and the machine’s Python can be read by others, no root either. The exit code is 1 when a target fails.
"""

import argparse
import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
_PROGRAMS = (
    *("git", "make", "sh", "bash", "env", "uname", "sed", "grep", "find", "xargs", "diff", "gzip", "tar"),
    *("cat", "chmod", "cp", "cut", "date", "dirname", "basename", "echo", "expr", "false", "head", "id", "ln", "ls"),
    *("mkdir", "mktemp", "mv", "nproc", "pwd", "readlink", "realpath", "rm", "rmdir", "sha256sum", "sleep", "sort"),
    *("stat", "tail", "tee", "test", "touch", "tr", "true", "uniq", "wc"),
)
_HOW_PIP_REACHES_ITS_INDEX = ("PIP_", "SSL_CERT", "REQUESTS_CA_BUNDLE", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
_FIT = "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"
_NOBODY = "nobody"


def main() -> int:
    """Runs the targets one after the other; 1 when one of them fails."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.bare", description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", default=["build", "test"], help="of the Makefile; build and test")
    targets = parser.parse_args().targets
    with TemporaryDirectory(prefix="bare-") as name:
        folder = Path(name)
        user, python = _user_and_python()
        clone, home = folder / "clone", folder / "home"
        subprocess.run(["git", "clone", "--quiet", str(PROJECT), str(clone)], check=True)
        home.mkdir()
        environment = _environment(folder / "bin", home, python)
        if user:
            _give(folder, user)
        print(f"A bare machine: {python}, {f'as {user}' if user else 'as this user'}, without {_absent(folder)}.")
        for target in targets:
            print(f"$ make {target}", flush=True)
            done = subprocess.run(["make", target], cwd=clone, env=environment, check=False, **_as(user))
            if done.returncode:
                print(f"make {target} failed on a bare machine.")
                return 1
    return 0


def _user_and_python() -> tuple[str | None, str]:
    """Whom to be, None for this user, and a Python that this one may run."""
    own = str(Path(sys.base_prefix) / "bin" / "python3")
    found = [own, *filter(None, (shutil.which(name, path="/usr/local/bin:/usr/bin") for name in ("python3",)))]
    if os.geteuid() == 0:
        for python in found:
            if subprocess.run(_trying(python), check=False, capture_output=True, **_as(_NOBODY)).returncode == 0:
                return _NOBODY, python
    return None, own


def _trying(python: str) -> list[str]:
    """A command that succeeds when the user may run this Python and it will do."""
    return ["/bin/sh", "-c", f'exec "{python}" -c "{_FIT}"']


def _as(user: str | None) -> dict[str, Any]:
    """How subprocess runs a command as that user."""
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


def _environment(programs: Path, home: Path, python: str) -> dict[str, str]:
    """The variables of the bare machine; makes its folder of programs."""
    programs.mkdir()
    (programs / "python3").symlink_to(python)
    for name in _PROGRAMS:
        if path := shutil.which(name):
            (programs / name).symlink_to(Path(path).resolve())
    kept = {name: value for name, value in os.environ.items() if name.upper().startswith(_HOW_PIP_REACHES_ITS_INDEX)}
    return {**kept, "PATH": str(programs), "HOME": str(home), "LANG": "C.UTF-8", "TMPDIR": str(home)}


def _give(folder: Path, user: str) -> None:
    """Makes the user the owner of the folder and all in it."""
    account = pwd.getpwnam(user)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)


def _absent(folder: Path) -> str:
    """The tools that are not on the bare machine’s PATH."""
    names = ("chromium", "chromium-headless-shell", "java", "npm")
    assert not any((folder / "bin" / name).exists() for name in names)
    return ", ".join(names)


if __name__ == "__main__":
    sys.exit(main())
