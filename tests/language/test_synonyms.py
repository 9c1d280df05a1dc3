"""The table of words of one meaning, and the script that builds it."""

from __future__ import annotations

import sys
from pathlib import Path

from factcheck import KnowledgeBase
from factcheck.knowledge.store import Memory
from factcheck.language import synonyms
from factcheck.language.grammar import grammar_of, read_tables
from factcheck.language.lexicon import Lexicon
from factcheck.language.relations import HOLES, general_templates

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "factcheck" / "language" / "data" / "synonyms.txt"
NOUNS = (
    "00000010 18 n 03 lawyer 0 attorney 0 Portia 0 000 | one who pleads\n"
    "00000011 18 n 02 counsel 0 advice 0 000 | what one is told\n"
    "00000012 18 n 02 lawyer 0 counsel 0 000 | in a rare sense\n"
)
SENSES = (
    "attorney%1:18:00:: 00000010 1 8\ncounsel%1:18:00:: 00000011 1 3\n"
    "counsel%1:18:01:: 00000012 2 2\nadvice%1:18:00:: 00000011 1 1\n"
    "lawyer%1:18:00:: 00000010 1 15\nlawyer%1:18:01:: 00000012 2 1\n"
    "portia%1:18:00:: 00000010 1 0\n"
)


def test_words_of_one_meaning_go_both_ways() -> None:
    """Each word is among the synonyms of its synonyms; what it is near to is not among them."""
    assert "attorney" in synonyms.same("lawyer", "noun")
    assert "lawyer" in synonyms.same("attorney", "noun")
    assert synonyms.same("xyzzy", "noun") == []
    assert not set(synonyms.same("quit", "verb")) & set(synonyms.near("quit", "verb"))
    lines = TABLE.read_bytes().split(b"\n")[:-1]
    assert lines == sorted(lines)


def test_the_script_takes_leading_senses_only(tmp_path: Path) -> None:
    """A word of two meanings is near to its synonyms, and no name is among them."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        from build_synonyms import build
    finally:
        sys.path.remove(str(ROOT / "scripts"))
    for name in ("noun", "verb", "adj", "adv"):
        (tmp_path / f"data.{name}").write_text(NOUNS if name == "noun" else "")
    (tmp_path / "index.sense").write_text(SENSES)
    table = build(tmp_path).decode()
    assert "=Nattorney\tlawyer\n" in table
    assert "~Ncounsel\tlawyer advice\n" in table
    assert "ortia" not in table


def test_a_near_word_finds_a_claim_and_decides_nothing() -> None:
    """The closest claims are found by words that may mean the same."""
    kb = KnowledgeBase.from_statements(["The ferry leaves at noon.", "Hikers resign in winter."])
    result = kb.check("Walkers quit in winter.")
    assert result.verdict.value == "unverified"
    assert result.closest[0].claim == "Hikers resign in winter."


def groups_of(name: str) -> list[list[str]]:
    """The groups of a table of phrases."""
    return [group for groups in read_tables()[name].values() for group in groups]


def test_every_phrase_is_read() -> None:
    """Each phrase is read, and rewritten to the first of its group."""
    lexicon = Lexicon(grammar_of(read_tables()), Memory())
    for name in ("phrases", "inverse_phrases"):
        for group in groups_of(name):
            assert len(general_templates([group], lexicon)) == len(group) - 1, group


def test_no_phrase_loses_its_words() -> None:
    """A phrase of several words is not read as one of its words alone ("no longer work")."""
    lexicon = Lexicon(grammar_of(read_tables()), Memory())
    for name in ("phrases", "inverse_phrases"):
        for group in groups_of(name):
            for phrase in group[1:]:
                for template in general_templates([[group[0], phrase]], lexicon):
                    words = phrase.removeprefix("can ").rstrip(".").split()
                    roles = {role for role, _ in template.pattern.edges}
                    holes = {node.head for _, node in template.pattern.edges} <= HOLES
                    is_bare = holes and not template.is_word
                    is_cut = is_bare and roles <= {"subj", "obj"} and template.head in words
                    assert not (is_cut and len(words) > 2), phrase
