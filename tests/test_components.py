"""A component is one template and one stylesheet of the same name: who replaces them changes it and nothing else."""

import re
import shutil
from pathlib import Path

from nutgraf.plan.css import squeezed
from tests.sites.project import PROJECT, copy_site
from tests.sites.published import Published, publish_site

THEIRS = PROJECT / "tests/cases/components"
_STATUS = re.compile(r'<(span|strong) class="status status-.*?</\1>')
_STYLESHEET = re.compile(r"site\.[0-9a-f]{10}\.css")


def stylesheet(site: Published) -> str:
    return next(data.decode() for name, data in site.files.items() if re.search(r"/site\.\w+\.css$", name))


def without_status(page: str) -> str:
    return _STYLESHEET.sub("site.css", _STATUS.sub("STATUS", page))


def replaced(folder: Path) -> Published:
    """The small site with the files of one component replaced."""
    project = copy_site("small", folder / "project")
    shutil.copyfile(THEIRS / "status.html", project / "templates/components/status.html")
    shutil.copyfile(THEIRS / "status.css", project / "assets/css/components/status.css")
    return publish_site(project, folder / "build")


def test_who_replaces_the_files_of_a_component_changes_it_and_nothing_else(small: Published, tmp_path: Path) -> None:
    theirs = replaced(tmp_path)
    before = {page.name: page.html for page in small.pages}
    after = {page.name: page.html for page in theirs.pages}
    assert before.keys() == after.keys()
    changed = {name for name, page in before.items() if _STATUS.search(page)}
    assert "sea-wall/index.html" in changed
    assert changed < before.keys()
    for name, page in after.items():
        assert without_status(page) == without_status(before[name])
        assert ('<strong class="status' in page) == (name in changed)
        assert '<span class="status' not in page

    ours = squeezed((PROJECT / "assets/css/components/status.css").read_text("utf-8"))
    new = squeezed((THEIRS / "status.css").read_text("utf-8"))
    assert stylesheet(theirs) == stylesheet(small).replace(inside(ours), inside(new))


def inside(css: str) -> str:
    return css.removeprefix("@layer components{").removesuffix("}")


def test_every_component_with_a_look_of_its_own_has_a_stylesheet_of_its_name() -> None:
    templates = {path.stem: path.read_text("utf-8") for path in (PROJECT / "templates/components").glob("*.html")}
    styles = {
        path.stem for folder in ("css/components", "external") for path in (PROJECT / "assets" / folder).glob("*.css")
    }
    bare = {name for name in templates if name not in styles}
    assert not [name for name in bare if 'class="' in templates[name]]
