"""The sites that the browser tests look at, and in each the fullest page that a template makes."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NewType

import pytest

from nutgraf.addresses import file_of
from tests.sites.project import PROJECT
from tests.sites.published import Published
from tests.stages import planned

Template = NewType("Template", str)
_FOLDER = PROJECT / "templates"
_ELEMENT = re.compile(r"""<[a-z1-6]+(?: class="[^"]*")?""")
TEMPLATES = tuple(
    Template(path.relative_to(_FOLDER).as_posix())
    for path in sorted(_FOLDER.rglob("*.html"))
    if path.parent.name != "components" and path.name not in {"base.html", "moved.html", "search.html"}
)
on_every_template = pytest.mark.parametrize("template", TEMPLATES)
# Those with a masthead; the others are shown inside of somebody else’s pages.
on_every_framed_template = pytest.mark.parametrize("template", [one for one in TEMPLATES if one.startswith("pages/")])


@dataclass(frozen=True)
class Showcase:
    """A served site."""

    site: Published
    url: str

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Every page, as a reader’s address bar has it; no reader stays on those that lead elsewhere."""
        return tuple(_address(page.name) for page in self.site.pages if page.name not in self.redirects)

    @cached_property
    def redirects(self) -> tuple[str, ...]:
        """The files of the pages that lead elsewhere at once."""
        return tuple(page.name for page in self.site.pages if page.is_redirect)

    @cached_property
    def _fullest(self) -> dict[str, str]:
        assert self.site.build
        assert self.site.build.site
        kinds = {page.name: (len(set(_ELEMENT.findall(page.html))), len(page.html)) for page in self.site.pages}
        made = [(each.template, file_of(each.address)) for each in planned(self.site.build.site)]
        pages = sorted((kinds[name], template, name) for template, name in made if template and name in kinds)
        return {template: _address(name) for _, template, name in pages}

    def fullest(self, template: Template) -> str:
        """The address of the page with the most kinds of elements that a template makes."""
        assert template in self._fullest, f"the site at {self.url} shows no page of {template}"
        return self._fullest[template]


def _address(name: str) -> str:
    return "/" + name.removesuffix("index.html")
