"""What starters put where a desk is to write its own. What is published with it was forgotten."""

HEADLINE = "Your first explainer"
STANDFIRST = "Say in one or two sentences why this matters to the reader."
ANSWER = "Answer in the first sentence."
ANSWER_FROM = "Answer in the first sentence, from the source"  # a citation follows
ANSWER_UNSOURCED = "Answer in the first sentence. Put a source into seeds/ and cite it."
DEFINITION = "Say in one sentence what it is."
OPENING = "Say in a sentence or two what this site explains, and for whom."
MAKERS = "Say who you are, and how readers reach you."
ADDRESS = "https://example.org/"  # of no site (RFC 2606)

WORDS = frozenset(
    {HEADLINE, STANDFIRST, ANSWER, ANSWER_FROM, ANSWER_UNSOURCED, DEFINITION, OPENING, MAKERS},
)
