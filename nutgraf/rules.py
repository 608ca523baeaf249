"""Every rule that can find fault with a site: its name, its usual level, and what it is about."""

from pathlib import PurePosixPath

from msgspec import Struct

from nutgraf.problems import Place, Problem, Severity
from nutgraf.slugs import slugify

_ERROR, _WARNING, _INFO = Severity


class Rule(Struct, frozen=True):
    """A rule as docs/writing.md lists it."""

    name: str
    severity: Severity  # unless site.toml [checks] says otherwise
    meaning: str
    is_fixed: bool = False  # keeps the build safe: [checks] cannot set it


RULES = (
    Rule("alias-in-front-matter", _ERROR, "YAML anchors and aliases are not used", is_fixed=True),
    Rule("address-clash", _ERROR, "two inputs ask for one address", is_fixed=True),
    Rule("as-of-after-source", _WARNING, "a key fact is said to hold at a time after its source was published"),
    Rule("bad-catalogue", _ERROR, "a catalogue of interface words cannot be read, or a translation does not fit"),
    Rule("bad-citation", _ERROR, "a citation is written wrongly or stands where none can", is_fixed=True),
    Rule("bad-date", _ERROR, "a date is not an EDTF date", is_fixed=True),
    Rule("bad-encoding", _ERROR, "a file is not UTF-8 text", is_fixed=True),
    Rule("bad-image", _ERROR, "a picture is damaged, too large or unsafe", is_fixed=True),
    Rule("bad-name", _ERROR, "a file name cannot be an address", is_fixed=True),
    Rule("bad-stylesheet", _ERROR, "a stylesheet cannot be read as CSS"),
    Rule("bad-template", _ERROR, "a template cannot be rendered", is_fixed=True),
    Rule("bad-value", _ERROR, "a field holds something it cannot hold", is_fixed=True),
    Rule("broken-anchor", _ERROR, "a link names a heading that is not there"),
    Rule("broken-image", _ERROR, "an image is not in assets/"),
    Rule("broken-link", _ERROR, "a link leads to no page"),
    Rule("byte-order-mark", _INFO, "a file begins with a byte order mark, which is passed over"),
    Rule("changed-meanwhile", _ERROR, "a file changed while the site was being built", is_fixed=True),
    Rule("contradiction", _WARNING, "two explainers give one fact two values, or one event two dates"),
    Rule("date-order", _ERROR, "an explainer was changed or corrected before it was published"),
    Rule("duplicate-key", _ERROR, "a key stands twice", is_fixed=True),
    Rule("empty-heading", _ERROR, "a heading has no words"),
    Rule("empty-file", _ERROR, "a file is empty", is_fixed=True),
    Rule("figure-without-alt", _WARNING, "an image has no text for those who cannot see it"),
    Rule("future-date", _WARNING, "an explainer is published and bears a day that is still to come"),
    Rule("front-matter", _ERROR, "the front matter cannot be read", is_fixed=True),
    Rule("link-without-words", _WARNING, "a link has no words to follow"),
    Rule("long-definition", _ERROR, "a definition is longer than 280 characters"),
    Rule("lost-text", _ERROR, "Markdown would leave a part of the text out"),
    Rule("low-contrast", _ERROR, "a colour cannot be told from another"),
    Rule("missing-asset", _ERROR, "a stylesheet is missing, or a file that one names"),
    Rule("missing-field", _ERROR, "a required field is missing", is_fixed=True),
    Rule("misplaced-file", _WARNING, "a file lies where it is not read"),
    Rule("name-claimed-twice", _ERROR, "two glossary entries claim one name"),
    Rule("no-box", _ERROR, "a box is unknown, unclosed, or has nothing to show"),
    Rule("no-search", _ERROR, "the site has a search, and Pagefind is not installed", is_fixed=True),
    Rule("not-expected", _INFO, "a fact or an event lies ahead, and is not called expected"),
    Rule("old-fact", _INFO, "the as_of of a key fact lies further back than as_of_days"),
    Rule("omitted-negation", _WARNING, "an ellipsis leaves out a word that turns the sense around"),
    Rule("outside-evidence", _WARNING, "a figure, date or name is in its source, but not in the evidence named for it"),
    Rule("outdated-file", _INFO, "a file that came with Nutgraf is older than the one it brings now", is_fixed=True),
    Rule("quote-in-other-paragraph", _WARNING, "the words stand in another paragraph than the citation says"),
    Rule("quote-not-found", _ERROR, "quoted words are not in their source"),
    Rule("quote-unchecked", _WARNING, "quoted words are not checked, or there is no text to check them against"),
    Rule("quote-without-source", _ERROR, "a fact, event or definition has a quote but no source"),
    Rule("review-overdue", _INFO, "an explainer is past its review_by"),
    Rule("same-title", _WARNING, "two explainers have one title"),
    Rule("seed-changed", _ERROR, "a seed is not the capture that its sha256 pins"),
    Rule("seed-missing", _ERROR, "a source names a seed that is not in seeds/"),
    Rule("seed-unreadable", _ERROR, "no text was found in a seed"),
    Rule("settings", _ERROR, "site.toml cannot be read", is_fixed=True),
    Rule("silent-change", _ERROR, "a published explainer says something else than it did, and does not say so"),
    Rule("single-source", _INFO, "an explainer rests on one source"),
    Rule("still-expected", _INFO, "a fact or an event is called expected, and its day has passed"),
    Rule("stray-sign", _WARNING, "a sign that should do something is shown to readers as it stands"),
    Rule("symlink", _ERROR, "a symbolic link lies among the inputs", is_fixed=True),
    Rule("title-in-body", _ERROR, "the body has a first-level heading"),
    Rule("too-deep", _ERROR, "lists or quotes are nested too deep to be read", is_fixed=True),
    Rule("too-large", _ERROR, "a file is larger than can be read", is_fixed=True),
    Rule("uncompared", _WARNING, "an explainer cannot be compared with what it was"),
    Rule("undrawn-headline", _INFO, "no font has the letters of a headline, and its share image goes without"),
    Rule("unknown-field", _ERROR, "a field is not known", is_fixed=True),
    Rule("unknown-paragraph", _ERROR, "a citation names a paragraph its source does not have"),
    Rule("unknown-source", _ERROR, "a citation names no source"),
    Rule("unknown-term", _ERROR, "a glossary link names no entry"),
    Rule("uncited-figure", _INFO, "figures in running text have no citation"),
    Rule("uncited-quotation", _WARNING, "quoted words have no citation"),
    Rule("unlisted-name", _INFO, "a name recurs and has no glossary entry"),
    Rule("unmatched-override", _ERROR, "remove or keep names a line that the seed does not have"),
    Rule("unpublished", _WARNING, "an explainer that was published is gone, and nothing has taken its place"),
    Rule("unsourced-fact", _WARNING, "a key fact has no source"),
    Rule("unsupported-date", _WARNING, "a date is not the one that its source names"),
    Rule("unsupported-figure", _WARNING, "a figure is not in its source"),
    Rule("unsupported-name", _WARNING, "a person or body is not in the source named for it"),
    Rule("unreadable-file", _ERROR, "a file cannot be opened, or is not a file", is_fixed=True),
    Rule("untranslated-words", _WARNING, "the interface has words that are not in the site’s language"),
    Rule("unused-term", _WARNING, "a glossary entry is never mentioned"),
    Rule("unwritten", _WARNING, "a text is still the one that its file came with"),
    Rule("wrong-sum", _ERROR, "a sum gives another figure than the text says"),
    Rule("wrong-type", _ERROR, "a field holds the wrong kind of value", is_fixed=True),
)

_BY_NAME = {rule.name: rule for rule in RULES}
FIXED = frozenset(rule.name for rule in RULES if rule.is_fixed)
NAMES = frozenset(_BY_NAME)


def problem(
    rule: str, place: Place, message: str, *hints: str, lacks: str = "", cause_of: tuple[str, ...] = ()
) -> Problem:
    """A problem of the named rule at its usual level. Raises KeyError for a rule that does not exist.

    lacks, cause_of: as in Problem; problems that lack one thing are shown as one.
    """
    return Problem(rule, _BY_NAME[rule].severity, place, message, hints, lacks, cause_of)


def named_by(path: str) -> tuple[str, ...]:
    """What problems lack when the file at this path is not read: the file, and the source or entry of its name."""
    name = slugify(PurePosixPath(path).stem)
    return (f"file {path}", f"source {name}", f"entry {name}")
