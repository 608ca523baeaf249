"""Where the words of a link end: the bracket that closes the one at hand, each looked for once.

markdown-it-py looks for it again from every bracket inside another, which takes minutes when there are 20,000.
"""

from types import SimpleNamespace

from markdown_it import helpers
from markdown_it.rules_inline import StateInline

_KNOWN = "label_ends", "label_ends_without_links"  # attributes that the state gets for what is known of it


def label_helpers() -> SimpleNamespace:
    """markdown-it-py’s helpers with our way to the end of a label."""
    return SimpleNamespace(**{**vars(helpers), "parseLinkLabel": label_end})


def label_end(state: StateInline, start: int, disable_nested: bool = False) -> int:
    """Where the bracket that opens at ``start`` is closed; -1 where it is not, or holds a link though it must not."""
    known: dict[int, int] = vars(state).setdefault(_KNOWN[disable_nested], {})
    before, at, is_open = state.pos, start + 1, [] if start in known else [start]
    while is_open and at < state.posMax:
        sign = state.src[at]
        if sign == "]":
            known[is_open.pop()] = at
            at += 1
            continue
        state.pos = at
        state.md.inline.skipToken(state)
        if sign != "[":
            at = state.pos
        elif state.pos > at + 1 and disable_nested:
            break
        elif state.pos > at + 1:
            at = state.pos
        elif at not in known:
            is_open.append(at)
            at += 1
        elif known[at] < 0:
            break
        else:
            at = known[at] + 1
    known.update(dict.fromkeys(is_open, -1))
    state.pos = before
    return known[start]
