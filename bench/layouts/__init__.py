"""The corpus in the layout of each generator."""
