"""Words that turn a sentence into its opposite: an insertion may neither hide one nor bring one in."""

import re

from nutgraf.quotations.signs import UNSPACED_LETTER

ENGLISH_NEGATIONS = frozenset({"not", "no", "never", "n't", "without", "nor", "neither", "cannot"})
# By language (BCP 47 primary subtag); in scripts without spaces, the signs that negate.
_NEGATIONS = {
    "ar": "لا لم لن ليس ليست غير بدون دون",
    "bn": "না নয় নেই নি বিনা",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals ohne weder noch",
    "es": "no nunca jamás sin ni ningún ninguna ninguno tampoco",
    "fr": "ne pas non jamais sans ni aucun aucune",
    "hi": "नहीं न ना मत बिना",
    "it": "non mai senza né nessun nessuno nessuna",
    "ja": "ない ません ず 無 非 不 未",
    "nl": "niet geen nooit zonder noch",
    "pl": "nie bez ani nigdy",
    "pt": "não nunca jamais sem nem nenhum nenhuma",
    "ru": "не нет никогда без ни",
    "tr": "değil yok hiç",
    "ur": "نہیں نہ مت بغیر",
    "zh": "不 没 沒 无 無 未 非 别 別",
}

# Not \w+: vowel signs of Indian scripts are no letters to Python, but they belong to the word.
_WORD = re.compile(r"[^\s!-&(-/:-@\[-`{-~…।。、，·–—]+")


def negations_of(*languages: str | None) -> frozenset[str]:
    """The negations of English and of the languages, in lower case; an unknown language adds none.

    languages: BCP 47 tags, of which the first subtag counts; None names no language.
    """
    tags = {language.partition("-")[0].lower() for language in languages if language}
    return ENGLISH_NEGATIONS.union(*(_NEGATIONS.get(tag, "").split() for tag in tags))


def negation_in(words: str, negations: frozenset[str]) -> str | None:
    """The first negation among the words of a wording, in lower case; None if there is none.

    negations: from negations_of. An entry with an apostrophe is an ending: n't is found in don't. In scripts without
    spaces between words an entry is found anywhere.
    """
    if not words or not negations:
        return None
    endings = tuple(entry for entry in negations if "'" in entry)
    for word in _WORD.findall(words.lower()):
        bare: str = word.strip("'")
        if bare in negations or (endings and bare.endswith(endings)):
            return bare
    return next((entry for entry in sorted(negations) if UNSPACED_LETTER.match(entry) and entry in words), None)
