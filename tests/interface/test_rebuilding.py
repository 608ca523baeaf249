"""A word of the interface that changes is changed on every page that says it, and in the preview."""

from pathlib import Path

from nutgraf.build import Options
from nutgraf.pipeline import build
from nutgraf.preview.watch import WATCHED


def _say(project: Path, words: str) -> None:
    (project / "locale").mkdir(exist_ok=True)
    (project / "locale/en.po").write_text(f'msgid "How this was made"\nmsgstr "{words}"\n', "utf-8")


def test_a_changed_word_that_only_templates_say_is_changed_on_the_pages(project: Path) -> None:
    page = project / "build/sea-wall/index.html"
    for words in ("Our sources", "Our method"):
        _say(project, words)
        assert build(Options(project, project / "build")).is_published
        assert f">{words}</h2>" in page.read_text("utf-8")
    assert build(Options(project, project / "build")).written == 0
    (project / "locale/en.po").unlink()
    build(Options(project, project / "build"))
    assert ">How this was made</h2>" in page.read_text("utf-8")


def test_the_preview_watches_the_catalogues() -> None:
    assert "locale" in WATCHED
