"""Why pages were made again: ``build --explain``."""

from collections.abc import Iterable, Sequence

from nutgraf.addresses import file_of
from nutgraf.build import Look

# What a look is called: by its scene and attribute. What is not here has the name of its attribute.
_NAMES = {
    ("site", "announced"): "explainer",
    ("site", "announcements"): "explainer",
    ("site", "appearances"): "mentions of",
    ("site", "bound"): "",
    ("site", "destinations"): "link to",
    ("site", "interface"): "interface words",
    ("site", "next_after"): "the explainer after",
    ("site", "settings"): "site.toml",
    ("site", "sources"): "source",
    ("site", "term_names"): "name",
    ("site", "terms_by_slug"): "term",
    ("site", "uses"): "uses of",
    ("templates", "closures"): "template",
}


def explained(rendered: Iterable[tuple[str, Sequence[Look]]]) -> str:
    """One line for each page: its file, and what has changed for it."""
    lines = [f"{file_of(address)}: {_reasons(looks)}" for address, looks in rendered]
    return "\n".join(sorted(lines)) or "Nothing was made again."


def _reasons(looks: Sequence[Look]) -> str:
    """What has changed, in words; a page without a reason is new, or not on disk as it was left."""
    return ", ".join(sorted({_name(look) for look in looks})) or "not there as it was made"


def _name(look: Look) -> str:
    scene, attribute, key = look
    name = _NAMES.get((scene, attribute), attribute.replace("_", " "))
    return f"{name} {key}".strip() if key else name
