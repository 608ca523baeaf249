"""Share images: the words in them, and where they are published (docs/decisions/share-images.md)."""

from collections.abc import Sequence

from msgspec import Struct

from nutgraf.plan.languages import direction
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import first_topic
from nutgraf.plan.theme import light_palette
from nutgraf.share import HEIGHT, WIDTH, Colours, ShareImage, Words, drawable
from nutgraf.views.frame import SharePicture

_FILE = "share.png"  # beside the page
_DOTTED = ("tr", "az")  # languages whose capital of i keeps its dot


class Shared(Struct, frozen=True):
    """A share image on the site."""

    address: str
    alt: str
    image: ShareImage


def home_image(sheet: Sheet) -> Shared | None:
    """The picture of the site, for all pages without one of their own; None when there are no fonts to draw with."""
    settings, faces = sheet.site.settings, sheet.assets.share
    if not faces:
        return None
    title, tagline = settings.title, settings.tagline or ""
    image = _image(sheet, drawable(title, faces.headline), None, drawable(tagline, faces.headline))
    return Shared(f"/{_FILE}", f"{title}: {tagline}" if tagline else title, image)


def explainer_image(title: str, topics: Sequence[str], sheet: Sheet) -> Shared | None:
    """The picture of the explainer whose sheet this is; the site’s when no font has the letters of its headline."""
    settings, faces = sheet.site.settings, sheet.assets.share
    headline = drawable(title, faces.headline)
    if not headline:
        return home_image(sheet)
    topic = first_topic(topics, sheet)
    words = " · ".join([*([topic.title] if topic else []), sheet.say("Explained")])
    kicker = drawable(_capitals(words, settings.language), faces.label)
    image = _image(sheet, headline, kicker, drawable(settings.title, faces.headline))
    return Shared(sheet.address + _FILE, f"{settings.title}: {title}", image)


def share_picture(shared: Shared, sheet: Sheet) -> SharePicture:
    """The picture as pages name it.

    What stands behind the question mark changes with the picture, so that other sites fetch it anew; its file keeps
    its name, so that it is still found where the old address was shared.
    """
    url = sheet.url_of(shared.address)
    return SharePicture(f"{url}?v={shared.image.stamp}", shared.alt, WIDTH, HEIGHT)


def _image(sheet: Sheet, headline: Words | None, kicker: Words | None, foot: Words | None) -> ShareImage:
    colours, language = light_palette(sheet.site), sheet.site.settings.language
    return ShareImage(
        headline=headline,
        kicker=kicker,
        foot=foot,
        colours=Colours(colours.paper, colours.ink, colours.accent),
        language=language,
        is_rtl=direction(language) == "rtl",
    )


def _capitals(text: str, language: str) -> str:
    dotted = text.replace("i", "İ") if language.partition("-")[0].lower() in _DOTTED else text
    return dotted.upper()
