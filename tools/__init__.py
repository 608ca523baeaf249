"""Tools for those who maintain the project: they make files that are kept in the repository."""
