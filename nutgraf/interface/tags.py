"""Which catalogues will do for a language (BCP 47 tags; RFC 4647, lookup)."""

import re

_SCRIPT = re.compile(r"[a-z]{4}")
_REGION = re.compile(r"[a-z]{2}|\d{3}")


def normal(tag: str) -> str:
    """The tag in the form in which tags are compared: lower case, with hyphens (gettext’s tools write ``pt_BR``)."""
    return tag.replace("_", "-").lower()


def fallbacks(language: str) -> tuple[str, ...]:
    """The tags whose catalogues serve a language, nearest first (RFC 4647, 3.4): hi-in, hi-deva-in, hi-deva, hi.

    Only tags of the same script are given: zh-TW does not end at zh, which means the simplified one, nor hi-Latn at
    hi.
    """
    tag = normal(language)
    base, *others = tag.split("-")
    script = script_of(tag)
    region = next(iter(filter(_REGION.fullmatch, others)), "")
    cut = ["-".join([base, *others[:length]]) for length in range(len(others), 0, -1)]
    spelled = ["-".join(filter(None, [base, script, region])), f"{base}-{script}"] if script else []
    return tuple(dict.fromkeys(each for each in (*cut, *spelled, base) if script_of(each) == script))


def script_of(tag: str) -> str:
    """The script of a language tag, such as “deva”: the one it names, or the usual one by CLDR; "" if unknown."""
    from babel.core import get_global  # 50 ms: only sites in other languages than English pay for it

    base, *others = normal(tag).split("-")
    told = next(iter(filter(_SCRIPT.fullmatch, others)), "")
    region = next(iter(filter(_REGION.fullmatch, others)), "").upper()
    likely = get_global("likely_subtags")
    full = str(likely.get(f"{base}_{region}") or likely.get(base, ""))
    return told or next(iter(full.lower().split("_")[1:2]), "")
