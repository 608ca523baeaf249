"""Publish: rendered contents → the output folder, all or nothing (design §3.4)."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from nutgraf.addresses import file_of

MANIFEST = ".nutgraf.json"  # which files are ours; dot files are not uploaded
_VERSION = 1


class OutputError(Exception):
    """The site cannot be written where it was asked for; the message says why and what to do."""


def publish(contents: Mapping[str, bytes], folder: Path) -> int:
    """Writes what has changed, removes what is no longer made, and returns how many files were written.

    Everything is written beside its place first and moved there last. Only files that the manifest lists are
    ever removed. Raises OutputError for a folder with other files in it and no manifest, and when the disk refuses.
    """
    files = {file_of(address): data for address, data in contents.items()}
    old = _manifest(folder)
    if old is None and folder.exists() and any(folder.iterdir()):
        raise OutputError(f"{folder} holds files that are not ours; name an empty folder")
    changed = {name: data for name, data in files.items() if not _holds(folder / name, data)}
    for name, data in changed.items():
        _write(folder / f"{name}.new", data)
    for name in changed:
        os.replace(folder / f"{name}.new", folder / name)  # noqa: PTH105  # atomic on every system
    _remove(folder, (old or set()) - files.keys())
    _write(folder / MANIFEST, json.dumps({"version": _VERSION, "files": sorted(files)}, indent=1).encode())
    return len(changed)


def _manifest(folder: Path) -> set[str] | None:
    try:
        read = json.loads((folder / MANIFEST).read_text("utf-8"))
        return set(read["files"]) if read["version"] == _VERSION else set()
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return set()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _remove(folder: Path, names: set[str]) -> None:
    """Removes files, and the folders that this empties."""
    for name in sorted(names):
        path = folder / name
        if folder.resolve() not in path.resolve().parents:
            continue  # a tampered manifest
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()
