"""Parse: one file → a document of its kind, with positions."""
