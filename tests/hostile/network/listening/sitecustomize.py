"""Writes down whom a process and its copies call, and what they start. Python imports it by its name as it starts."""

import os
import sys

_HEARD = os.open(os.environ["HEARD"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_CALLS = (
    *("socket.connect", "socket.get", "socket.send", "urllib.", "http.", "ftplib.", "smtplib."),
    *("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "pty."),
)


def _hear(event: str, told: tuple[object, ...]) -> None:
    if event.startswith(_CALLS):
        os.write(_HEARD, f"{event} {told!r}\n".encode())


sys.addaudithook(_hear)
