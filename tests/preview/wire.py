"""HTTP and websockets by hand, byte by byte: what no well-behaved client would send can be sent."""

import base64
import json
import os
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]  # by name in small letters
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def send(port: int, request: bytes) -> bytes:
    """Everything that comes back until the server closes or is done."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request)
        told = b""
        while chunk := connection.recv(65_536):
            told += chunk
    return told


def ask(port: int, target: str, method: str = "GET", **headers: str) -> Reply:
    """The reply to a request whose target is sent as it is. Underscores in names of headers stand for hyphens."""
    told = {"Host": f"127.0.0.1:{port}", "Connection": "close"}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in told.items()), "", ""]
    return read(send(port, "\r\n".join(lines).encode()))


def read(told: bytes) -> Reply:
    head, _, body = told.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    return Reply(int(first.split()[1]), headers, body)


class Socket:
    """A websocket (RFC 6455), as far as these tests go: text frames only."""

    def __init__(self, port: int, **headers: str) -> None:
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=30)
        told = {"Host": f"127.0.0.1:{port}", "Origin": f"http://127.0.0.1:{port}"}
        told |= {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        }
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = ["GET /livereload HTTP/1.1", *(f"{name}: {value}" for name, value in told.items() if value), "", ""]
        self.connection.sendall("\r\n".join(lines).encode())
        self.file = self.connection.makefile("rb")
        self.status = int(self.file.readline().split()[1])
        while self.file.readline().strip():
            pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()
        self.connection.close()

    def say(self, message: object) -> None:
        data = (message if isinstance(message, str) else json.dumps(message)).encode()
        size = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data))
        self.connection.sendall(b"\x81" + size + bytes(4) + data)

    def hear(self) -> Any:
        """The next message; None when the server has closed."""
        head = self.file.read(2)
        if len(head) < 2 or head[0] & 0xF == 8:
            return None
        size = head[1] & 0x7F
        if size == 126:
            size = struct.unpack(">H", self.file.read(2))[0]
        return json.loads(self.file.read(size))

    def join(self, url: str, page: str, assets: str, problems: str) -> None:
        """Says what livereload.js says on a page of the preview."""
        self.say(HELLO)
        assert self.hear()["command"] == "hello"
        shows = {"page": page, "assets": assets, "problems": problems}
        self.say({"command": "info", "url": url, "plugins": {"nutgraf": shows}})
