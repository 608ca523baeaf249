"""What ends a preview."""


class PreviewError(Exception):
    """The site cannot be previewed like this; the message says why and, where there is a way, what to do."""
