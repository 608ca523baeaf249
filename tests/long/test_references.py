"""Every reference of a whole site leads somewhere, wherever the site is served."""

import re

import pytest

from nutgraf.addresses import file_of
from tests.sites.crawl import crawl
from tests.sites.published import Published
from tests.sites.server import served


@pytest.mark.parametrize("under", ["/", "/some/repo/", "/a/much/deeper/folder/"])
def test_every_reference_resolves_wherever_the_site_is_served(sample: Published, under: str) -> None:
    with served(sample.folder, under) as url:
        found = crawl(url)
    assert found.broken == []
    reached = {address.removeprefix(url) for address in found.reached}
    unlinked = {file_of(f"/{address}") for address in reached} ^ sample.files.keys()
    unlinked = {
        name for name in unlinked if not re.search("share.png$|^(assets/)?embed[/.]", name)
    }  # other sites show those
    assert unlinked == {"404.html", "robots.txt", "sitemap.xml", "assets/fonts/OFL.txt"}


def test_a_site_in_every_state_has_no_broken_reference_either(states: Published) -> None:
    with served(states.folder) as url:
        assert crawl(url).broken == []
