"""The word table: what it says of real words, and that the builder is deterministic."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.language.words import (
    Word,
    antonyms,
    derived,
    inflect,
    is_known,
    lookup,
    nominalised,
)

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "factcheck" / "language" / "data" / "words.txt"


def readings(form: str) -> set[tuple[str, str]]:
    return {(word.lemma, word.tag) for word in lookup(form)}


@pytest.mark.parametrize(
    ("form", "lemma", "tag"),
    [
        ("went", "go", "VBD"),
        ("taken", "take", "VBN"),
        ("mice", "mouse", "NNS"),
        ("worse", "bad", "JJR"),
        ("children", "child", "NNS"),
        ("analyses", "analysis", "NNS"),
        ("dying", "die", "VBG"),
        ("programmed", "program", "VBD"),
        ("travelled", "travel", "VBD"),
        ("colours", "colour", "NNS"),
        ("reverses", "reverse", "VBZ"),
        ("quickly", "quickly", "RB"),
        ("faster", "fast", "JJR"),
    ],
)
def test_a_form_leads_to_its_lemma(form: str, lemma: str, tag: str) -> None:
    """Irregular and regular forms have the reading a dictionary gives."""
    assert (lemma, tag) in readings(form)


def test_an_ambiguous_form_has_all_its_readings() -> None:
    """A form of several words is read as each of them."""
    assert {("work", "NNS"), ("work", "VBZ")} <= readings("works")
    assert {("lead", "NN"), ("lead", "VB")} <= readings("lead")
    assert {("leave", "VBD"), ("leave", "VBN"), ("left", "JJ")} <= readings("left")


def test_readings_come_heaviest_first_then_by_tag() -> None:
    """Callers may take the first reading as the commonest."""
    for form in ("works", "left", "lead", "worse", "found", "use"):
        words = lookup(form)
        assert list(words) == sorted(words, key=lambda word: (-word.weight, word.tag))
    assert lookup("went") == (Word("go", "VBD", 7),)


def test_a_mass_noun_is_not_its_own_plural() -> None:
    """Only nouns with an unmarked plural are singular and plural at once."""
    assert ("sheep", "NNS") in readings("sheep")
    assert ("lead", "NNS") not in readings("lead")
    assert ("medicine", "NNS") not in readings("medicine")


@pytest.mark.parametrize("form", ["zeltrazine", "teh", "recieve", "", "works\tn6", "a b", "ÿ"])
def test_what_is_no_word_is_unknown(form: str) -> None:
    """Misspellings, invented words and text that is no word have no readings."""
    assert lookup(form) == ()
    assert not is_known(form)


@pytest.mark.parametrize(
    "form",
    [
        "ketorolac",
        "clonidine",
        "lofexidine",
        "opioids",
        "prescribers",
        "paracetamol",
        "well-known",
        "follow-up",
        "o'clock",
        "metabolise",
        "website",
        "whereas",
        "the",
    ],
)
def test_real_words_are_known(form: str) -> None:
    """Names of substances, hyphenated words, British spellings and function words are words."""
    assert is_known(form)


def test_a_noun_leads_to_the_verb_it_names_the_act_of() -> None:
    """Nominalisations come from acts and events, not from whoever does them."""
    assert nominalised("approval")[0] == "approve"
    assert nominalised("reversal") == ("reverse",)
    assert nominalised("treatment") == ("treat",)
    assert nominalised("reduction") == ("reduce",)
    assert "use" in nominalised("use")
    assert nominalised("user") == ()


def test_derived_words_are_few_and_related() -> None:
    """Derivation goes through the verb when there is one."""
    assert {("addict", "V"), ("addict", "N"), ("addiction", "N")} <= set(derived("addictive", "A"))
    assert ("quick", "A") in derived("quickly", "R")
    assert derived("zeltrazine", "N") == ()
    assert len(derived("act", "V")) <= 8


def test_antonyms_are_those_of_the_first_senses() -> None:
    """Opposites are WordNet's direct ones."""
    assert antonyms("legal") == ("illegal",)
    assert antonyms("increase") == ("decrease",)
    assert "dangerous" in antonyms("safe")
    assert antonyms("zeltrazine") == ()


def test_inflection_and_lookup_agree() -> None:
    """Every form that a lemma has leads back to it."""
    for lemma in ("go", "mouse", "overdose", "bad", "opioid", "be", "reverse", "happy"):
        for tag in ("NN", "NNS", "VB", "VBD", "VBN", "VBG", "VBZ", "JJ", "JJR", "JJS"):
            for form in inflect(lemma, tag):
                assert (lemma, tag) in readings(form)
    assert inflect("go", "VBD") == ("went",)
    assert inflect("work", "VB") == ("work",)
    assert inflect("mouse", "no such tag") == ()


def test_every_line_of_the_table_is_found() -> None:
    """The search finds each key, the first and the last among them, and the lines are sorted."""
    lines = TABLE.read_bytes().split(b"\n")[:-1]
    assert lines == sorted(lines)
    forms = [line[1:].split(b"\t")[0].decode() for line in lines if line.startswith(b"f")]
    assert len(forms) == len(set(forms))
    sample = [*forms[:50], *forms[::97], *forms[-50:]]
    assert all(lookup.__wrapped__(form) for form in sample)
    assert len(b"\n".join(lines)) < 6_000_000


INFLECTIONS = """\
go,verb,went,gone,going,goes
work,noun,works/work
work,verb,worked,,working,works
bad,adj,worse,worst
Drew,noun,Drews
drew,noun,
draw,verb,drew,drawn,drawing,draws
"""
DATA = {
    "noun": "00000010 04 n 02 work 0 toil 0 002 + 00000020 v 0101 ~ 00000011 n 0000 | labour\n"
    "00000011 18 n 01 worker 0 001 + 00000020 v 0101 | who works\n"
    "00000012 15 n 02 Paris 0 blue_sky 0 001 @i 00000010 n 0000 | a place\n",
    "verb": "00000020 41 v 02 work 0 rework 1 002 + 00000010 n 0101 + 00000011 n 0101 01 + 02 00\n",
    "adj": "00000030 00 a 02 bad 0 zany(p) 0 001 ! 00000031 a 0101 | not good\n"
    "00000031 00 a 01 good 0 001 ! 00000030 a 0101 | not bad\n",
    "adv": "  1 a line of the licence\n"
    "00000040 02 r 01 badly 0 001 \\ 00000030 a 0101 | in a bad way\n",
}
SENSES = "bad%3:00:00:: 00000030 1 9\nwork%1:04:00:: 00000010 1 3\nwork%2:41:00:: 00000020 1 27\n"
SPELLINGS = "yurt\nyurt's\nyurts\nZagreb\nblorped\nblorping\nblorp\nglumly\n"


def build(directory: Path, out: str) -> bytes:
    command = [
        sys.executable,
        str(ROOT / "scripts" / "build_words.py"),
        "--out",
        str(directory / out),
    ]
    command += ["--lemminflect", str(directory), "--wordnet", str(directory)]
    command += ["--scowl", str(directory / "spellings")]
    subprocess.run(command, check=True, capture_output=True)
    return (directory / out).read_bytes()


def test_the_builder_gives_the_same_bytes_for_the_same_input(tmp_path: Path) -> None:
    """Two runs, each with its own hash seed, write one table, and it says what the sources say."""
    with gzip.open(tmp_path / "infl_lu.csv.gz", "wt", encoding="utf-8") as file:
        file.write(INFLECTIONS)
    for name, text in DATA.items():
        (tmp_path / f"data.{name}").write_text(text, encoding="utf-8")
    (tmp_path / "index.sense").write_text(SENSES, encoding="utf-8")
    (tmp_path / "spellings").write_text(SPELLINGS, encoding="utf-8")
    table = build(tmp_path, "one.txt")
    assert table == build(tmp_path, "two.txt")
    lines = table.decode().splitlines()
    for line in (
        "fworks\tz51 p31",
        "fwent\td04go",
        "fworse\tk45bad",
        "freworked\td02 e02",
        "fyurts\tp01",
        "fblorping\tg03",
        "fglumly\tr0",
        "fparis\tn0",
        "owork\t0",
        "dAbad\tR0ly",
        "abad\tgood",
        "igo\td2went e0ne g0ing z0es",
    ):
        key = line.split("\t")[0] + "\t"
        assert [each for each in lines if each.startswith(key)] == [line]
    assert not any(each.startswith("fblue") for each in lines)
