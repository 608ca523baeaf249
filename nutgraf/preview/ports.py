"""Ports: the one that was asked for, or the next that is free."""

import errno
from socket import gaierror, socket

from tornado.netutil import bind_sockets

from nutgraf.preview.faults import PreviewError

_TRIES = 100
_LAST = 65_535


def listen(host: str, port: int) -> list[socket]:
    """Sockets at the first free port from ``port`` on; 0 takes any. Raises PreviewError when there is none."""
    last = min(port + _TRIES - 1, _LAST)
    for each in range(port, last + 1):
        try:
            return bind_sockets(each, host)
        except gaierror:
            raise PreviewError(f"{host} is no address of this machine") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise PreviewError(f"{host}, port {each} cannot be opened: {error.strerror}") from None
    raise PreviewError(f"no port from {port} to {last} is free; name another with --port")


def port_of(sockets: list[socket]) -> int:
    """The port that was found."""
    port: int = sockets[0].getsockname()[1]
    return port
