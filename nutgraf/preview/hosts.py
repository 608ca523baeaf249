"""Who may ask: the names a request may call this server by, and the pages that may ask it.

Any web page can send requests to this machine, and a name of its own can be made to lead here. Only the Host and Origin
headers tell such a request from one of the editor’s.
"""

import re
from collections.abc import Collection

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]{1,253})(?::\d{1,5})?")  # RFC 9110 §7.2


def admits(host: str, origin: str | None, allowed: Collection[str]) -> bool:
    """Whether a request with these two headers is the editor’s own.

    ``allowed`` are names beside those of the loopback. ``origin`` is None for what a person opens; with one, it must be
    the server’s own (RFC 6454 §4).
    """
    return is_known(name_of(host), allowed) and (origin is None or is_own(origin, host))


def is_known(name: str, allowed: Collection[str]) -> bool:
    """Whether the server answers to that name."""
    return name in LOOPBACK or name in {each.lower() for each in allowed}


def is_own(origin: str, host: str) -> bool:
    """Whether a page of that origin came from this server. A proxy may have added the s of https."""
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}


def name_of(host: str) -> str:
    """The name in a Host header, in small letters and without its port; empty when it is none."""
    match = _HOST.fullmatch(host.lower())
    return match[1] if match else ""


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach what listens at the address."""
    return address in {"localhost", "::1"} or address.startswith("127.")
