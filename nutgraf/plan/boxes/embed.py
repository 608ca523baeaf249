"""The embed: a chart or a film of another site, which readers load themselves."""

from collections.abc import Sequence

from nutgraf.body import EmbedStart, Image, Piece
from nutgraf.plan.prose import Prose
from nutgraf.views import parts


def embed(run: Sequence[Piece], prose: Prose) -> parts.Embed | None:
    """The view of the pieces from an EmbedStart to its EmbedEnd; None when site.toml does not allow its host."""
    start, *inside = run
    if not isinstance(start, EmbedStart) or not prose.sheet.site.settings.frames(start.host):
        return None
    poster = [piece for piece in inside if isinstance(piece, Image) and piece.is_poster]
    caption = [piece for piece in inside if piece not in poster]
    return parts.Embed(
        title=start.title,
        url=start.url,
        host=start.host,
        height=start.height,
        poster=prose.write(poster),
        caption=prose.write(caption),
    )
