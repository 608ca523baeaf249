"""Fields that other programs have: which of ours is meant, or how it is done here."""

from collections.abc import Collection

# Ours, in the order in which they are looked for → what others call it.
_FIELDS = {
    "title": "headline name heading page_title",
    "standfirst definition tagline": "summary description excerpt subtitle abstract lead lede dek intro slogan teaser",
    "date published": "publishdate publish_date pubdate published_at created created_at date_published",
    "updated": "lastmod last_modified last_modified_at modified modified_at updated_at date_modified lastupdated",
    "author": "authors byline writer contributors creator",
    "topics": "tags tag categories category keywords keyword section sections subject subjects series taxonomy",
    "draft": "published status hidden private unlisted unpublished",
    "aliases": "redirect_from redirects redirect redirect_to old_url old_urls synonyms",
    "review_by": "expires expirydate expiry_date unpublishdate unpublish_date review_date",
    "sources": "references bibliography further_reading",
    "key_facts": "facts keyfacts highlights",
    "timeline": "events chronology history",
    "changes": "changelog revisions updates",
    "corrections": "correction errata",
    "source": "cite citation ref reference",
    "quote": "quotation excerpt",
    "text": "description summary body content",
    "label": "name caption key",
    "value": "figure number amount",
    "url": "link href src permalink canonical canonical_url source_url",
    "publisher": "site site_name outlet newspaper",
    "base_url": "baseurl url site_url siteurl",
    "language": "lang locale languagecode language_code",
    "nav": "menu menus navigation",
    "seed": "file capture path",
    "explainers": "order weight featured pinned pages posts",
}
_ADDRESS = "the name of the file is its address: rename the file"
_ONE_LAYOUT = "every page of a kind has the same template: leave it out, or change the template in templates/"
_PICTURE = "put it into the text: ![what it shows](../../assets/images/…); the image for sharing is made by itself"
_WAYS = {
    "slug permalink url path uri filename": _ADDRESS,
    "layout type template theme cssclasses cssclass style": _ONE_LAYOUT,
    "image images cover thumbnail featured_image feature_image hero banner og_image header photo picture": _PICTURE,
    "weight order menu_order sort position priority nav_order sidebar_position featured pinned sticky": (
        "newest comes first; to set an order, list the explainers in content/index.md"
    ),
    "tags categories category keywords": "only explainers have topics: leave it out",
    "lang language locale": "the language is that of site.toml: leave it out",
    "publishdate publish_date expirydate": "a build knows no day: write “draft: true” until it is to be published",
    "comments toc math mermaid id uuid guid key version robots noindex sitemap search editor": "leave it out",
    "canonical canonical_url": "the address follows from base_url: leave it out",
}


def _by_name(table: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for ours, theirs in table.items():
        for name in theirs.split():
            found.setdefault(name, []).extend(ours.split())
    return found


_MEANT = _by_name(_FIELDS)
_DONE = {name: way for names, way in _WAYS.items() for name in names.split()}


def meant_by(name: str, ours: Collection[str]) -> str | None:
    """Which of our fields another program calls so; None when none does."""
    return next((field for field in _MEANT.get(_plain(name), ()) if field in ours), None)


def way_here(name: str) -> str | None:
    """How it is done here what another program has a field of that name for."""
    return _DONE.get(_plain(name))


def _plain(name: str) -> str:
    return name.lower().replace("-", "_")
