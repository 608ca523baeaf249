"""The same words for every generator."""
