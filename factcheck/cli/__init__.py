"""The command line: files, clock, terminal and exit codes; nothing else touches them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

FINISHED, FINDINGS, TROUBLE = 0, 1, 2
INTERRUPTED, CLOSED_PIPE = 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one call and gives its exit code; what goes wrong is told, not raised.

    A bug keeps its traceback, but its code is that of trouble: a crash must not pass for a finding.
    """
    try:
        from factcheck.cli.terminal import (
            ClosedOutputError,
            bug,
            complain,
            leave_output,
            prepare,
        )
        from factcheck.errors import FactcheckError

        prepare()
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return INTERRUPTED
    except FactcheckError as error:
        complain(error)
        return TROUBLE
    except (ClosedOutputError, BrokenPipeError):
        leave_output()
        return CLOSED_PIPE
    except Exception:
        bug()
        return TROUBLE


def _run(argv: list[str]) -> int:
    from factcheck.cli import fast

    found = fast.read(argv)
    if found is not None and (found[0] or not _is_terminal()):
        from factcheck.cli.answering import answer

        return answer(*found)
    from factcheck.cli.app import run

    return run(argv)


def _is_terminal() -> bool:
    return sys.stdin is None or sys.stdin.isatty()
