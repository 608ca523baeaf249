"""HTML in a text: without ``raw_html`` readers see its tags. Each kind of tag has its way in Markdown."""

from collections.abc import Callable, Iterator

from nutgraf.parse.shown import Shown
from nutgraf.patterns import seldom
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

At = Callable[[int, int], Place]  # an offset in a block’s Markdown and a length → the place
_TAG = seldom(
    r"</?(?P<name>[A-Za-z][\w:.-]*)(?P<rest>\s*/?>|\s[^<>]*>|\s+[\w:@.-]+\s*=|\s*\Z)"
    r"|<(?:[!?](?=[A-Za-z\[]))(?P<declaration>\S*)"
)
_POST = seldom(r"""\bclass\s*=\s*["']?[\w -]*\b(?:tweet|media|embed|video|post)\b""")  # of a social network
_PARAGRAPHS = "take the tags out; an empty line begins a paragraph"
_BARE = "take the tags out, and leave the words"
_PICTURE = "write ![what it shows](../../assets/images/…)"
_LIST = "begin each line with “- ” or “1. ”"
_TABLE = "write a table: | a | b | and below it |---|---|"
_NOTE = "put the text into an aside: a line :::{note} above it and a line ::: below it"
_LINK = "link to it: [words](https://…); or let all HTML through with raw_html = true in site.toml"
_SHOW = "show it with a box, :::{embed} and below it lines “url: …” and “title: …”; or link to it: [words](https://…)"
_CODE = "write it in Markdown, or between backquotes if it is code"
_WAYS = {
    "br": "end the line with a backslash, or leave a line empty for a new paragraph; in a table, begin another row",
    "wbr": _BARE,
    "b strong": "write **words**",
    "i em cite dfn var": "write *words*",
    "u ins mark small big font span abbr acronym time data bdi bdo tt nobr center o:p": _BARE,
    "s del strike": "write ~~words~~",
    "code kbd samp": "write `words`",
    "pre xmp listing": "put a line ``` above it and one below",
    "a": "write [words](https://…)",
    "img picture figure figcaption svg": _PICTURE,
    "h1 h2 h3 h4 h5 h6 hgroup": "begin the line with “## ” or “### ”",
    "ul ol li menu dir dl dt dd": _LIST,
    "table thead tbody tfoot tr th td caption colgroup col": _TABLE,
    "blockquote q": "begin each line with “> ”, and end with a line “> — Name [@source]”",
    "hr": "write --- between two empty lines",
    "p div section article main header footer nav address hgroup": _PARAGRAPHS,
    "sup": "write the character itself, ², or a footnote, [^1]",
    "sub": "write the character itself: ₂",
    "ruby rb rt rp rtc": "put the reading in brackets behind the words",
    "details summary": "make a question of it, “## …”, or take the tags out",
    "aside dialog": _NOTE,
    "ref references": "cite a source, [@source], or write a footnote, [^1]",
    "math": "write it in words, or show a picture of it",
    "style link meta head html body title base frameset frame noframes": "take it out",
    "iframe embed object param video audio source track script noscript": _SHOW,
    "canvas map area template slot portal model "
    "form input button select option optgroup textarea label fieldset legend datalist output progress meter": _LINK,
    "nowiki gallery includeonly noinclude marquee blink applet search": _CODE,
}
_BY_NAME = {name: way for names, way in _WAYS.items() for name in names.split()}
# What stands inside others, which are reported: one message is enough for both.
_PARTS = frozenset(
    "li dt dd thead tbody tfoot tr th td caption colgroup col figcaption source track param option optgroup summary "
    "rb rt rp rtc area legend".split()
)


def find_html(shown: Shown, at: At) -> Iterator[Problem]:
    """A problem for each kind of tag in a block, where it is used first."""
    if "<" not in shown.text:
        return
    seen: set[str] = set()
    for text, position in shown.runs:
        for tag in _TAG.finditer(text) if "<" in text else ():
            name = (tag["name"] or "").lower()
            way = _BY_NAME.get(name) or _way_of_component(tag["name"], tag[0])
            if name == "blockquote" and _POST.search(tag["rest"]):
                way = _SHOW
            if tag["declaration"] is not None:
                name, way = "!", "take it out"
            if not way or name in seen or (name in _PARTS and seen) or shown.is_meant(position + tag.start(), "<"):
                continue
            seen.add(name)
            place = at(shown.written(position + tag.start()), len(tag[0].rstrip()))
            yield problem("stray-sign", place, "readers would see this HTML as code", way)


def _way_of_component(name: str | None, tag: str) -> str:
    """What to do with a tag that HTML does not know: of a custom element, or of a component of JSX; "" for <words>."""
    if not name:
        return ""
    is_name = name[0].isupper() or "-" in name.strip("-")
    return _LINK if is_name and ("=" in tag or "/" in tag) else ""
