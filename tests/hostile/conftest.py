"""Chromium, as the browser tests start it."""

from tests.browser.conftest import browser

__all__ = ["browser"]
