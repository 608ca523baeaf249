"""Language tags: ``en``, ``pt-BR``, ``zh-Hant`` (BCP 47)."""

import re

_TAG = re.compile(r"([A-Za-z]{2,8})(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
# ISO 639-1, which is complete and closed; of the thousands of three-letter codes only the form is checked.
_TWO_LETTERS = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()
)


def is_language(tag: str) -> bool:
    """True if the text is a well-formed language tag (BCP 47) whose language exists."""
    match = _TAG.fullmatch(tag)
    return match is not None and (len(match[1]) > 2 or match[1].lower() in _TWO_LETTERS)
