"""Read: the project folder → files. What later stages need of an input they ask for with ``File.read()``."""

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

SETTINGS = "site.toml"
FOLDERS = ("assets", "content", "locale", "seeds")
LARGEST = 10_000_000  # bytes of a text: thousands of pages
LARGEST_ASSET = 100_000_000  # bytes: GitHub takes no larger file
# Controls, line breaks, what turns text around, and bytes that are no UTF-8 (PEP 383).
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# What programs lay beside the files that somebody edits, in small letters. Names that begin with a dot are hidden.
_LITTER = frozenset(
    (
        *("thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "picasa.ini", "pspbrwse.jbf"),
        *("zbthumbnail.info", "icon\r", "4913"),  # of the Finder; of vim, which tries whether it may write here
        *("$recycle.bin", "recycler", "system volume information", "__macosx", "lost+found", "found.000"),
        *("network trash folder", "temporary items", "@eadir", "@recycle", "#recycle", "__pycache__"),
    )
)
_LITTER_ENDS = (
    *("~", "#", ".bak", ".bk", ".new", ".old", ".orig", ".rej", ".save", ".temp", ".tmp"),
    *(
        ".swp",
        ".swo",
        ".swn",
        ".swx",
        ".crswap",
        ".wbk",
        ".asd",
        ".sublime-workspace",
        ".sublime-project",
        ".code-workspace",
    ),
    *(
        "___jb_tmp___",
        "___jb_old___",
        ".part",
        ".partial",
        ".crdownload",
        ".download",
        ".filepart",
        ".opdownload",
        ".!sync",
    ),
    *(".lnk", ".stackdump", ".ds_store", "zone.identifier", ":com.dropbox.attrs", ":com.dropbox.attributes"),
)
_LITTER_STARTS = ("~$", "~wrl", "~wrd")  # of Word, while a document is open
# What programs that sync call the second of two versions: “a (Jo's conflicted copy 2026-01-22).md”.
_CONFLICT = re.compile(
    r"\((?=[^()]*(?:confli[ct]|konflikt))[^()]*(?:cop(?:y|ie|ia)|cópia|kop(?:ie|ia)|sfconflict|conflict #)[^()]*\)"
    r"|\.sync-conflict-\d|\(case conflict\b[^()]*\)",
    re.IGNORECASE,
)


class ChangedError(Exception):
    """A file that changed or vanished while the site was built; the message is its path."""


class File(Struct, frozen=True):
    """An input: its contents, or where they are on the disk until somebody reads them."""

    path: str  # relative to the project, with forward slashes, composed (NFC) however the disk has it
    contents: bytes | str | Path  # a path when they are to be read from there
    digest: str  # SHA-256 of the contents, in hexadecimal

    def __repr__(self) -> str:
        """The path and the digest as text; contents would fill logs."""
        return f"File(path={self.path!r}, digest={self.digest!r})"

    def read(self) -> bytes:
        """The bytes of the file, read from the disk unless they came with it.

        Raises ChangedError if it is gone, or not what it was at the beginning of the build.
        """
        if isinstance(self.contents, bytes):
            return self.contents
        try:
            data = Path(self.contents).read_bytes()
        except OSError:
            raise ChangedError(self.path) from None
        if hashlib.sha256(data).hexdigest() != self.digest:
            raise ChangedError(self.path)
        return data

    def is_in(self, folder: str) -> bool:
        """True if the file is in that folder of the project, given without a slash at its end, or below it."""
        return self.path.startswith(f"{folder}/")

    @property
    def name(self) -> PurePosixPath:
        """The path as a PurePosixPath, for its suffix, stem and parts."""
        return PurePosixPath(self.path)


def digest_in(files: Mapping[str, File], path: str) -> bytes:
    """The SHA-256 of the file with that path, as 32 bytes; b"" if there is none."""
    return bytes.fromhex(files[path].digest) if path in files else b""


def sha256_of(path: str, name: str) -> str:
    """The SHA-256 of the file at the path, in hexadecimal; `name` is not used. Raises OSError if it cannot be read."""
    del name
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def unknown(name: str) -> None:
    """None for every name: no digest is known, so each file is read."""
    del name


def read(
    project: Path, digest: Callable[[str, str], str] = sha256_of, known: Callable[[str], str | None] = unknown
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The project’s inputs by path, and a problem for each that cannot be one.

    Nothing is raised for what cannot be read.
    digest: the SHA-256 of a file, in hexadecimal, from its path on disk and its name in the project; may raise
    OSError.
    known: the same from the name alone, for a file that has not changed since; None if it has. Hidden files and litter
    are left out. Symbolic links are refused: they may lead out of the project, to what must not be published.
    """
    files: list[File] = []
    problems: list[Problem] = []
    closed: list[OSError] = []
    for name in sorted(_inputs(str(project), closed), key=_parts):
        path, composed = f"{project}/{name}", as_composed(name)
        if composed != name and os.path.lexists(f"{project}/{composed}"):
            problems.append(_twin(composed))
            continue
        told = known(name)
        if told:
            files.append(File(composed, path, told))
            continue
        try:
            unfit = _unfit(name, os.lstat(path))  # see _names_in
            if unfit:
                problems.append(unfit)
            else:
                files.append(File(composed, path, digest(path, name)))
        except FileNotFoundError:  # it has vanished since it was listed
            continue
        except OSError as error:
            problems.append(_unread(name, error))
    problems += map(_link, sorted(_links(str(project), "templates"), key=_parts))
    problems += [_unread(Path(error.filename).relative_to(project).as_posix(), error) for error in closed]
    return tuple(files), tuple(problems)


def as_composed(name: str) -> str:
    """A file’s name in composed form (Unicode NFC), as keyboards type it.

    MacOS gives decomposed names, ü as u and ¨.
    """
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _parts(name: str) -> list[str]:
    """What names are ordered by: a folder comes before what begins with its name."""
    return as_composed(name).split("/")


def _twin(name: str) -> Problem:
    message = "two files have this name: in one, letters and their accents are separate characters (NFD)"
    return problem("address-clash", Place(name), message, "remove one of the two, or rename it")


def _links(project: str, folder: str) -> Iterator[str]:
    """The links in the folder of the templates, which Jinja would follow wherever they lead."""
    if os.path.islink(f"{project}/{folder}"):  # noqa: PTH114  # see _names_in
        yield folder
    else:
        yield from (name for name in _names_in(project, folder, []) if os.path.islink(f"{project}/{name}"))  # noqa: PTH114


def _link(name: str) -> Problem:
    return problem("symlink", Place(name), "symbolic links are not followed", "put a copy here")


def _unfit(name: str, status: os.stat_result) -> Problem | None:
    """Why something that is among the inputs cannot be one. A pipe or a device would never end."""
    most = LARGEST_ASSET if name.startswith("assets/") else LARGEST
    if stat.S_ISLNK(status.st_mode):
        return _link(name)
    if not stat.S_ISREG(status.st_mode):
        return problem("unreadable-file", Place(name), "this is neither a file nor a folder", "remove it")
    if _CONFLICT.search(name):
        hint = "put the two versions together in the file of the usual name, and delete this one"
        return problem("bad-name", Place(name), "a program that syncs files has made this second version", hint)
    if _UNSEEN.search(name):
        return problem("bad-name", Place(name), "a sign that nobody can see stands in this name", "give it another")
    if status.st_size > most:
        message = f"this file is larger than {most // 1_000_000} MB, and larger ones are not read"
        hint = "put it where pages can link to it" if most == LARGEST_ASSET else "cut it into several"
        return problem("too-large", Place(name), message, hint)
    return None


def _unread(name: str, error: OSError) -> Problem:
    hint = "give yourself the right to read it" if isinstance(error, PermissionError) else "look at it, or remove it"
    return problem("unreadable-file", Place(name), f"this cannot be read: {error.strerror}", hint)


def is_litter(name: str) -> bool:
    """True for a name, without its folder, that a system or program gives to what it leaves beside the desk’s files."""
    small = name.lower()
    return small in _LITTER or small.endswith(_LITTER_ENDS) or small.startswith(_LITTER_STARTS)


def _inputs(project: str, closed: list[OSError]) -> Iterator[str]:
    """The names of all that may be an input; what refuses to be listed is added to ``closed``."""
    for name in (SETTINGS, *FOLDERS):
        path = f"{project}/{name}"
        if os.path.lexists(path):
            is_folder = name != SETTINGS and not os.path.islink(path)  # noqa: PTH114  # see _names_in
            yield from _names_in(project, name, closed) if is_folder else (name,)


def _names_in(project: str, folder: str, closed: list[OSError]) -> Iterator[str]:
    """The files in a folder and below it, and the links among its folders, which may lie any number of folders deep.

    Names, because thousands of path objects would take longer to make and to sort than the disk takes to list them.
    """
    rest = [folder]
    while rest:
        parent = rest.pop()
        try:
            with os.scandir(f"{project}/{parent}") as entries:
                shown = [each for each in entries if not each.name.startswith(".") and not is_litter(each.name)]
        except OSError as error:
            closed.append(error)
            continue
        for entry in shown:
            if entry.is_dir(follow_symlinks=False):
                rest.append(f"{parent}/{entry.name}")
            else:
                yield f"{parent}/{entry.name}"
