"""A build that takes no time: content/*.md become pages as they are. It can be held up, and be made to fail."""

from pathlib import Path
from threading import Event

from nutgraf.build import Build, Contents, Options
from nutgraf.problems import Place, Severity
from nutgraf.problems import Problem as Mistake

SETTINGS = 'title = "Desk"\nbase_url = "https://desk.example/repo/"\nlanguage = "en"\n'
LOST = "<!doctype html><title>Lost</title><h1>Nothing here</h1>"


def lay_out(project: Path) -> Path:
    """A project that the press can print."""
    for folder in ("content", "assets", "templates", "seeds"):
        (project / folder).mkdir(parents=True)
    (project / "site.toml").write_text(SETTINGS, "utf-8")
    (project / "content" / "index.md").write_text("The first words", "utf-8")
    return project


class Press:
    """Called like a build; counts how often."""

    def __init__(self) -> None:
        self.builds = 0
        self.is_at_work = Event()
        self.may_end = Event()
        self.may_end.set()
        self.fault: BaseException | None = None

    def __call__(self, options: Options) -> Build:
        self.builds += 1
        files = {path: path.read_text("utf-8") for path in sorted((options.project / "content").rglob("*.md"))}
        self.is_at_work.set()
        assert self.may_end.wait(60)
        if self.fault:
            raise self.fault
        problems = tuple(
            Mistake("quote-not-found", Severity.ERROR, Place(f"content/{path.name}", 1, 1, 4), words, ("try <again>",))
            for path, words in files.items()
            if "MISTAKE" in words
        )
        if problems:
            return Build(files=(), problems=problems, site=None)
        pages = {"404.html": LOST, **{_name(path): f"<!doctype html><p>{words}" for path, words in files.items()}}
        written = sum(_write(options.output / name, text.encode()) for name, text in pages.items())
        for path in (options.project / "assets").iterdir():
            written += _write(options.output / "assets" / path.name, path.read_bytes())
        for path in options.output.rglob("*.html"):
            if path.relative_to(options.output).as_posix() not in pages:
                path.unlink()
        contents = Contents(len(pages), 0, 0, 0, 0)
        return Build(files=(), problems=(), site=None, contents=contents, written=written, is_published=True)


def _name(path: Path) -> str:
    return "index.html" if path.stem == "index" else f"{path.stem}/index.html"


def _write(path: Path, data: bytes) -> bool:
    """Whether the file had to be written."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}")
    new.write_bytes(data)
    new.replace(path)
    return True
