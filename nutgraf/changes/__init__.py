"""Changes: whether a published explainer says so when its facts, quotations or figures are not what they were."""

from nutgraf.changes.silent import silent_changes

__all__ = ["silent_changes"]
