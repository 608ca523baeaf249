"""Reproducible measurements of the engine: of its parts, and of whole sites beside other generators."""
