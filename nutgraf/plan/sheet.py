"""A sheet: the page being made up, and how it names everything else on the site."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from nutgraf.addresses import absolute, base_path, escaped, relative
from nutgraf.dates import Date, Parts, time_markup
from nutgraf.plan.assets import Assets
from nutgraf.resolve.site import Site
from nutgraf.views.parts import Link


@dataclass(frozen=True)
class Sheet:
    """One page while its view is made."""

    site: Site
    assets: Assets
    address: str
    is_rooted: bool = False  # 404.html answers at any depth: its links start at the host's root

    def href(self, address: str, anchor: str = "") -> str:
        """The reference to an address of ours, and to an anchor on it."""
        fragment = f"#{escaped(anchor)}" if anchor else ""
        if self.is_rooted:
            return base_path(self.site.settings.base_url) + escaped(address.lstrip("/")) + fragment
        if address == self.address and fragment:
            return fragment
        return relative(self.address, address) + fragment

    def link(self, title: str, address: str, anchor: str = "") -> Link:
        """A link to an address of ours."""
        return Link(title, self.href(address, anchor))

    def when(self, date: Date, parts: Parts = "full") -> Markup:
        """The date in the site’s language."""
        return time_markup(date, self.site.settings.language, parts, self.say)

    @property
    def url(self) -> str:
        """The full address of this page."""
        return absolute(self.site.settings.base_url, self.address)

    @property
    def say(self) -> Callable[[str], str]:
        """The interface words in the site’s language; English as it stands, until there are catalogues."""
        return str
