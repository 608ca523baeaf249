"""The settings of the documentation, with its content cache; no feeds, authors or categories."""

import json
from pathlib import Path

SITENAME = "The Measured File"
SITEURL = "https://news.example.org"
AUTHOR = "The desk"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
ARTICLE_PATHS = ["explainers"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["assets"]
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
DIRECT_TEMPLATES = ["index", "words", "sources", "sitemap"]
WORDS_SAVE_AS = "glossary/index.html"
SOURCES_SAVE_AS = "sources/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.toc": {},
    },
    "output_format": "html5",
}
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
ENTRIES = json.loads((Path(__file__).parent / "words.json").read_text("utf-8"))
