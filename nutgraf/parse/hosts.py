"""Hosts of other sites whose charts and films may be shown in a frame, and addresses on them.

Only plain addresses are read, so that browsers (WHATWG URL) and this build (RFC 3986) mean the same host by each.
"""

import re
from collections.abc import Iterable

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# Two names or more, the last of which begins with a letter: numbers in its place are an address of a machine.
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z]){_LABEL}")
_ANY = "*."  # before a host: every host below it
_LONGEST_HOST = 253  # characters (RFC 1035)
_LONGEST_URL = 1000
_URL = re.compile(r"https://(?P<host>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_NEVER = re.compile(r"""[\s\\"'<>`{}|^]""")  # what browsers change in an address, or read as something else
_COPY = "copy the address from the page that offers the chart or the film"


def host_name(text: str) -> str:
    """The host in lower case.

    Raises ValueError for what is no host name in ASCII, with two arguments: what is wrong, and what to do.
    """
    host = text.lower()
    if not text.isascii():
        raise ValueError(f"“{text}” has letters that host names do not have", "write its ASCII form, xn--…")
    if not _HOST.fullmatch(host) or len(host) > _LONGEST_HOST:
        raise ValueError(f"“{text}” is not the name of a host", "write a name like charts.example.org")
    return host


def host_pattern(text: str) -> str:
    """A host, or “*.” and the host below which every host is meant, in lower case.

    Raises ValueError for anything else, with two arguments: what is wrong, and what to do.
    """
    name = text.removeprefix(_ANY)
    try:
        return text.removesuffix(name) + host_name(name)
    except ValueError as error:
        hint = "write the host only: charts.example.org, or *.example.org for all hosts below example.org"
        raise ValueError(error.args[0], hint if text.isascii() else error.args[1]) from None


def is_allowed(host: str, patterns: Iterable[str]) -> bool:
    """Whether the host, from read_url, is one of the patterns, or below one that begins with “*.”."""
    return any(host.endswith(each[1:]) if each.startswith(_ANY) else host == each for each in patterns)


def read_url(text: str) -> tuple[str, str]:
    """The address and its host, scheme and host in lower case.

    Raises ValueError for anything but https://host/path, with two arguments: what is wrong, and what to do.
    """
    found = _URL.fullmatch(text)
    if len(text) > _LONGEST_URL:
        raise ValueError(f"this address has more than {_LONGEST_URL:,} characters", _COPY)
    if not found:
        raise ValueError(f"“{text}” does not begin with https://", f"{_COPY}; it begins with https://")
    if _NEVER.search(text) or not text.isprintable():
        raise ValueError(f"“{text}” holds a character that an address cannot hold", _COPY)
    written, rest = found["host"], found["rest"]
    if "@" in written:
        raise ValueError(f"“{text}” holds a name or a password", f"{_COPY}; there is no “@” before its path")
    if ":" in written:
        raise ValueError(f"“{text}” names a port", f"write https://{written.partition(':')[0]}{rest}")
    host = host_name(written)
    return f"https://{host}{rest if rest.startswith('/') else f'/{rest}'}", host
