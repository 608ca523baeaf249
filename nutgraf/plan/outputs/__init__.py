"""The outputs: one module per kind of page or file, each a function from the Site, in one plain tuple."""

from collections.abc import Callable, Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.output import Output
from nutgraf.plan.outputs.corrections import corrections
from nutgraf.plan.outputs.explainers import explainers
from nutgraf.plan.outputs.glossary import glossary
from nutgraf.plan.outputs.home import home
from nutgraf.plan.outputs.machines import machines
from nutgraf.plan.outputs.not_found import not_found
from nutgraf.plan.outputs.pictures import pictures
from nutgraf.plan.outputs.sources import sources
from nutgraf.plan.outputs.standing import standing
from nutgraf.plan.outputs.static import static
from nutgraf.plan.outputs.terms import terms
from nutgraf.plan.outputs.timeline import timeline
from nutgraf.plan.outputs.topics import topics
from nutgraf.resolve.site import Site

OUTPUTS: tuple[Callable[[Site, Assets], Iterator[Output]], ...] = (
    home,
    explainers,
    standing,
    glossary,
    terms,
    sources,
    timeline,
    topics,
    corrections,
    not_found,
    machines,
    static,
    pictures,
)
