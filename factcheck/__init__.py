"""An offline, deterministic fact-checker.

from factcheck import KnowledgeBase

kb = KnowledgeBase.from_statements(["Every opioid slows breathing.", "Morphine is an opioid."])
kb.check("Morphine slows breathing.").verdict   # supported
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.pipeline import KnowledgeBase as KnowledgeBase

__all__ = ["KnowledgeBase", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name == "KnowledgeBase":
        from factcheck.pipeline import KnowledgeBase

        return KnowledgeBase
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
