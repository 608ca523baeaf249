"""Logs of the preview and of the packages: faults only, each said once, and none of it as others would have it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nutgraf.preview.plain import plain, plain_lines

_LOGGERS = ("asyncio", "livereload", "nutgraf.preview", "tornado", "watchfiles")


class _Faults(logging.Handler):
    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        self._tell(plain(record.getMessage()))
        if record.exc_info:
            self._tell(plain_lines(logging.Formatter().formatException(record.exc_info)))


@contextmanager
def heard(tell: Callable[[str], None]) -> Iterator[None]:
    """Hands on the faults that the packages log meanwhile, and leaves their loggers as they were."""
    handler = _Faults(tell)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield
    finally:
        for logger, propagates in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate = propagates
