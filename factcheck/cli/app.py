"""The typer application: every command, its help and its usage errors.

Options come from the table in `options.py`; the work is done elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from factcheck.cli.fast import command_first
from factcheck.cli.options import OPTIONS, Options
from factcheck.errors import UsageError

_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 88}
_EPILOG = (
    "Exit codes: 0 nothing wrong was found, 1 a statement got a verdict of --fail-on, "
    "2 the call, its input, the configuration or the knowledge base is wrong."
)


def _option(name: str) -> Any:
    option = OPTIONS[name]
    if not option.metavar:
        return typer.Option(*option.flags, help=option.help)
    return typer.Option(*option.flags, help=option.help, metavar=option.metavar)


_Format = Annotated[str | None, _option("format")]
_Kb = Annotated[list[str] | None, _option("kb")]
_Why = Annotated[bool, _option("why")]
_WhyNot = Annotated[bool, _option("why_not")]
_Verbose = Annotated[bool, _option("verbose")]
_Details = Annotated[bool, typer.Option(*OPTIONS["verbose"].flags, help="Show all advice.")]
_AsOf = Annotated[str | None, _option("as_of")]
_FailOn = Annotated[list[str] | None, _option("fail_on")]
_AllowEmpty = Annotated[bool, _option("allow_empty")]
_Version = Annotated[bool, typer.Option("--version", help="Show the version and exit.")]
_StdinName = Annotated[
    str,
    typer.Option(
        "--stdin-filename", metavar="NAME", help="The name, and so the format, of input from “-”."
    ),
]
_Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="How many to show.")]


def _typer(**settings: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
        **settings,
    )


app = _typer(subcommand_metavar="TEXT | - | COMMAND [ARGS]...", epilog=_EPILOG)
kb_app = _typer()
app.add_typer(kb_app, name="kb", help="Look into a knowledge base and check it.")


def _ask(
    format: _Format = None,
    kb: _Kb = None,
    why: _Why = False,
    why_not: _WhyNot = False,
    verbose: _Verbose = False,
    as_of: _AsOf = None,
    fail_on: _FailOn = None,
    allow_empty: _AllowEmpty = False,
) -> Options:
    places, failing = tuple(kb or ()), tuple(fail_on or ())
    return Options(format, places, why, why_not, verbose, as_of, failing, allow_empty)


@app.callback(invoke_without_command=True)
def root(
    format: _Format = None,
    kb: _Kb = None,
    why: _Why = False,
    why_not: _WhyNot = False,
    verbose: _Verbose = False,
    as_of: _AsOf = None,
    fail_on: _FailOn = None,
    allow_empty: _AllowEmpty = False,
    version: _Version = False,
) -> int:
    """Check statements, questions and copy against a knowledge base of claims.

    TEXT is a statement or a question; "-" reads one from each line of standard input.
    """
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"factcheck {installed('factcheck-cli')}")
    return 0


@app.command("ask", hidden=True)
def ask(
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT")] = None,
    format: _Format = None,
    kb: _Kb = None,
    why: _Why = False,
    why_not: _WhyNot = False,
    verbose: _Verbose = False,
    as_of: _AsOf = None,
    fail_on: _FailOn = None,
    allow_empty: _AllowEmpty = False,
) -> int:
    """Check a statement or answer a question."""
    from factcheck.cli.answering import answer

    options = _ask(format, kb, why, why_not, verbose, as_of, fail_on, allow_empty)
    return answer(text or (), options)


@app.command("check", epilog=_EPILOG)
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    format: _Format = None,
    kb: _Kb = None,
    why: _Why = False,
    verbose: _Verbose = False,
    as_of: _AsOf = None,
    fail_on: _FailOn = None,
    allow_empty: _AllowEmpty = False,
    stdin_filename: _StdinName = "",
) -> int:
    """Check files and directories; "-" is standard input."""
    from factcheck.cli.checking import check as run_check

    options = _ask(format, kb, why, False, verbose, as_of, fail_on, allow_empty)
    return run_check(paths, options, stdin_filename)


@app.command("explain")
def explain(
    text: Annotated[list[str], typer.Argument(metavar="TEXT")],
    format: _Format = None,
    kb: _Kb = None,
    why_not: _WhyNot = False,
    as_of: _AsOf = None,
) -> int:
    """Show how a text is read, which claims are weighed for it, and what comes of it."""
    from factcheck.cli.explaining import explain as run_explain

    return run_explain(text, _ask(format, kb, why_not=why_not, as_of=as_of))


@kb_app.command("check")
def kb_check(
    format: _Format = None, kb: _Kb = None, verbose: _Details = False, as_of: _AsOf = None
) -> int:
    """Find what is wrong with a knowledge base; advice is summed up by kind."""
    from factcheck.cli import kb as commands

    return commands.check(_ask(format, kb, verbose=verbose, as_of=as_of))


@kb_app.command("test")
def kb_test(
    format: _Format = None,
    kb: _Kb = None,
    as_of: _AsOf = None,
    allow_empty: _AllowEmpty = False,
) -> int:
    """Run the examples of a knowledge base."""
    from factcheck.cli import kb as commands

    return commands.test(_ask(format, kb, as_of=as_of, allow_empty=allow_empty))


@kb_app.command("show")
def kb_show(
    id: Annotated[str, typer.Argument(metavar="ID")], format: _Format = None, kb: _Kb = None
) -> int:
    """Show a claim, its evidence and how it is read."""
    from factcheck.cli import kb as commands

    return commands.show(id, _ask(format, kb))


@kb_app.command("search")
def kb_search(
    text: Annotated[list[str], typer.Argument(metavar="TEXT")],
    limit: _Limit = 10,
    format: _Format = None,
    kb: _Kb = None,
) -> int:
    """Find the claims closest to a text."""
    from factcheck.cli import kb as commands

    return commands.search(" ".join(text), limit, _ask(format, kb))


@kb_app.command("stats")
def kb_stats(format: _Format = None, kb: _Kb = None) -> int:
    """Count what a knowledge base holds."""
    from factcheck.cli import kb as commands

    return commands.stats(_ask(format, kb))


def run(argv: Sequence[str]) -> int:
    """Runs one call and gives its exit code.

    Raises:
        FactcheckError: the call cannot be carried out.
        KeyboardInterrupt: the user broke off.
    """
    if not argv:
        typer.main.get_command(app).main(["--help"], prog_name="factcheck", standalone_mode=False)
        return 2
    command = typer.main.get_command(app)
    try:
        found = command.main(_routed(argv), prog_name="factcheck", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        raise _usage(error) from error
    return found if isinstance(found, int) else 0


def _routed(argv: Sequence[str]) -> list[str]:
    """The arguments with a command first; a text goes to the hidden command `ask`."""
    routed = command_first(argv)
    if routed is not None:
        return list(routed)
    if any(each in ("-h", "--help", "--version") for each in _before_end(argv)):
        return ["--version"] if "--version" in argv else ["--help"]
    return ["ask", *argv]


def _before_end(argv: Sequence[str]) -> Sequence[str]:
    return argv[: list(argv).index("--")] if "--" in argv else argv


def _usage(error: Any) -> UsageError:
    """The same as our own error; the class of `error` lives elsewhere in each version of typer."""
    path = getattr(getattr(error, "ctx", None), "command_path", "factcheck") or "factcheck"
    name = path.replace(" ask", "")
    message = error.format_message().strip().removesuffix(".")
    message = message[:1].lower() + message[1:] or "an argument is missing"
    return UsageError(message, hint=f"{name} --help shows what can be given")
