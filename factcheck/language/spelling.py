"""One spelling for words that have several: American for British, plain for accented."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from factcheck.language import words

ENDINGS = (
    ("lliser", "lizer"), ("iser", "izer"),
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"),
    ("yse", "yze"), ("our", "or"), ("oured", "ored"), ("ouring", "oring"), ("ourful", "orful"),
    ("tre", "ter"), ("bre", "ber"), ("ogue", "og"), ("ence", "ense"), ("aemia", "emia"),
    ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("ourite", "orite"), ("ourable", "orable"),
)  # fmt: skip
INSIDE = (
    ("aesth", "esth"), ("paed", "ped"), ("oestr", "estr"), ("haem", "hem"), ("gynaec", "gynec"),
    ("oedema", "edema"), ("anaem", "anem"), ("diarrhoea", "diarrhea"),
)  # fmt: skip
WHOLE = {
    "grey": "gray", "tyre": "tire", "programme": "program", "cheque": "check", "plough": "plow",
    "mould": "mold", "moustache": "mustache", "pyjamas": "pajamas", "sceptic": "skeptic",
    "sceptical": "skeptical", "aluminium": "aluminum", "aeroplane": "airplane", "kerb": "curb",
    "jewellery": "jewelry", "licence": "license", "defence": "defense", "offence": "offense",
    "practise": "practice", "storey": "story", "draught": "draft", "foetus": "fetus",
    "sulphur": "sulfur",
    "analyse": "analyze", "behaviour": "behavior", "colour": "color", "whisky": "whiskey",
}  # fmt: skip
KEPT = frozenset(
    [
        "four",
        "hour",
        "tour",
        "your",
        "our",
        "pour",
        "sour",
        "flour",
        "contour",
        "wise",
        "rise",
        "exercise",
        "promise",
        "advise",
        "surprise",
        "otherwise",
        "likewise",
        "raise",
        "noise",
        "praise",
        "precise",
        "premise",
        "revise",
        "disease",
        "fence",
        "science",
        "evidence",
        "absence",
        "presence",
        "existence",
        "difference",
        "influence",
        "sentence",
        "dependence",
        "violence",
        "audience",
        "silence",
        "experience",
        "hence",
        "called",
        "calling",
        "killed",
        "killing",
        "filled",
        "filling",
        "pulled",
        "pulling",
        "selling",
        "telling",
        "rolled",
        "rolling",
        "seller",
        "smaller",
        "taller",
        "roller",
        "killer",
        "dialogue",
    ]
)


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """The word in American spelling and without accents; other words unchanged."""
    if not word.isascii():
        apart = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in apart if not unicodedata.combining(char))
    if word in WHOLE:
        return WHOLE[word]
    if word in KEPT or len(word) < 5:
        return word
    for british, american in INSIDE:
        if british in word and words.is_known(candidate := word.replace(british, american)):
            return candidate
    for british, american in ENDINGS:
        if word.endswith(british) and words.is_known(
            candidate := word.removesuffix(british) + american
        ):
            return candidate
    return word
