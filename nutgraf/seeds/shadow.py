"""Declarative shadow trees put where a browser shows them (HTML, “template” element, shadowrootmode)."""

from __future__ import annotations

from typing import Any


def with_shadows(page: Any) -> None:
    """Opens the shadow trees of a parsed page in place (HTML, “template” element, shadowrootmode).

    Children of a host that no slot takes are hidden, as in a browser.
    """
    slots: dict[Any, list[Any]] = {}
    for slot in page.iter("slot"):
        around = next(slot.iterancestors("template"), None)
        if around is not None:
            slots.setdefault(around, []).append(slot)
    for template in list(page.iter("template")):
        mode = template.get("shadowrootmode") or template.get("shadowroot")
        if mode in {"open", "closed"} and (host := template.getparent()) is not None:
            template.tag = "div"
            _fill(slots.get(template, []), host, template)


def _fill(slots: list[Any], host: Any, shadow: Any) -> None:
    free = {slot.get("name", ""): slot for slot in reversed(slots)}  # of two slots of one name the first counts
    taken: set[Any] = set()
    for child in [each for each in host if each is not shadow and isinstance(each.tag, str)]:
        slot = free.get(child.get("slot", ""))
        if slot is None:
            child.set("hidden", "")
            continue
        if slot not in taken:
            taken.add(slot)
            for fallback in list(slot):
                slot.remove(fallback)
            slot.text = None
        slot.append(child)
    loose = (host.text or "") + (shadow.tail or "")
    if "" in free and loose.strip() and free[""] not in taken:
        free[""].text = loose
    host.text = shadow.tail = None
