"""The home page’s order of explainers."""

from collections.abc import Iterator

from nutgraf.problems import Problem, did_you_mean
from nutgraf.resolve.site import Site
from nutgraf.rules import problem


def check_home(site: Site) -> Iterator[Problem]:
    """A problem for each explainer that the home page names and that is not there."""
    slugs = {*site.announced, *site.drafts}
    for named in site.home.explainers if site.home else ():
        is_unread = f"content/explainers/{named.text}.md" in site.unread
        if named.text not in slugs and not is_unread:
            message = f"there is no explainer “{named.text}”"
            hints = did_you_mean(named.text, slugs) or ("name a file of content/explainers/, without its .md",)
            lacks = f"file content/explainers/{named.text}.md"
            yield problem("broken-link", named.place, message, *hints, lacks=lacks)
