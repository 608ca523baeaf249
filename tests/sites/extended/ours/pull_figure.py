"""A box: the first key fact, large. ``:::{pull-figure}``."""

from typing import ClassVar

from markupsafe import Markup
from msgspec import Struct

from nutgraf.body import Box
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.prose import Prose


class PullFigure(Struct, frozen=True):
    """What components/pull-figure.html shows."""

    kind: ClassVar[str] = "pull-figure"
    value: Markup
    label: Markup


def pull_figure(explainer: Explainer, prose: Prose) -> PullFigure | None:
    """The box of an explainer; None when it has no key facts."""
    if not explainer.facts:
        return None
    first = explainer.facts[0]
    return PullFigure(prose.inline(first.value), prose.inline(first.label))


PULL_FIGURE = Box("pull-figure", pull_figure)
