"""Reading a knowledge base: what good files give, and what is said of bad ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import KnowledgeError
from factcheck.knowledge.loader import read_entries
from factcheck.model.knowledge import NOWHERE, Claim, Entries
from factcheck.model.place import Location
from factcheck.model.verdict import Verdict

FULL = """\
claims:
  - id: tea-is-a-drink
    claim: Tea is
      a drink.
    verdict: supported
    explanation: |
      First line.
      Second line.
    also_phrased: [Tea counts as a drink.]
    evidence:
      - source: tea-book
        passage: Tea, a drink.
        locator: page 012
      - source: {title: Leaflet, year: 1999}
        passage: Drink tea.
    topics: [drinks]
    reviewed: 2026-11-23
    review_by: 2027-11-23
    true_from: 2000-01-01
    true_until: 2030-01-01
    examples:
      - text: Is tea a drink?
        verdict: supported
  - claim: Tea isn't 80% naïve "mud"!
    verdict: refuted
    correction: Tea is a drink.
sources:
  - id: tea-book
    title: The Tea Book
    publisher: Press
    year: 2020
    url: https://example.org/tea
    text: tea.md
    kind: summary
entities:
  - name: tea
    aliases: [cha, NO]
    ambiguous_aliases: [char]
    unless_near: [coal]
    type: food
    is_a: [drink]
    disjoint_with: [coal]
    note: A leaf.
    relations:
      contains: [caffeine, water]
      grown in: Assam
relations:
  - name: contains
    phrases: [contain, hold]
    transitive: yes
    functional: false
    inverse_of: is part of
    inherited_by: []
  - name: is part of
rules:
  - id: wet
    rule: If something is a drink then it is wet.
  - if: ["?x contains ?y", "?y contains ?z"]
    then: "?x contains ?z"
examples:
  - text: Is tea mud?
    verdict: unverified
"""


def read(tmp_path: Path, text: str | bytes) -> Entries:
    """Entries of one file."""
    file = tmp_path / "kb.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_entries([file])


def problems(tmp_path: Path, text: str | bytes) -> list[str]:
    """What is said of one file, each as "line:column message / hint"."""
    with pytest.raises(KnowledgeError) as caught:
        read(tmp_path, text)
    where = f"{tmp_path}/kb.yaml"
    return [
        f"{each.at} {each.message} / {each.hint}".replace(where, "").removeprefix(":")
        for each in caught.value.problems
    ]


def without_places(claim: Claim) -> Claim:
    evidence = tuple(
        replace(each, at=NOWHERE, source=each.source and replace(each.source, at=NOWHERE))
        for each in claim.evidence
    )
    return replace(claim, at=NOWHERE, evidence=evidence)


def test_everything_the_format_offers_is_read(tmp_path: Path) -> None:
    entries = read(tmp_path, FULL)
    tea, mud = entries.claims
    assert (tea.id, tea.claim, tea.verdict) == ("tea-is-a-drink", "Tea is a drink.", "supported")
    assert tea.explanation == "First line.\nSecond line."
    assert tea.also_phrased == ("Tea counts as a drink.",)
    assert (tea.true_from, tea.true_until) == ("2000-01-01", "2030-01-01")
    book, leaflet = tea.evidence
    assert book.source is entries.sources[0]
    assert book.locator == "page 012"
    assert leaflet.source is not None
    assert (leaflet.source.id, leaflet.source.title, leaflet.source.year) == ("", "Leaflet", "1999")
    assert (mud.id, mud.verdict) == ("tea-isnt-80-naive-mud", Verdict.REFUTED)
    assert entries.entities[0].aliases == ("cha", "NO")
    assert entries.entities[0].relations == (
        ("contains", ("caffeine", "water")),
        ("grown in", ("Assam",)),
    )
    contains, part = entries.relations
    assert (contains.transitive, contains.functional, contains.inherited_by) == (True, False, ())
    assert part.inherited_by == ("subject",)
    assert entries.rules[1].id == "x-contains-z"
    assert entries.rules[1].when == ("?x contains ?y", "?y contains ?z")
    assert [each.verdict for each in entries.examples] == ["supported", "unverified"]


def test_entries_know_their_place(tmp_path: Path) -> None:
    entries = read(tmp_path, "\ufeff" + FULL)
    path = str(tmp_path / "kb.yaml")
    assert entries.claims[0].at == Location(path, 2, 5)
    assert entries.claims[0].evidence[1].at == Location(path, 14, 9)
    assert entries.entities[0].at == Location(path, 36, 5)


def test_scalars_are_text(tmp_path: Path) -> None:
    text = "entities: [{name: 012, aliases: [2020-01-01, no, 1e3, 0x1F, .5]}]"
    (entity,) = read(tmp_path, text).entities
    assert (entity.name, entity.aliases) == ("012", ("2020-01-01", "no", "1e3", "0x1F", ".5"))


START = "claims:\n- claim: A is b.\n  verdict: supported\n"
ONE_OF = "supported, refuted or misleading"
LIST = 'begin each entry with "- " on a line of its own'
LOOK = "check the indentation, brackets and quotes here and on the line above"
TEXT = "quote a text that begins with [ or {"
KEYS = "claims, sources, entities, relations, rules, examples"
ALIAS = "YAML anchors and aliases (& and *) are not read / "
ALIAS += "write the text out; quote a text that begins with & or *"
UNDECLARED = 'declare it under "sources:", or write it here as a mapping: source: {title: …}'

BAD: dict[str, tuple[str | bytes, list[str]]] = {
    "a bracket is not closed": (
        "claims: [1\nb: 2\n",
        [f"2:2 not valid YAML: did not find expected ',' or ']' / {LOOK}"],
    ),
    "a colon in a text": (
        "claims:\n- claim: Note: a is b.\n",
        [
            "2:14 not valid YAML: mapping values are not allowed in this context / "
            'quote a text that holds ": ", and check the indentation'
        ],
    ),
    "a tab": (
        "claims:\n\t- claim: x\n",
        [
            "2:1 not valid YAML: found character that cannot start any token / "
            "indent with spaces, not tabs"
        ],
    ),
    "a text that begins with a reserved character": (
        "claims:\n- claim: @x is y\n",
        [
            "2:10 not valid YAML: found character that cannot start any token / "
            "quote a text that begins with @"
        ],
    ),
    "a quotation that does not end": (
        'claims:\n- claim: "x is\n',
        [
            "3:1 not valid YAML: found unexpected end of stream / "
            "close the quotation mark; double an apostrophe inside single quotes"
        ],
    ),
    "a quotation that ends too early": (
        "claims:\n- claim: 'x's y'\n",
        [
            "2:13 not valid YAML: did not find expected key / "
            "quote the whole text; inside single quotes, double an apostrophe"
        ],
    ),
    "emphasis as in Markdown": (
        "claims:\n- claim: *Really* so.\n",
        [
            "2:17 not valid YAML: did not find expected alphabetic or numeric character / "
            "quote a text that begins with & or *"
        ],
    ),
    "an unknown key": (
        START + "sorces: []\n",
        ['4:1 unknown key "sorces" / did you mean "sources"?'],
    ),
    "an unknown key like no other": (
        START + "zebra: []\n",
        [f'4:1 unknown key "zebra" / a file may hold {KEYS}'],
    ),
    "a repeated key": (
        START + "  verdict: refuted\n",
        ['4:3 the key "verdict" is given twice / keep one of the two'],
    ),
    "a repeated top key": (
        START + "claims: []\n",
        ['4:1 the key "claims" is given twice / keep one of the two'],
    ),
    "a repeated phrase": (
        START + "entities:\n- name: x\n  relations: {acts on: a, acts on: b}\n",
        ['6:27 the key "acts on" is given twice / write its names as one list'],
    ),
    "a repeated claim id": (
        START + "  id: a\n- claim: B is b.\n  verdict: refuted\n  id: a\n",
        ['7:7 the claim "a" is given twice: first at :4:7 / change one id, or make them one entry'],
    ),
    "a repeated source id": (
        START + "  evidence: [{source: {id: s}}]\nsources: [{id: s}]\n",
        [
            '4:28 the source "s" is given twice: first at :5:16 / '
            "change one id, or make them one entry"
        ],
    ),
    "a repeated entity": (
        START + "entities: [{name: x}, {name: x}]\n",
        [
            '4:30 the entity "x" is given twice: first at :4:19 / '
            "change one name, or make them one entry"
        ],
    ),
    "a list where text was meant": (
        "claims:\n- claim: [A, b]\n  verdict: supported\n",
        [f'2:10 "claim" must be text, not a list / write one text after "claim:"; {TEXT}'],
    ),
    "a mapping where text was meant": (
        "claims:\n- claim: {A: b}\n  verdict: supported\n",
        [f'2:10 "claim" must be text, not a mapping / write one text after "claim:"; {TEXT}'],
    ),
    "text where a list was meant": ("claims: A is b.\n", [f'1:9 "claims" must be a list / {LIST}']),
    "a mapping where a list was meant": (
        START + "  evidence:\n    source: zzz\n",
        [f'5:5 "evidence" must be a list / {LIST}'],
    ),
    "a list where a mapping was meant": (
        START + "entities:\n- name: x\n  relations: [a]\n",
        ['6:14 "relations" must be a mapping / write relations: {phrase: [name, name]}'],
    ),
    "text where a mapping was meant": (
        "claims:\n- A is b.\n",
        ["2:3 a claim must be a mapping / write its keys: id, claim, verdict, …"],
    ),
    "names with commas where a list was meant": (
        START + "entities:\n- name: x\n  aliases: a, b\n",
        ['6:12 "aliases" must be a list / write aliases: [a, b]; quote one name'],
    ),
    "an empty item": (
        START + '  topics: [a, ""]\n',
        ['4:15 an empty item in a list / remove it, or write text after "- "'],
    ),
    "a list as a file": (
        "- claim: A\n",
        [
            "1:1 a file of a knowledge base is a mapping, not a list / "
            f"begin with one of the keys {KEYS}"
        ],
    ),
    "text as a file": (
        "hello\n",
        [
            "1:1 a file of a knowledge base is a mapping, not text / "
            f"begin with one of the keys {KEYS}"
        ],
    ),
    "a list as a key": (
        START + "? [a]\n: b\n",
        [f"4:3 a list or mapping stands where a key was meant / {TEXT}"],
    ),
    "a claim without claim": (
        "claims:\n- verdict: supported\n",
        ['2:3 a claim without "claim" / add claim: the sentence'],
    ),
    "a claim without verdict": (
        "claims:\n- claim: A is b.\n",
        [f'2:3 a claim without "verdict" / add verdict: {ONE_OF}'],
    ),
    "an empty claim": (
        "claims:\n- claim:\n  verdict: refuted\n",
        ['2:9 "claim" is empty / write claim: the sentence'],
    ),
    "a bad verdict": (
        "claims:\n- claim: A is b.\n  verdict: Suported\n",
        ['3:12 "Suported" is no verdict / did you mean "supported"?'],
    ),
    "a verdict of statements only": (
        "claims:\n- claim: A is b.\n  verdict: unverified\n",
        [f'3:12 "unverified" is no verdict / write {ONE_OF}'],
    ),
    "a boolean as verdict": (
        "claims:\n- claim: A is b.\n  verdict: no\n",
        [f'3:12 "no" read as a boolean: "verdict" is a word / write {ONE_OF}'],
    ),
    "a boolean as sentence": (
        "claims:\n- claim: No\n  verdict: refuted\n",
        ['2:10 "No" read as a boolean: "claim" is text / quote it: "No"'],
    ),
    "a boolean among sentences": (
        START + "  also_phrased: [B is a., off]\n",
        ['4:27 "off" read as a boolean: "also_phrased" is text / quote it: "off"'],
    ),
    "nothing as sentence": (
        START + "  correction: null\n",
        [
            '4:15 "null" read as nothing: "correction" is text / '
            'leave "correction" out, or quote it: "null"'
        ],
    ),
    "an unknown source": (
        START + "  evidence: [{source: fda-lable}]\nsources: [{id: fda-label}]\n",
        ['4:23 no source has the id "fda-lable" / did you mean "fda-label"?'],
    ),
    "an unknown source like no other": (
        START + "  evidence: [{source: zzz}]\n",
        [f'4:23 no source has the id "zzz" / {UNDECLARED}'],
    ),
    "a source without id": (
        START + "sources: [{title: x}]\n",
        ['4:11 a source without "id" / add id: a short kebab-case name for it'],
    ),
    "a bad id": (START + "  id: A_b C\n", ['4:7 "A_b C" is not a kebab-case id / write "a-b-c"']),
    "an id that cannot be repaired": (
        START + "  id: 水\n",
        ['4:7 "水" is not a kebab-case id / use small letters a-z, digits and single hyphens'],
    ),
    "bad dates": (
        START + "  reviewed: 2026-02-30\n  review_by: 20260301\n",
        [
            f'{place} is not a date: "{word}" / write it as YYYY-MM-DD, with a day that exists'
            for place, word in (('4:13 "reviewed"', "2026-02-30"), ('5:14 "review_by"', "20260301"))
        ],
    ),
    "dates in the wrong order": (
        START + "  true_from: 2026-02-03\n  true_until: 2025-01-01\n",
        ['5:15 "true_until" is before "true_from" (2026-02-03) / exchange the two dates'],
    ),
    "a month in the wrong order": (
        START + "  true_from: 2026-03\n  true_until: 2026-02-28\n",
        ['5:15 "true_until" is before "true_from" (2026-03) / exchange the two dates'],
    ),
    "bad bounds": (
        START + "  true_from: 2026-13\n  true_until: 26\n",
        [
            f'{place} is not a date: "{word}" / '
            "write it as YYYY-MM-DD, YYYY-MM or YYYY, with a day that exists"
            for place, word in (('4:14 "true_from"', "2026-13"), ('5:15 "true_until"', "26"))
        ],
    ),
    "an anchor": (START + "  explanation: &a x\n", [f"4:16 {ALIAS}"]),
    "an alias": (START + "  explanation: *a\n", [f"4:16 {ALIAS}"]),
    "a tag": (
        START + "  explanation: !note x\n",
        ['4:16 YAML tags ("!note") are not read / remove it; quote a text that begins with !'],
    ),
    "two documents": (
        START + "---\n" + START,
        [
            "4:1 a second YAML document begins here / "
            'remove the line "---", or move what follows to a file of its own'
        ],
    ),
    "deep nesting": (
        START + "  topics: " + "[" * 900 + "]" * 900,
        ["4:24 nested deeper than 16 levels / check brackets and indentation"],
    ),
    "bytes that are not UTF-8": (
        START.encode() + b"  explanation: \xc3\xa9 \xff\n",
        ["4:18 not UTF-8 text (byte 0xff) / save the file as UTF-8"],
    ),
    "a control character": (
        START + "  explanation: é\x07\n",
        [
            "4:17 the control character U+0007 is not allowed in YAML / "
            'remove it, or write it as "\\u0007" in double quotes'
        ],
    ),
    "an entity without name": (
        START + "entities: [{type: x}]\n",
        ['4:12 an entity without "name" / add name: what it is called'],
    ),
    "a property that is neither true nor false": (
        START + "relations: [{name: x, transitive: maybe}]\n",
        ['4:35 "transitive" must be true or false / write true or false'],
    ),
    "an unknown role": (
        START + "relations: [{name: x, inherited_by: [subjct]}]\n",
        ['4:37 "subjct" is no role in a relation / did you mean "subject"?'],
    ),
    "a rule that says nothing": (
        START + "rules: [{id: r}]\n",
        [
            "4:9 a rule that says nothing / "
            'add rule: "If … then …", or if: ["?x …", …] and then: "?x …"'
        ],
    ),
    "a rule without conclusion": (
        START + "rules: [{if: a}]\n",
        ['4:9 a rule without "then" / add then: the conclusion'],
    ),
    "a rule of both kinds": (
        START + "rules: [{rule: If a., then: b}]\n",
        ['4:9 a rule has either "rule" or "if" and "then", not both / make them two rules'],
    ),
    "a bad verdict of an example": (
        START + "examples: [{text: A?, verdict: maybe}]\n",
        ['4:32 "maybe" is no verdict / write supported, refuted, misleading or unverified'],
    ),
    "an unknown kind of source": (
        START + "sources: [{id: x, kind: sumary}]\n",
        ['4:25 "sumary" is no kind / did you mean "summary"?'],
    ),
    "nothing": (
        "claims:\n",
        [
            ' no claims here / write at least one claim: a list under "claims:", '
            "each with claim and verdict"
        ],
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_place_and_way_out(case: str, tmp_path: Path) -> None:
    text, expected = BAD[case]
    assert problems(tmp_path, text) == expected


def test_all_problems_of_all_files_are_told_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("claims:\n- claim: x is y.\n  vedict: no\nsorces: []\n")
    (tmp_path / "b.yml").write_text("claims: [")
    (tmp_path / "c.yaml").symlink_to("nowhere")
    (tmp_path / "d.yaml").write_text(START + "  evidence: [{source: perhaps-in-b}]\n  topic: []\n")
    with pytest.raises(KnowledgeError) as caught:
        read_entries([tmp_path / "gone", tmp_path])
    told = [
        (each.at and each.at.path.removeprefix(f"{tmp_path}/"), each.message)
        for each in caught.value.problems
    ]
    assert told == [
        ("gone", "no such file or directory"),
        ("a.yaml", 'a claim without "verdict"'),
        ("a.yaml", 'unknown key "vedict"'),
        ("a.yaml", 'unknown key "sorces"'),
        ("b.yml", "not valid YAML: did not find expected node content"),
        ("c.yaml", "cannot be read: no such file or directory"),
        ("d.yaml", 'unknown key "topic"'),
    ]


def test_an_alias_bomb_is_harmless(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    assert problems(tmp_path, "\n".join(lines)) == [f"1:5 {ALIAS}"]


def test_a_directory_without_yaml_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".hidden.yaml").write_text(START)
    with pytest.raises(KnowledgeError, match="no YAML file in this directory"):
        read_entries([tmp_path])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "kb.yaml"
    file.write_text(START)
    assert len(read_entries([file, tmp_path, file]).claims) == 1


def test_files_merge_and_refer_to_each_other(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.yml").write_text(START + "  evidence: [{source: s}]\nrules:\n")
    (tmp_path / "b.yaml").write_text("sources: [{id: s}]\n")
    (tmp_path / "c.yaml").write_text("")
    (claim,) = read_entries([tmp_path]).claims
    assert claim.evidence[0].source is not None
    assert claim.evidence[0].source.id == "s"


def test_a_large_scalar_is_fine(tmp_path: Path) -> None:
    entries = read(tmp_path, START + f"  explanation: {'word ' * 200_000}\n")
    assert len(entries.claims[0].explanation) == 999_999


def test_pure_python_yaml_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(tmp_path, FULL)
    monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    assert read(tmp_path, FULL) == fast
    assert problems(tmp_path, START + "  explanation: *a\n") == [f"4:16 {ALIAS}"]


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@,? \t\n\x00\x85\ufeff🦊", max_size=60))
def test_no_text_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever stands in a file, it is read or refused with a place."""
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    for content in (text, f"claims:\n- claim: {text}\n  verdict: supported\n"):
        file.write_text(content, newline="")
        try:
            read_entries([file])
        except KnowledgeError as error:
            assert all(each.message and each.hint and each.at for each in error.problems)


sentences = st.sampled_from(["A is b.", "A is B!", "a is b", "C is d.", "水。", "C: is 'd'."])


@given(st.lists(st.tuples(sentences, st.sampled_from(["supported", "refuted"]), st.booleans())))
def test_the_order_of_files_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, claims: Sequence[tuple[str, str, bool]]
) -> None:
    """One claim a file, in order and in reverse: the same claims, under the same ids."""
    found = []
    for order in (claims, claims[::-1]):
        folder = tmp_path_factory.mktemp("kb")
        (folder / "sources.yaml").write_text("sources: [{id: s}]\n")
        for number, (sentence, verdict, has_source) in enumerate(order):
            text = f'claims:\n- claim: "{sentence}"\n  verdict: {verdict}\n'
            text += "  evidence: [{source: s}]\n" if has_source else ""
            (folder / f"{number:04}.yaml").write_text(text)
        entries = read_entries([folder])
        ids = [each.id for each in entries.claims]
        assert len(set(ids)) == len(ids) == len(claims)
        found.append(
            {each.id: (each.claim, each.verdict) for each in map(without_places, entries.claims)}
        )
    assert found[0] == found[1]


def test_ten_thousand_claims_load(tmp_path: Path) -> None:
    text = "sources: [{id: s, title: S}]\nclaims:\n" + "".join(
        f"  - id: claim-{n}\n    claim: Thing {n} is a kind.\n    verdict: supported\n"
        f"    explanation: Because of {n}.\n    topics: [one, two]\n    evidence:\n"
        f"      - source: s\n        passage: It is {n}.\n        locator: section {n}\n"
        for n in range(10_000)
    )
    assert len(read(tmp_path, text).claims) == 10_000
