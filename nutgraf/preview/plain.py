"""Words of others on a terminal."""


def plain(text: str) -> str:
    """The text on one line, with what a terminal would act upon spelt out."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def plain_lines(text: str) -> str:
    """The same, line by line."""
    return "\n".join(plain(line) for line in text.splitlines())
