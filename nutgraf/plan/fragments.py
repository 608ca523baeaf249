"""Text fragments: links into another site’s page at the words themselves (WICG Scroll-to-Text Fragment)."""

from collections.abc import Sequence
from urllib.parse import quote, urldefrag

from nutgraf.quotations import Span
from nutgraf.resolve.sources import Source

_WHOLE = 8  # passages up to this many words are named in full, longer ones by their first and last words
_ENDS = 4
_CONTEXT = 3


def text_fragment(source: Source, spans: Sequence[Span]) -> str | None:
    """The publisher’s page at the first passage, or None when the source has no url or only its headline is meant."""
    first = next((span for span in spans if span.paragraph), None)
    if not source.url or first is None:
        return source.url
    text = source.paragraphs[first.paragraph - 1].text
    before = text[: first.start].split()[-_CONTEXT:]
    words = text[first.start : first.end].split()
    after = text[first.end :].split()[:_CONTEXT]
    named = [" ".join(words)] if len(words) <= _WHOLE else [" ".join(words[:_ENDS]), " ".join(words[-_ENDS:])]
    directive = ",".join(_escaped(part) for part in named)
    prefix = f"{_escaped(' '.join(before))}-," if before else ""
    suffix = f",-{_escaped(' '.join(after))}" if after else ""
    return f"{urldefrag(source.url).url}#:~:text={prefix}{directive}{suffix}"


def _escaped(text: str) -> str:
    """Percent-encoded, dashes, commas and ampersands too: they are the directive’s own signs."""
    return quote(text, safe="").replace("-", "%2D")
