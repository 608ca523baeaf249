"""The boxes: key facts and timeline. Each module makes one, for its own page or for another that shows it."""

from collections.abc import Callable

from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.boxes.key_facts import key_facts
from nutgraf.plan.boxes.timeline import timeline
from nutgraf.plan.prose import Prose
from nutgraf.views.parts import Facts, Timeline

Box = Callable[[Explainer, Prose], Facts | Timeline | None]

# What :::{name} shows.
BOXES: tuple[tuple[str, Box], ...] = (
    ("key-facts", key_facts),
    ("timeline", timeline),
)
