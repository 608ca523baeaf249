"""Problems as people and programs read them: text, JSON, or annotations of a GitHub run."""

FORMATS = ("text", "json", "github")
