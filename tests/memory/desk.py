"""A newsroom on disk whose builds are watched: what was parsed, what was rendered, which bytes changed."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nutgraf.addresses import file_of
from nutgraf.build import Build, Options
from nutgraf.memory.recall import Recall
from nutgraf.pipeline import build

NEWSROOM = Path(__file__).parent / "newsroom"
_INPUTS = ("site.toml", "assets", "content", "locale", "seeds", "templates")


@dataclass(frozen=True)
class Desk:
    """A project with its output."""

    project: Path
    scratch: Path  # for clean builds
    recall: Recall | None = None  # of builds that are those of one process

    @property
    def output(self) -> Path:
        return self.project / "build"

    @property
    def cache(self) -> Path:
        """The folder in which the build is remembered."""
        return next(path for path in (self.project / ".cache").iterdir() if path.name.startswith("build-"))

    def build(self, *, forgets: bool = False, publishes: bool = True, jobs: int = 1) -> Build:
        options = Options(self.project, self.output, forgets=forgets, publishes=publishes, jobs=jobs)
        return build(options, recall=self.recall)

    def clean_build(self) -> tuple[Build, Mapping[str, bytes]]:
        """What somebody gets who has never built this project, and what is published then."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        done = build(Options(self.project, self.scratch, forgets=True))
        return done, contents(self.scratch)

    def published(self) -> Mapping[str, bytes]:
        return contents(self.output)

    def inputs(self) -> Mapping[str, bytes]:
        """The files of the project by path."""
        return {path: data for path, data in contents(self.project).items() if path.partition("/")[0] in _INPUTS}

    def lay(self, files: Mapping[str, bytes]) -> None:
        """Makes these the files of the project; those that are so already are left alone."""
        now = self.inputs()
        for path in now.keys() - files.keys():
            (self.project / path).unlink()
        for path, data in files.items():
            if now.get(path) != data:
                self.write(path, data)

    def write(self, path: str, data: bytes | str) -> None:
        (self.project / path).parent.mkdir(parents=True, exist_ok=True)
        (self.project / path).write_bytes(data if isinstance(data, bytes) else data.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.project / path).read_text("utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        self.write(path, text.replace(old, new, 1))


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file of a folder by its path."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def rendered(done: Build) -> set[str]:
    """The files that were rendered."""
    return {file_of(address) for address, _ in done.rendered}


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """The published files that are new or other; the list of files is none of them."""
    return {name for name, data in after.items() if before.get(name) != data} - {".nutgraf.json"}


def new_desk(folder: Path) -> Desk:
    shutil.copytree(NEWSROOM, folder / "project")
    return Desk(folder / "project", folder / "clean")
