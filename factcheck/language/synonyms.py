"""Words of one meaning in general English, and words that may have one.

The table beside this file (`data/synonyms.txt`; `scripts/build_synonyms.py` writes it and says how
words got in) is looked into when a knowledge base is compiled, never when a text is checked.
"""

from __future__ import annotations

import os

from factcheck.language.table import DATA, cells

__all__ = ["KINDS", "near", "same"]

KINDS = {"verb": "V", "noun": "N", "adj": "A", "adv": "R"}
_PATH = os.path.join(DATA, "synonyms.txt")


def same(lemma: str, kind: str) -> list[str]:
    """Words whose leading sense is that of `lemma`, in alphabetical order."""
    return cells(_PATH, f"={KINDS[kind]}{lemma}")


def near(lemma: str, kind: str) -> list[str]:
    """Words that share a first sense with `lemma` and may mean something else."""
    return cells(_PATH, f"~{KINDS[kind]}{lemma}")
