"""A visit hears what goes wrong in its tab: the other tests rely on its silence."""

import pytest

from tests.browser.visit import Visit, until

WRONGS = {
    "console": "console.error('lost')",
    "error": "setTimeout(() => { throw new Error('lost'); })",
    "request to another host": "location = 'http://elsewhere.invalid/'",
    "policy": "document.head.append(Object.assign(document.createElement('script'), {text: '1'}))",
    "404": "fetch('lost.txt')",
}


@pytest.mark.parametrize("wrong", WRONGS)
def test_what_goes_wrong_is_heard(visit: Visit, wrong: str) -> None:
    page = visit.open("/")
    assert visit.complaints == []
    page.evaluate(f"() => {{ {WRONGS[wrong]} }}")
    until(page, lambda: wrong in " ".join(visit.complaints), f"{wrong} is heard")
    visit.complaints.clear()
