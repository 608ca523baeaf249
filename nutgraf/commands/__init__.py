"""The commands beside build and check, one module each."""
