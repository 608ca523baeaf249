"""Where a quotation may not begin or end: inside a word, a number or a name.

A word is more than letters. 50 is not in 150, 5 not in 5.2, “50” is no fair quotation of “50%” or “$50”, and
“binding” none of “non-binding”. Each row of _INSIDE is one way to be inside a word, written as what stands to the
left and to the right of the place in question. Words that follow each other without a space by oversight
(“New Delhi:External”, “the deal.The minister”) are two words.
"""

import re
import unicodedata
from functools import cache

from nutgraf.quotations.signs import INVISIBLE_SIGN, UNSPACED

_REACH = 24  # characters looked at on either side; no rule needs more
_HERE = "\x00"  # marks the place between them; no text holds it, because files that hold one are refused

_LETTER = f"(?:(?![{UNSPACED}])[^\\W_])"  # or figure, of a script that puts spaces between words
_POINT = "[.,:/'’·٫٬．，]"  # what stands between the figures of a number, a time or a date
_HYPHEN = "[-\u2010\u2011\ufe63\uff0d\u05be]"
_MINUS = "[-\u2010-\u2013\u2212]"
_MONEY = "[$¢-¥֏؋฿₠-⃏﷼﹩＄￠￡￥￦]"
_MARK = "['’ʼ‘´`＇]"
# French, Italian and Catalan elide articles and conjunctions: l’accord is two words. D’Souza and O’Brien are one.
_ELISION = (
    r"(?<![\w'’])(?:(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull|quell|quest|dov|com|anch)"
    rf"['’]{_HERE}\w\w|(?:[LDJMNSTC]|Qu|Jusqu|Lorsqu|Puisqu|Un|All|Dall|Dell|Nell|Sull|Quell|Quest)['’]{_HERE}"
    rf"[^\WA-Z]\w|L['’]{_HERE}[A-Z]\w)"
)

_INSIDE = (
    rf"\d{_HERE}\d",  # 20|24, in any script
    rf"{_LETTER}{_HERE}{_LETTER}",  # min|ister, 5|kg, G|7
    rf"\d{_POINT}{_HERE}\d|\d{_HERE}{_POINT}\d",  # 3.|5, 1|,000, 10:|30, 24/|7
    rf"\d[-\u2010-\u2013]{_HERE}\d|\d{_HERE}[-\u2010-\u2013]\d",  # 4-|5, 2019|–21
    rf"(?<!\d)\d{{1,3}}(?:{_HERE}\s|\s{_HERE})\d{{3}}(?!\d)",  # 1| 000
    rf"(?<!\d)\d\d\s(?:\d\d{_HERE}\s|{_HERE}\d\d\s)\d\d(?!\d)",  # 55 00| 12, a telephone number
    rf"(?:^|[\s(\[{{]){_MINUS}{_HERE}[.,]?{_MONEY}?\d",  # −|5
    rf"[+±~≈<>≤≥]{_HERE}{_MONEY}?\d|(?:^|\s)[.,]{_HERE}\d",  # +|5, ~|5, .|5
    rf"\d{_HERE}\s?[%‰‱％٪°℃℉]|\d\s?{_HERE}[%‰‱％٪°℃℉]|\w{_HERE}\+",  # 50|%, 50| %, 50|+
    rf"{_MONEY}{_HERE}\s?\d|{_MONEY}\s?{_HERE}\d",  # $|50
    rf"\d{_HERE}\s?{_MONEY}(?!\s?\d)|\w{_HERE}{_MONEY}",  # 50| €, US|$50
    rf"\w{_MARK}{_HERE}\w|\w{_HERE}{_MARK}\w",  # don’|t, India|’s
    rf"[\u05d0-\u05ea][\"״“”]{_HERE}[\u05d0-\u05ea]|[\u05d0-\u05ea]{_HERE}[\"״“”][\u05d0-\u05ea]",  # Hebrew initials
    rf"{_LETTER}{_HYPHEN}{_HERE}{_LETTER}|{_LETTER}{_HERE}{_HYPHEN}{_LETTER}",  # non-|binding, India|-US
    rf"\w\.{_HERE}{_LETTER}|{_LETTER}{_HERE}\.\w",  # U.|S., example|.org
    rf"(?:^|\W)[@#＠＃]{_HERE}\w|\w@{_HERE}\w|\w{_HERE}@\w",  # @|handle, #|tag, name|@example.org
    rf"\w[&_]{_HERE}[^\W_]|[^\W_]{_HERE}[&_]\w",  # R|&D, snake|_case, but not _emphasis_
    rf"\w{_HERE}[(\[](?:[a-z]{{1,3}}|\w)[)\]]",  # minister|(s)
    rf"[(\[](?:[a-z]{{1,3}}|\w)[)\]]{_HERE}\w|[(\[]{_HERE}(?:[a-z]{{1,3}}|\w)[)\]]\w",  # (s)|he, [|T]he
)
_TWO_WORDS = re.compile(rf"{_ELISION}|(?:[^\W\d_]{{2}}\.{_HERE}|[^\W\d_]{{2}}{_HERE}\.)(?=[^\W\d_a-z][^\W\d_A-Z])")
_IN_ADDRESS = re.compile(rf"(?:://|\bwww\.)\S*{_HERE}[\w/]|\b(?:https?|www){_HERE}[:.]")


def inside_word(text: str, at: int) -> bool:
    """True if a quotation that began or ended at this place would cut a word, a number or an address in two.

    text: as given, not a wording. at: 0-based, between the characters at - 1 and at; False at either end of the text.
    The rules are our own, one row of _INSIDE each (docs/architecture.md, “How a quotation is matched”).
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    # By far the most places need no more than a glance.
    if (before == " " and after.isalpha()) or (before.isalpha() and after in " ,;"):
        return False
    if before.isalpha() and before not in "psw" and after == "." and text[at + 1 : at + 2] in " ":
        return False  # a sentence ends; “http|.” and “www|.” are looked at below
    if before.isascii() and before.isalpha() and after.isascii() and after.isalpha():
        return True
    if unicodedata.category(after)[0] == "M":
        return True  # between a letter and its accent or vowel sign
    around = _shown(text[max(at - _REACH, 0) : at]) + _HERE + _shown(text[at : at + _REACH])
    if _IN_ADDRESS.search(around):
        return True
    return bool(_inside().search(around)) and not _TWO_WORDS.search(around)


@cache
def _inside() -> re.Pattern[str]:
    """Compiled when a place is met that needs it: the largest of our patterns."""
    return re.compile("|".join(_INSIDE))


def _shown(text: str) -> str:
    """The text without what nobody sees, and with combining marks as the letters they belong to."""
    if text.isascii():
        return text
    return "".join("a" if unicodedata.category(sign)[0] == "M" else sign for sign in INVISIBLE_SIGN.sub("", text))
