"""Whether a quotation is in a source word for word.

One example, all the way. A source has these two paragraphs:

    p1  “We will not sign – not this year,” the minister said.
    p2  India’s partners [in Europe] agreed. Talks on the 50% tariff go on.

and an editor quotes: We will not sign — not … [The] partners agreed.

1. prepare() sets the paragraphs in one column and evens out their typography (wording.py): one kind of quote mark,
   dash and space, composed letters, nothing invisible. Every change of length is noted, so that a place in the column
   leads back to a character of the paragraph as given. This is done once for each source.

       'We will not sign-not this year,' the minister said. India's partners [in Europe] agreed. Talks on the 50% …

2. The quotation is evened out in the same way and read in several ways, the strictest first (find.py): as it stands;
   without a final full stop or comma; with its dots and brackets as the desk’s own signs; and all of that with the
   case of the first letter open. Taken apart (parts.py), it has two parts, since an omission lies between them:

       We will not sign-not        partners agreed, with the insertion [The] before it

3. Each part is searched for with a plain search for text, which is what makes the matcher fast (match.py). A place
   counts only if it cuts no word (boundaries.py): “partner” is not found in “partners”, nor “50” in “50%”. The second
   part is not there: “[in Europe]” lies in between. Once the editor writes “[The] partners [there] agreed”, it is: an
   insertion may stand for up to eight words of the source, but for no negation (negation.py).

4. All parts must stand in order, within one paragraph or from it into the next (search.py). Now the answer is Found,
   with a span of p1 and a span of p2 in characters of the text as given.

5. Otherwise the answer is NotFound (explain.py): a word is cut, the parts are out of order, a negation was left out,
   or the words differ; then nearest.py names the passage most like the quotation, if half of its words or more agree,
   and compare.py the words in which they differ.
   Likeness only ever suggests: it has no part in the verdict.

Cost: preparing and searching are linear in the text; a part costs one search, an insertion one more.
"""

from nutgraf.quotations.find import find_quotation, passages
from nutgraf.quotations.marks import OPENING, OUTER, hide_marks
from nutgraf.quotations.negation import ENGLISH_NEGATIONS, negations_of
from nutgraf.quotations.outcome import Found, NotFound, Reason, Span
from nutgraf.quotations.runs import LEAST_WORDS, Quoted, Run, quoted_runs, read_quoted
from nutgraf.quotations.single import unchecked_sentences
from nutgraf.quotations.source_text import SourceText, prepare

__all__ = [
    "ENGLISH_NEGATIONS",
    "LEAST_WORDS",
    "OPENING",
    "OUTER",
    "Found",
    "NotFound",
    "Quoted",
    "Reason",
    "Run",
    "SourceText",
    "Span",
    "find_quotation",
    "hide_marks",
    "negations_of",
    "passages",
    "prepare",
    "quoted_runs",
    "read_quoted",
    "unchecked_sentences",
]
