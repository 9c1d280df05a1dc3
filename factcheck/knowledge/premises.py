"""Plain sentences as the entries of a knowledge base."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.knowledge import Claim, Entries, Evidence, Source

PREMISES = Source(id="premises", title="Statements given")


def entries_of(sentences: Iterable[str]) -> Entries:
    """A supported claim for each sentence that is not blank; each is its own evidence."""
    kept = [sentence.strip() for sentence in sentences if sentence.strip()]
    claims = tuple(
        Claim(
            id=f"premise-{number}",
            claim=sentence,
            evidence=(Evidence(sentence, PREMISES),),
            is_premise=True,
        )
        for number, sentence in enumerate(kept, 1)
    )
    return Entries(claims=claims)
