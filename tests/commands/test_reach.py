"""Which addresses readers can reach."""

import pytest

from nutgraf.commands.reach import is_number, why_unreachable

PRIVATE = (
    "localhost LOCALHOST. dev.localhost 127.0.0.1 127.1 2130706433 0x7f.0.0.1 0.0.0.0 ::1 ::ffff:127.0.0.1 10.0.0.5 "
    "172.16.9.1 192.168.178.20 169.254.1.1 100.64.0.1 fe80::1 fd00::5 203.0.113.9 newsroom nas.local files.lan "
    "box.fritz.internal site.home.arpa cms.corp site.test x.example x.invalid"
).split()
PUBLIC = (
    "desk.github.io news.example.org news.desk.org xn--bcher-kva.ch local.news lan.de test.com internal.affairs.org "
    "93.184.216.34 2606:2800:220:1::1 home.pl corp.org"
).split()


@pytest.mark.parametrize("host", PRIVATE)
def test_a_host_of_this_machine_or_network_is_refused(host: str) -> None:
    assert why_unreachable(host)


@pytest.mark.parametrize("host", PUBLIC)
def test_a_host_that_readers_can_reach_is_not(host: str) -> None:
    assert why_unreachable(host) == ""


def test_the_domain_of_no_site_is_nobodys() -> None:
    assert {why_unreachable(host) for host in ("example.org", "Example.COM")} == {"which is nobody’s"}


def test_an_ip_address_is_no_domain() -> None:
    assert [is_number(host) for host in ("93.184.216.34", "2606::1", "news.desk.org")] == [True, True, False]
