"""The terminal that a command writes to."""

import os
from typing import TextIO


def width_of(stream: TextIO) -> int | None:
    """The columns of the terminal that the stream writes to; None if it writes elsewhere.

    The variable COLUMNS comes first, as in other programs (https://docs.python.org/3/library/shutil.html).
    """
    if not stream.isatty():
        return None
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except OSError:
        return 80
