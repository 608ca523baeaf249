"""The outputs: one module per kind of page or file, each with its maker, in one plain tuple."""

from nutgraf.plan.maker import Maker
from nutgraf.plan.outputs.corrections import CORRECTIONS
from nutgraf.plan.outputs.explainers import EXPLAINERS
from nutgraf.plan.outputs.glossary import GLOSSARY
from nutgraf.plan.outputs.home import HOME
from nutgraf.plan.outputs.machines import MACHINES
from nutgraf.plan.outputs.not_found import NOT_FOUND
from nutgraf.plan.outputs.pictures import PICTURES
from nutgraf.plan.outputs.share_images import SHARE_IMAGES
from nutgraf.plan.outputs.sources import SOURCE_LIST, SOURCES
from nutgraf.plan.outputs.standing import STANDING
from nutgraf.plan.outputs.static import STATIC
from nutgraf.plan.outputs.terms import TERMS
from nutgraf.plan.outputs.timeline import TIMELINE
from nutgraf.plan.outputs.topics import TOPICS

OUTPUTS: tuple[Maker, ...] = (
    HOME,
    EXPLAINERS,
    STANDING,
    GLOSSARY,
    TERMS,
    SOURCE_LIST,
    SOURCES,
    TIMELINE,
    TOPICS,
    CORRECTIONS,
    NOT_FOUND,
    MACHINES,
    STATIC,
    PICTURES,
    SHARE_IMAGES,
)
