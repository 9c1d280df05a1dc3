"""What the user may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str]) -> str:
    """What to write instead: the nearest known word, or all of them."""
    from difflib import get_close_matches

    known = list(known)
    near = get_close_matches(word, known, n=1)
    return f'did you mean "{near[0]}"?' if near else f"one of: {', '.join(known)}"
