"""The snippet: what the preview adds to a page, behind its end.

There it changes nothing of the page, whatever its markup and however long it is, and its own styles stay inside a
shadow tree. It loads from this server only, so that the page’s content security policy admits it.
"""

from functools import cache
from importlib.resources import files

from markupsafe import Markup

from nutgraf.preview.edition import Edition, digest

OWN = "/-/"  # the preview’s own addresses; no site has such a folder
PAGE = f"{OWN}page"  # in a message: the page that the tab shows
PROBLEMS = f"{OWN}problems"
_SNIPPET = Markup("""
<nutgraf-preview role="region" aria-label="Preview"><template shadowrootmode="open">
<link rel="stylesheet" href="{own}preview.css?{style}">
{drafts}<p role="status"></p><div>{overlay}</div>
</template></nutgraf-preview>
<script src="{own}page.js?{page_script}"></script>
<script src="{own}preview.js?{script}" data-page="{page}" data-assets="{assets}" data-problems="{problems}"></script>
""")
_DRAFTS = Markup("""<p class="drafts">With drafts</p>""")


def snippet(edition: Edition, page: str) -> bytes:
    """The HTML to add; ``page`` is the version of the page it is added to."""
    return _SNIPPET.format(
        own=OWN,
        style=digest(own_file("preview.css")),
        page_script=digest(own_file("page.js")),
        script=digest(own_file("preview.js")),
        drafts=_DRAFTS if edition.has_drafts else "",
        overlay=edition.overlay,
        page=page,
        assets=edition.assets.version,
        problems=edition.problems,
    ).encode(errors="replace")


@cache
def own_file(name: str) -> bytes:
    """A file that the preview brings along for the browser."""
    return (files("nutgraf.preview") / "browser" / name).read_bytes()
