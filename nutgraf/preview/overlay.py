"""The overlay: what is wrong, over the last good page. Everything in it that is not ours is escaped."""

from markupsafe import Markup

from nutgraf.preview.builds import Mistake, Outcome

_SECTION = Markup("""<section class="problems is-{level}" data-level="{level}" aria-labelledby="summary">
<details{is_open}>
<summary id="summary"><b>{counts}</b> <span>{state}</span></summary>
<ol tabindex="0" aria-label="Problems">
{mistakes}
</ol>
</details>
</section>""")
_MISTAKE = Markup("""<li class="is-{level}"><p class="head"><bdi>{head}</bdi></p>{excerpt}{hints}</li>""")
_EXCERPT = Markup("<pre>{}</pre>")
_HINT = Markup("""<p class="hint"><bdi>{}</bdi></p>""")


def overlay(outcome: Outcome | None) -> Markup:
    """The problems of a build, errors unfolded and mere warnings folded; empty when there are none."""
    if outcome is None or not outcome.mistakes:
        return Markup()
    level = "warning" if outcome.is_published else "error"
    return _SECTION.format(
        level=level,
        is_open=Markup(" open") if level == "error" else "",
        counts=outcome.counts,
        state="" if outcome.is_published else "This is the last good build.",
        mistakes=Markup("\n").join(_item(mistake) for mistake in outcome.mistakes),
    )


def _item(mistake: Mistake) -> Markup:
    return _MISTAKE.format(
        level=mistake.level,
        head=mistake.head,
        excerpt=_EXCERPT.format(mistake.excerpt) if mistake.excerpt else "",
        hints=Markup().join(_HINT.format(hint) for hint in mistake.hints),
    )
