"""What the build refuses of a hostile newsroom, as refused.txt has it, and the site that is left."""

import re
from pathlib import Path

from tests.hostile.newsroom import Refused, newsroom, pictures
from tests.hostile.vectors import VECTORS
from tests.sites.project import copy_site
from tests.sites.published import Published, publish_site

REFUSED = Path(__file__).parent / "refused.txt"
ALL_BUT = ", all but"


def refused() -> Refused:
    """What is written down."""
    vectors = {ascii(vector)[1:-1]: vector for vector in VECTORS}
    found: Refused = {}
    for part in re.split("^# ", REFUSED.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, *lines = part.splitlines()
        listed = {vectors[line] for line in lines}
        found[head.partition(":")[0]] = set(VECTORS) - listed if head.endswith(ALL_BUT) else listed
    return found


def publish_the_rest(folder: Path) -> Published:
    """The site that is left when the build has refused what it refuses."""
    project = copy_site("first-day", folder / "project")
    for old in (*project.glob("content/**/*.md"), *project.glob("seeds/*")):
        old.unlink()
    for path, text in {**{sheet.path: sheet.text for sheet in newsroom(refused())}, **pictures()}.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    return publish_site(project, project / "build")
