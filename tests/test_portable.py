"""The program runs on Windows and macOS too: it calls nothing there that only Unix has."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nutgraf.build import Options
from nutgraf.pipeline import build
from tests.memory.desk import contents
from tests.sites.project import PROJECT, copy_site

MODULES = sorted((PROJECT / "nutgraf").rglob("*.py"))
# What the documentation of Python marks “Availability: Unix” (or names a Unix), and what only Unix means by it.
UNIX_MODULES = frozenset(
    "crypt curses fcntl grp nis ossaudiodev posix pty pwd readline resource spwd syslog termios tty uvloop".split()
)
UNIX_NAMES = {
    "os": frozenset(
        """
        O_CLOEXEC O_DIRECTORY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_SYNC O_TMPFILE WEXITSTATUS WIFEXITED
        WIFSIGNALED WNOHANG WTERMSIG chflags chown chroot confstr copy_file_range ctermid eventfd fchdir fchmod fchown
        fdatasync fork forkpty fpathconf fstatvfs getegid geteuid getgid getgroups getloadavg getpgid getpgrp
        getpriority getresuid getsid getuid getxattr initgroups killpg lchflags lchmod lchown listxattr lockf login_tty
        major makedev memfd_create minor mkfifo mknod nice openpty pathconf pidfd_open pipe2 posix_fadvise
        posix_fallocate posix_spawn posix_spawnp pread preadv pwrite pwritev readv register_at_fork removexattr
        sched_getaffinity sched_setaffinity sched_yield sendfile setegid seteuid setgid setgroups setpgid setpriority
        setsid setuid setxattr splice statvfs sync sysconf tcgetpgrp tcsetpgrp uname unshare wait wait3 wait4 waitid
        writev
        """.split()
    ),
    "signal": frozenset(
        """
        SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGTSTP SIGUSR1 SIGUSR2 SIGWINCH alarm
        getitimer pause pidfd_send_signal pthread_kill pthread_sigmask setitimer siginterrupt sigpending sigtimedwait
        sigwait sigwaitinfo
        """.split()
    ),
    "socket": frozenset(["AF_UNIX", "SO_REUSEPORT", "fromfd", "sethostname", "socketpair"]),
    "time": frozenset(["clock_settime", "pthread_getcpuclockid", "tzset"]),
    "asyncio": frozenset(["SafeChildWatcher", "ThreadedChildWatcher", "open_unix_connection", "start_unix_server"]),
}
UNIX_METHODS = frozenset(["add_signal_handler", "is_mount", "lchmod", "owner"])  # of loops and paths
START_METHODS = frozenset(["fork", "forkserver"])
# Opens a file as text on Windows unless told otherwise; Path and open() do not.
RAW_OPENING = frozenset(["open", "fdopen"])


def unix_in(code: str) -> list[str]:
    """What only Unix has in some code, each with its line, but for what stands in a branch of its own.

    Such a branch asks for ``sys.platform`` or ``os.name``.
    """
    return [f"{line}: {name}" for line, name in _found(ast.parse(code))]


def _found(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.If | ast.IfExp) and _asks_for_system(node.test):
        return
    if isinstance(node, ast.Import):
        yield from ((node.lineno, each.name) for each in node.names if each.name.split(".")[0] in UNIX_MODULES)
    elif isinstance(node, ast.ImportFrom):
        yield from _imported(node)
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        yield from [(node.lineno, f"{node.value.id}.{node.attr}")] if _is_unix(node.value.id, node.attr) else []
    elif isinstance(node, ast.Call):
        yield from _called(node)
    for child in ast.iter_child_nodes(node):
        yield from _found(child)


def _imported(node: ast.ImportFrom) -> Iterator[tuple[int, str]]:
    module = str(node.module)
    if module.split(".")[0] in UNIX_MODULES:
        yield node.lineno, module
    yield from ((node.lineno, f"{module}.{each.name}") for each in node.names if _is_unix(module, each.name))


def _called(node: ast.Call) -> Iterator[tuple[int, str]]:
    called = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
    words = {each.value for each in node.args if isinstance(each, ast.Constant)}
    if called in UNIX_METHODS and isinstance(node.func, ast.Attribute):
        yield node.lineno, called
    modes = {word for word in words if isinstance(word, str) and word and not word.strip("wxat+")}
    if called == "write_text" or (called == "open" and modes):  # as text: Windows would write other line ends
        yield from [] if "newline" in {each.arg for each in node.keywords} else [(node.lineno, f"{called} as text")]
    if called in {"get_context", "set_start_method"} and words & START_METHODS:
        yield node.lineno, f"{called}({min(map(str, words))})"


def _is_unix(module: str, name: str) -> bool:
    return name in UNIX_NAMES.get(module, ()) or (module == "os" and name in RAW_OPENING)


def _asks_for_system(test: ast.expr) -> bool:
    return any(ast.unparse(each) in {"sys.platform", "os.name"} for each in ast.walk(test))


def test_no_module_calls_what_only_unix_has() -> None:
    found = {path.relative_to(PROJECT).as_posix(): unix_in(path.read_text("utf-8")) for path in MODULES}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import fcntl", ["1: fcntl"]),
        ("import os\n\ndef read(file):\n    return os.pread(file, 1, 0)", ["4: os.pread"]),
        ("from os import fork", ["1: os.fork"]),
        ("import os\nos.open('file', os.O_RDONLY)", ["2: os.open"]),
        ("from termios import tcgetattr", ["1: termios"]),
        ("import signal\nsignal.signal(signal.SIGHUP, None)", ["2: signal.SIGHUP"]),
        ("get_context('fork')", ["1: get_context(fork)"]),
        ("multiprocessing.get_context('forkserver')", ["1: get_context(forkserver)"]),
        ("loop.add_signal_handler(2, print)", ["1: add_signal_handler"]),
        ("path.write_text(text, 'utf-8')", ["1: write_text as text"]),
        ("path.write_text(text, 'utf-8', newline='\\n')\npath.open('wb')\npath.open('rb')", []),
        ("path.open('w', encoding='utf-8')", ["1: open as text"]),
        ("if ready:\n    import pwd\n", ["2: pwd"]),
        ("if sys.platform == 'win32':\n    import msvcrt\nelse:\n    import fcntl\n", []),
        ("how = 'fork' if sys.platform == 'linux' else 'spawn'\nget_context(how)", []),
        ("if os.name == 'posix':\n    os.sync()", []),
        ("get_context('spawn')\nos.replace(a, b)\nopen(a, 'rb')\nsignal.SIGINT\nfork = text.group(1)", []),
    ],
)
def test_what_only_unix_has_is_found(code: str, found: list[str]) -> None:
    assert unix_in(code) == found


# What the standard library takes for granted on Unix is imported before; then nobody has it any more.
_BUILDING = r"""
import asyncio, filelock, multiprocessing, os, shutil, signal, subprocess, sys, tempfile
from pathlib import Path
from tests.test_portable import UNIX_MODULES, UNIX_NAMES
for module in (os, signal):
    for name in UNIX_NAMES[module.__name__]:
        if hasattr(module, name):
            delattr(module, name)
for name in UNIX_MODULES - {"posix"}:
    sys.modules[name] = None
from nutgraf.build import Options
from nutgraf.pipeline import build
project = Path(sys.argv[1])
first = build(Options(project, project / "build"))
(project / "content/pages/more.md").write_text("---\ntitle: More\n---\nWords.\n", "utf-8")
second = build(Options(project, project / "build"))
assert not hasattr(os, "fork") and not hasattr(os, "pread")
print(first.is_published, second.is_published, *second.parsed)
"""


def test_a_site_is_built_twice_without_all_that(tmp_path: Path) -> None:
    project = copy_site("small", tmp_path / "project")
    done = subprocess.run(
        [sys.executable, "-c", _BUILDING, str(project)], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout, done.stderr) == ("True True content/pages/more.md\n", "")
    built = contents(project / "build")
    again = copy_site("small", tmp_path / "again")
    (again / "content/pages/more.md").write_bytes((project / "content/pages/more.md").read_bytes())
    build(Options(again, again / "build"))
    assert built == contents(again / "build")
