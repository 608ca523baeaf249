"""The boxes: key facts and timeline. Each module makes one, for its own page or for another that shows it."""

from nutgraf.body import Box
from nutgraf.plan.boxes.key_facts import key_facts
from nutgraf.plan.boxes.timeline import timeline

BOXES = (
    Box("key-facts", key_facts),
    Box("timeline", timeline),
)
