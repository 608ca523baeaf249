"""The outputs: one module per kind of page or file, each with its maker, in one plain tuple."""

from nutgraf.plan.maker import Maker
from nutgraf.plan.outputs.corrections import CORRECTIONS
from nutgraf.plan.outputs.explainers import EXPLAINERS
from nutgraf.plan.outputs.feeds import CORRECTIONS_FEED, FEED
from nutgraf.plan.outputs.glossary import GLOSSARY
from nutgraf.plan.outputs.home import HOME
from nutgraf.plan.outputs.machines import MACHINES
from nutgraf.plan.outputs.not_found import NOT_FOUND
from nutgraf.plan.outputs.open_data import OPEN_DATA
from nutgraf.plan.outputs.pictures import PICTURES
from nutgraf.plan.outputs.search import SEARCH
from nutgraf.plan.outputs.share_images import SHARE_IMAGES
from nutgraf.plan.outputs.sources import SOURCE_LIST, SOURCES
from nutgraf.plan.outputs.standing import STANDING
from nutgraf.plan.outputs.static import STATIC
from nutgraf.plan.outputs.terms import TERMS
from nutgraf.plan.outputs.timeline import TIMELINE
from nutgraf.plan.outputs.topics import TOPICS

# What looks at the whole site comes first, so that one process of a build loads all of it and the others never do.
# The timeline is the largest: what it lets go of makes room for what the next ones keep.
OUTPUTS: tuple[Maker, ...] = (
    TIMELINE,
    HOME,
    GLOSSARY,
    SOURCE_LIST,
    TOPICS,
    CORRECTIONS,
    SEARCH,
    NOT_FOUND,
    MACHINES,
    FEED,
    CORRECTIONS_FEED,
    OPEN_DATA,
    EXPLAINERS,
    STANDING,
    TERMS,
    SOURCES,
    STATIC,
    PICTURES,
    SHARE_IMAGES,
)
