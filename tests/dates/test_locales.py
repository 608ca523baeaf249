"""The tables of a language are what they are, whichever languages were asked for before."""

import json
import subprocess
import sys
from itertools import permutations

from tests.sites.project import PROJECT

LANGUAGES = ("hi", "ja", "zh", "th", "pl", "en-GB", "en")
TABLES = """
import json, sys
from nutgraf.dates.locales import locale_of
tables = {}
for language in sys.argv[1:]:
    months = locale_of(language).months
    tables[language] = {form: {width: dict(months[form][width]) for width in ("wide", "abbreviated")}
                        for form in ("format", "stand-alone")}
print(json.dumps(tables, sort_keys=True))
"""


def tables(*languages: str) -> dict[str, object]:
    """The months of the languages, asked for in this order by a new process."""
    command = [sys.executable, "-c", TABLES, *languages]
    said = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", check=True).stdout
    found: dict[str, object] = json.loads(said)
    return found


def test_no_language_changes_the_tables_of_another() -> None:
    alone = {language: tables(language)[language] for language in LANGUAGES}
    for order in (LANGUAGES, LANGUAGES[::-1], *list(permutations(LANGUAGES))[::1700]):
        assert tables(*order) == alone, order
