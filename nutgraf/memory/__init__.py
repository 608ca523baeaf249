"""The memory of a build: what the last one saw and made, so that the next does only what has changed."""
