"""The key facts as a ledger: every fact beside its evidence."""

from nutgraf.kinds.evidence import Fact
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.notes import notes_of
from nutgraf.plan.prose import Prose
from nutgraf.resolve.claims import holders_of
from nutgraf.views import parts


def key_facts(explainer: Explainer, prose: Prose) -> parts.Facts | None:
    """The box of an explainer, on its own page or on another; None when it has no key facts."""
    if not explainer.facts:
        return None
    is_own = prose.sheet.address == explainer.address
    group = next(group for group in prose.citations.groups if group.group.kind == "facts")
    notes = notes_of(group, prose, rows=[holders_of(fact) for fact in explainer.facts])
    return parts.Facts(
        id="key-facts" if is_own else f"key-facts-{explainer.slug}",
        facts=tuple(fact_of(fact, prose) for fact in explainer.facts),
        notes=notes if is_own else parts.Notes(1, ()),
        origin=None if is_own else prose.sheet.link(explainer.title, explainer.address, "key-facts"),
    )


def fact_of(fact: Fact, prose: Prose) -> parts.Fact:
    """One line of the ledger."""
    return parts.Fact(
        label=prose.inline(fact.label),
        value=prose.inline(fact.value),
        reference=prose.marks(fact),
        as_of=prose.sheet.when(fact.as_of) if fact.as_of else None,
        status=fact.status,
    )
