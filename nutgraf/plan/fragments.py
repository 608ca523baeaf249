"""Text fragments: links into another site’s page at the words themselves.

The standard is the WICG’s “URL Fragment Text Directives”: ``#:~:text=prefix-,start,end,-suffix``, one directive for
each stretch of text, joined by ``&``. Browsers compare white space of every kind as one, so a blank stands for it.
"""

from collections.abc import Sequence
from urllib.parse import quote

from nutgraf.quotations import Span
from nutgraf.resolve.sources import Source

_WHOLE = 8  # passages up to this many words are named in full, longer ones by their first and last words
_ENDS = 4
_CONTEXT = 3  # words before and after, which tell a passage from the same words elsewhere
_LONGEST_CONTEXT = 60  # characters; scripts without spaces would give the whole paragraph


def text_fragment(source: Source, spans: Sequence[Span]) -> str | None:
    """The publisher’s page at the passages, or None when the source has no url; the headline needs no fragment."""
    in_text = [span for span in spans if span.paragraph]
    url = source.credit.url
    if not url or not in_text:
        return url
    directives = dict.fromkeys(_directive(source, span) for span in in_text)
    address = url.partition(":~:")[0]
    # An address may have a fragment of its own (#/story/1): the directives follow it.
    return f"{address}{'' if '#' in address else '#'}:~:{'&'.join(directives)}"


def _directive(source: Source, span: Span) -> str:
    text = source.paragraphs[span.paragraph - 1].text
    words = text[span.start : span.end].split()
    named = [words] if len(words) <= _WHOLE else [words[:_ENDS], words[-_ENDS:]]
    before = _context(text[: span.start].split()[-_CONTEXT:])
    after = _context(text[span.end :].split()[:_CONTEXT])
    prefix = f"{before}-," if before else ""
    suffix = f",-{after}" if after else ""
    return f"text={prefix}{','.join(_escaped(part) for part in named)}{suffix}"


def _context(words: Sequence[str]) -> str:
    """The words beside a passage; nothing where they are only signs, or too many to be of use."""
    text = " ".join(words)
    is_telling = any(sign.isalnum() for sign in text) and len(text) <= _LONGEST_CONTEXT
    return _escaped(words) if is_telling else ""


def _escaped(words: Sequence[str]) -> str:
    """Percent-encoded, dashes, commas and ampersands too: they are the directive’s own signs."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
