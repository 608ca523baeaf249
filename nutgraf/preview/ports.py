"""Ports: the one that was asked for, or the next that is free."""

import errno
import os
from socket import AI_PASSIVE, SOCK_STREAM, create_server, gaierror, getaddrinfo, socket

from nutgraf.preview.faults import PreviewError

_TRIES = 100
_LAST = 65_535


def listen(host: str, port: int) -> socket:
    """A socket at the first free port from ``port`` on; 0 takes any. Raises PreviewError when there is none."""
    try:
        family, _, _, _, (address, *_) = getaddrinfo(host, None, type=SOCK_STREAM, flags=AI_PASSIVE)[0]
    except gaierror:
        raise PreviewError(f"{host} is no address of this machine") from None
    last = min(port + _TRIES - 1, _LAST)
    for each in range(port, last + 1):
        try:
            listening = create_server((str(address), each), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = os.strerror(error.errno or 0)
                raise PreviewError(f"{host}, port {each} cannot be opened: {reason}") from None
        else:
            listening.setblocking(False)  # a server that waits for one visitor keeps all others waiting
            return listening
    raise PreviewError(f"no port from {port} to {last} is free; name another with --port")


def port_of(listening: socket) -> int:
    """The port that was found."""
    port: int = listening.getsockname()[1]
    return port
