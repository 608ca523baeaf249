"""The Nu HTML checker’s word on every page and stylesheet of both sites: no error, no warning."""

import json
import re
import subprocess
from pathlib import Path

from tests.browser import installed
from tests.browser.showcase import Showcase

# What the checker does not know yet; each is in the specifications that its name leads to.
_UNKNOWN_CSS = re.compile(
    r"@view-transition|Parse Error.*tion-group\(root\)"  # CSS View Transitions 2, and the pseudo-element of level 1
    r"|“position-(area|anchor|try-fallbacks)”",  # CSS Anchor Positioning 1
    re.DOTALL,
)
# A block of linked data is never run, so the content security policy has no say in it (HTML, “prepare the script
# element”); the checker counts it among the inline scripts.
_LINKED_DATA = re.compile(r'Inline script violates.*\n.*<script type="application/ld\+json">', re.DOTALL)
_LOCAL = ["-Dnu.validator.servlet.allow-forbidden-hosts=true"]  # a server on this machine may be asked


def complaints(addresses: list[str]) -> list[str]:
    """What the checker says of the files or URLs."""
    java = [str(installed.java()), "-Xss8m", "-XX:TieredStopAtLevel=1", *_LOCAL, "-jar", str(installed.nu_checker())]
    options = ["--also-check-css", "--also-check-svg", "--format", "json", "--stdout"]
    said = subprocess.run([*java, *options, *addresses], capture_output=True, check=False)
    assert said.returncode in {0, 1}, said.stderr.decode()
    messages = json.loads(said.stdout)["messages"]
    told = [
        f"{message['message']}\n{message['url']}:{message.get('lastLine', '')}: {message.get('extract', '')}"
        for message in messages
    ]
    return [each for each in told if not _LINKED_DATA.match(each) and not _UNKNOWN_CSS.search(each)]


def test_the_nu_checker_has_nothing_to_say(showcase: Showcase) -> None:
    assets = [path for path in showcase.site.folder.rglob("*.*") if path.suffix in {".css", ".svg"}]
    assert assets
    # Pages are asked for at their addresses: in a file, the policy’s 'self' is nobody.
    pages = [showcase.url + address.lstrip("/") for address in (*showcase.addresses, *showcase.redirects)]
    assert complaints([*pages, *map(str, assets)]) == []


def test_the_nu_checker_does_look(tmp_path: Path) -> None:
    wrong = {
        "page.html": '<!doctype html><html lang="en"><title>T</title><table summary="S"></table>',
        "site.css": "p { colour: red }",
        "drawing.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle radius="3"/></svg>',
    }
    for name, text in wrong.items():
        (tmp_path / name).write_text(text, "utf-8")
    told = " ".join(complaints([str(tmp_path / name) for name in wrong]))
    assert all(word in told for word in ("summary", "colour", "radius"))
