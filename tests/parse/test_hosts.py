"""Addresses of other sites: what is plain enough for every program to mean the same host by it, and what is refused."""

import pytest

from nutgraf.parse.hosts import host_pattern, is_allowed, read_url

PLAIN = {
    "https://charts.example.com/bars/?a=1&b=2#top": (
        "https://charts.example.com/bars/?a=1&b=2#top",
        "charts.example.com",
    ),
    "https://charts.example.com": ("https://charts.example.com/", "charts.example.com"),
    "https://charts.example.com?a=1": ("https://charts.example.com/?a=1", "charts.example.com"),
    "HTTPS://Charts.Example.COM/Bars": ("https://charts.example.com/Bars", "charts.example.com"),
    "https://xn--bcher-kva.example/": ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
    "https://charts.example.com/@desk/दाम": ("https://charts.example.com/@desk/दाम", "charts.example.com"),
}
TRICKS = (
    *(
        "javascript:alert(1)",
        "data:text/html,<p>x</p>",
        "blob:https://charts.example.com/1",
        "about:blank",
        "file:///etc/passwd",
    ),
    *(
        "http://charts.example.com/",
        "ftp://charts.example.com/",
        "//charts.example.com/",
        "/charts",
        "charts.example.com",
    ),
    *(
        "https:charts.example.com",
        "https:/charts.example.com",
        "https:///charts.example.com",
        "https:\\\\charts.example.com",
    ),
    *(
        "https://charts.example.com@evil.example/",
        "https://charts.example.com:x@evil.example/",
        "https://@evil.example/",
    ),
    *("https://charts.example.com\\@evil.example/", "https://evil.example\\.charts.example.com/"),
    *(
        "https://charts.example.com:443/",
        "https://charts.example.com:/",
        "https://charts.example.com./",
        "https://.example.com/",
    ),
    *(
        "https://charts..example.com/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://0x7f.1/",
        "https://2130706433/",
    ),
    *("https://[::1]/", "https://charts%2eexample.com/", "https://charts.example.com%00.evil.example/", "https://"),
    *(
        "https://chаrts.example.com/",
        "https://bücher.example/",
        "https://charts。example。com/",
        "https://ⓒharts.example.com/",
    ),
    *(
        "https://\u212a.example/",
        "https://-charts.example.com/",
        "https://charts-.example.com/",
        "https://a_b.example.com/",
    ),
    *(
        "https://charts.example.com/ x",
        "https://charts.example.com/\tx",
        "https://charts.example.com/\u200bx",
        " https://a.example/",
    ),
    *('https://charts.example.com/"onload="x', "https://charts.example.com/<script>", "https://charts.example.com/`x"),
    *("https://*.example.com/", "https://charts.example.com;script-src/", "https://charts.example.com,evil.example/"),
    *(f"https://{'a' * 64}.example/", f"https://{'a.' * 130}example/", f"https://charts.example.com/{'a' * 1000}"),
)


@pytest.mark.parametrize("written", PLAIN)
def test_a_plain_address_gives_its_host_in_lower_case(written: str) -> None:
    assert read_url(written) == PLAIN[written]


@pytest.mark.parametrize("written", TRICKS)
def test_what_is_no_plain_https_address_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        read_url(written)
    message, hint = refused.value.args
    assert message
    assert hint


@pytest.mark.parametrize(
    ("pattern", "host", "is_meant"),
    [
        ("charts.example.com", "charts.example.com", True),
        ("charts.example.com", "a.charts.example.com", False),
        ("charts.example.com", "badcharts.example.com", False),
        ("*.example.com", "charts.example.com", True),
        ("*.example.com", "a.b.example.com", True),
        ("*.example.com", "example.com", False),
        ("*.example.com", "badexample.com", False),
        ("*.example.com", "example.com.evil.example", False),
        ("*.EXAMPLE.com", "charts.example.com", True),
    ],
)
def test_a_host_of_the_list_means_itself_and_one_with_a_star_all_below_it(
    pattern: str, host: str, is_meant: bool
) -> None:
    assert is_allowed(host, [host_pattern(pattern)]) == is_meant


@pytest.mark.parametrize(
    "written",
    [
        "*",
        "*.",
        "*.com",
        "com",
        "**.example.com",
        "a.*.com",
        "*example.com",
        "https://a.example",
        "a.example/x",
        "a.example:1",
    ],
)
def test_no_host_of_the_list_means_more_than_it_says(written: str) -> None:
    with pytest.raises(ValueError, match="is not the name of a host"):
        host_pattern(written)
