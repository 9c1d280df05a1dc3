"""`factcheck explain TEXT`: the way from the words to the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.cli.loading import knowledge_base
from factcheck.cli.options import Options
from factcheck.cli.screens import screen_for
from factcheck.cli.settings import settle
from factcheck.cli.terminal import write
from factcheck.errors import InputError
from factcheck.report.layout import lay_out
from factcheck.report.trace_view import trace_view
from factcheck.report.wire import trace_object, written

EXPLAIN_FORMATS = ("text", "json")


def explain(words: Sequence[str], options: Options) -> int:
    """Shows how a text was read, which claims were weighed, and what came of it.

    Raises:
        InputError: the text is empty.
    """
    settings = settle(options, EXPLAIN_FORMATS)
    text = " ".join(words)
    if not text.strip():
        raise InputError("there is nothing to explain", hint='factcheck explain "a statement"')
    kb = knowledge_base(settings.kb)
    found = kb.explain(text, as_of=settings.as_of, why_not=settings.why_not)
    screen = screen_for(settings)
    if settings.format == "json":
        write(written(trace_object(found), screen, indent=2) + "\n")
    else:
        write(lay_out(trace_view(found), screen))
    return 0
