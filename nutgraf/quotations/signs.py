"""The typographic signs that the matcher treats alike, as written inside a character class of a regular expression."""

import re

from nutgraf.patterns import seldom

# Soft hyphen, combining grapheme joiner, Arabic and Mongolian marks, zero-width space and joiners, direction marks,
# bidirectional embeddings and isolates, word joiner and invisible operators, variation selectors, byte order mark.
INVISIBLE = "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"

SPACES = r"\s"  # Python’s \s knows every space of Unicode: no-break, thin, narrow, ideographic, line separators

# Hyphens, en and em dash, bar, minus, two- and three-em dash, small and full-width hyphen. Neither the Japanese
# sound mark (ー) nor the wave dash is one.
DASHES = "\\-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"

# Single and double, straight and curly, low, angled, full-width, upright and corner marks, ornaments, primes, geresh
# and gershayim, and the letters that Unicode offers as apostrophes: one kind of quote mark and apostrophe, single and
# double alike.
QUOTES = (
    "\"'`\u00ab\u00b4\u00bb\u02b9\u02bb\u02bc\u2018-\u201f\u2032\u2033\u2039\u203a\u275b-\u275e\u300c-\u300f"
    "\u301d-\u301f\uff02\uff07\uff62\uff63\u05f3\u05f4\u2036\u2e42\ufe41-\ufe44\U0001f676-\U0001f678"
)

# Scripts that are written without spaces between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters.
# Every character boundary is taken for a word boundary there.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)

# Chinese and Japanese signs with their punctuation: a space between two of them is where a line was broken.
CJK = "\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60"

INVISIBLE_SIGN = re.compile(f"[{INVISIBLE}]")
INVISIBLE_AT_END = re.compile(f"[{INVISIBLE}]+$")
UNSPACED_LETTER = seldom(f"[{UNSPACED}]")
CJK_SIGN = seldom(f"[{CJK}]")
