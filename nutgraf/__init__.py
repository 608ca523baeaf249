"""Nutgraf builds newsroom explainer microsites and checks every quotation against its source."""

__version__ = "0.1.0"
