"""Every link of the sample site, followed by Chromium, under a path as GitHub Pages serves a project."""

from playwright.sync_api import Browser

from tests.sites.published import Published

# Everything that pages refer to, from the page that is open on; a link to an anchor needs that anchor.
FOLLOW = """async () => {
  const base = location.href, waiting = [base], pages = new Map(), wanted = [], broken = [];
  while (waiting.length) {
    const address = waiting.pop();
    if (pages.has(address)) continue;
    const answer = await fetch(address), text = await answer.text();
    const isPage = (answer.headers.get("Content-Type") || "").startsWith("text/html");
    const page = isPage ? new DOMParser().parseFromString(text, "text/html") : null;
    pages.set(address, page);
    if (answer.status !== 200 || answer.redirected) broken.push(`${address} answers ${answer.status}`);
    for (const element of page ? page.querySelectorAll("[href], [src]") : []) {
      if (element.rel === "canonical") continue;
      const target = new URL(element.getAttribute("href") ?? element.getAttribute("src"), address);
      if (target.origin !== location.origin) continue;
      if (!target.href.startsWith(base)) broken.push(`${address} leads out of the site: ${target}`);
      else wanted.push([target.href, address]);
      waiting.push(target.href.split("#")[0]);
    }
  }
  for (const [target, from] of wanted) {
    const [address, anchor] = target.split("#");
    const page = pages.get(address);
    if (anchor && page && !page.getElementById(decodeURIComponent(anchor))) broken.push(`${from} leads to ${target}`);
  }
  return [[...pages.keys()].map(address => address.slice(base.length)), broken];
}"""


def test_every_link_works_under_a_path_in_chromium(browser: Browser, sample: Published, url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    reached, broken = page.evaluate(FOLLOW)
    context.close()
    assert broken == []
    html = {each.name.removesuffix("index.html") for each in sample.pages if each.name != "404.html"}
    assert html - set(reached) <= {name for name in html if name.startswith("embed/")}
