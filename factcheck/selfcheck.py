"""What is wrong with a knowledge base: its entries, its evidence, claims against each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.model.place import Location
from factcheck.model.verdict import Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.store import File, Memory
    from factcheck.pipeline import KnowledgeBase


class AdviceError(FactcheckError):
    """Something that may be meant, but deserves a look."""

    severity = "advice"


def problems(
    kb: KnowledgeBase, store: Memory | File, paths: Sequence[Path], as_of: date
) -> tuple[FactcheckError, ...]:
    """Every problem, errors before advice, each in the order of the files."""
    errors: list[FactcheckError] = []
    advice: list[FactcheckError] = []
    if paths:
        from factcheck.knowledge.checks import check_entries
        from factcheck.knowledge.loader import read_entries

        root = paths[0] if paths[0].is_dir() else paths[0].parent
        checked = check_entries(read_entries(paths), root, as_of=as_of)
        errors.extend(checked.errors)
        advice.extend(AdviceError(e.message, at=e.at, hint=e.hint) for e in checked.advice)
    errors.extend(contradictions(kb, as_of))
    for claim_id in store.keys("uncompiled"):
        claim = kb.claim(claim_id)
        for sentence, words in store.get("uncompiled", claim_id):
            why = ", ".join(f"'{word}'" for word in words[:6]) or "no statement found"
            advice.append(
                AdviceError(
                    f'{claim_id}: only matched word for word: "{sentence}" ({why})',
                    at=claim.at if claim else None,
                    hint="put it more simply, or add such a wording to also_phrased",
                )
            )
    for rule_id, sentence, at in store.get("meta", "unread rules") or ():
        advice.append(
            AdviceError(
                f'{rule_id}: rule not understood: "{sentence}"',
                at=Location(*at),
                hint="put it as: If … then …, or with ?variables under if and then",
            )
        )
    for name, phrase, at in store.get("meta", "unread phrases") or ():
        advice.append(
            AdviceError(f'relation {name}: phrase not understood: "{phrase}"', at=Location(*at))
        )
    return (*errors, *advice)


def contradictions(kb: KnowledgeBase, as_of: date) -> list[FactcheckError]:
    """Claims to whose sentence the rest of the knowledge base gives another verdict."""
    found: list[FactcheckError] = []
    for claim in kb.claims():
        result = kb.recheck(claim.claim, as_of)
        if result is None or result.verdict in (claim.verdict, Verdict.UNVERIFIED):
            continue
        others = ", ".join(each for each in result.claims if each != claim.id) or "its own wording"
        found.append(
            FactcheckError(
                f"{claim.id} is {claim.verdict}, but the knowledge base makes it "
                f"{result.verdict} (by {others})",
                at=claim.at,
                hint=f"compare the claims: factcheck kb show {claim.id}",
            )
        )
    return found
