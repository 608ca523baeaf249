"""Starters: first versions of content files, written so that an editor deletes rather than types."""
