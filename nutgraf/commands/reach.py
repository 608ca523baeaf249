"""Whether readers can reach a host: a name of this machine or of a private network leads them nowhere."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

# Names that are in no public DNS (RFC 2606, 6761, 6762, 8375; ICANN 2024-07), and those that routers give out.
_NOWHERE = "localhost example test invalid local internal intranet private corp home lan localdomain home.arpa".split()
_NOBODYS = frozenset("example.com example.net example.org".split())


def why_unreachable(host: str) -> str:
    """Why readers cannot open a site at that host; "" when they can, as far as its name says."""
    name = host.lower().rstrip(".")
    address = _address(name)
    if address:
        return "" if address.is_global else "which is an address of your own machine or network"
    if name in _NOBODYS:
        return "which is nobody’s"
    if "." not in name or any(name.endswith(f".{end}") for end in _NOWHERE):
        return "which is a name of your own machine or network"
    return ""


def is_number(host: str) -> bool:
    """Whether the host is an IP address and no name."""
    return _address(host.lower().rstrip(".")) is not None


def _address(name: str) -> IPv4Address | IPv6Address | None:
    """The IP address that the host is, in any way that a browser reads one: 127.1, 0x7f000001, ::ffff:127.0.0.1."""
    try:
        address = ip_address(name.partition("%")[0])
    except ValueError:
        try:
            return IPv4Address(socket.inet_aton(name)) if name[:1].isdigit() else None
        except OSError:
            return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address
