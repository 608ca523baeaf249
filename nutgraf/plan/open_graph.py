"""Open Graph: what other sites show when a page is shared (https://ogp.me, X’s cards fall back to it).

There is no ``article:author``: Facebook takes it for the address of a profile. Authors have a tag of HTML’s own.
"""

from collections.abc import Sequence

from msgspec import Struct

from nutgraf.dates import Date
from nutgraf.plan.languages import territorial
from nutgraf.plan.share_images import explainer_image, home_image, share_picture
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import topic_title
from nutgraf.views.frame import OpenGraph


class Article(Struct, frozen=True):
    """What is told of an explainer, and of no other page."""

    published: Date
    modified: Date | None  # None: it has not been changed since
    topics: Sequence[str]
    authors: tuple[str, ...]


def open_graph(sheet: Sheet, title: str, description: str, article: Article | None) -> OpenGraph:
    """The tags of the page; explainers have a picture of their own, other pages that of the site."""
    shared = explainer_image(title, article.topics, sheet) if article else home_image(sheet)
    topics = tuple(dict.fromkeys(topic_title(topic, sheet.site) for topic in article.topics)) if article else ()
    return OpenGraph(
        type="article" if article else "website",
        title=title,
        description=description,
        url=sheet.url,
        locale=territorial(sheet.site.settings.language),
        image=share_picture(shared, sheet) if shared else None,
        published=article.published.iso_day if article else None,
        modified=article.modified.iso_day if article and article.modified else None,
        section=next(iter(topics), None),
        topics=topics,
        authors=article.authors if article else (),
    )
