"""`factcheck TEXT`, `factcheck -` and piped lines: the one place that answers them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.cli.loading import Knowledge, knowledge_base
from factcheck.cli.options import Options
from factcheck.cli.screens import screen_for
from factcheck.cli.settings import Settings, settle
from factcheck.cli.terminal import complain, stdin, write
from factcheck.errors import FactcheckError, InputError, UsageError
from factcheck.model.verdict import Kind
from factcheck.report.formats import ANSWER_FORMATS
from factcheck.text.decoding import decode

if TYPE_CHECKING:
    from factcheck.model.result import Result

_STDIN = "<stdin>"


class Answering:
    """Results for texts one by one, and the exit code that they add up to."""

    def __init__(self, kb: Knowledge, settings: Settings) -> None:
        self._kb, self._settings = kb, settings
        self.count = 0
        self.has_failed = False
        self.has_errors = False

    def results(self, texts: Iterator[str | FactcheckError]) -> Iterator[Result]:
        """A result for each text; what cannot be read is reported and passed over."""
        for text in texts:
            if isinstance(text, FactcheckError):
                self.refuse(text)
                continue
            try:
                result = self._kb.check(
                    text, as_of=self._settings.as_of, why_not=self._settings.why_not
                )
            except InputError as error:
                self.refuse(error)
                continue
            self.count += 1
            is_wrong = result.verdict in self._settings.fail_on
            self.has_failed |= is_wrong and result.kind is Kind.STATEMENT
            yield result

    def refuse(self, error: FactcheckError) -> None:
        """Reports what cannot be read."""
        self.has_errors = True
        complain(error)

    def exit_code(self) -> int:
        """0, 1 if a statement failed, 2 if something could not be read or nothing was there."""
        if not self.count and not self.has_errors and not self._settings.allow_empty:
            self.refuse(
                InputError(
                    "there was nothing to check: the input has no text",
                    hint="give a statement, or --allow-empty if none is fine",
                )
            )
        return 2 if self.has_errors else int(self.has_failed)


def answer(words: Sequence[str], options: Options) -> int:
    """Answers a text, or every line of standard input if there are no words or only "-".

    Prints the results as they come and gives the exit code.

    Raises:
        FactcheckError: nothing could be answered at all.
    """
    settings = settle(options, ANSWER_FORMATS)
    is_single = bool(words) and list(words) != ["-"]
    texts = iter([_statement(words)]) if is_single else lines_of_stdin()
    answering = Answering(knowledge_base(settings.kb), settings)
    screen = screen_for(settings)
    shape = ANSWER_FORMATS[settings.format]
    pieces = shape.answers(
        answering.results(_with_text(texts)),
        screen,
        single=is_single,
        as_of=settings.as_of_given,
    )
    for piece in pieces:
        write(piece)
    return answering.exit_code()


def lines_of_stdin() -> Iterator[str | FactcheckError]:
    """The lines of standard input as soon as each is there, or why one cannot be read."""
    base = 0
    for number, data in enumerate(iter(stdin().readline, b""), 1):
        try:
            text = decode(data, _STDIN, line=number, base=base)
        except FactcheckError as error:
            yield error
        else:
            yield text.rstrip("\r\n")
        base += len(data)


def _with_text(texts: Iterator[str | FactcheckError]) -> Iterator[str | FactcheckError]:
    return (each for each in texts if isinstance(each, FactcheckError) or each.strip())


def _statement(words: Sequence[str]) -> str:
    """The words as one statement.

    Raises:
        UsageError: the words are names of files.
        InputError: the words are not text.
    """
    if words[0] == "-":
        raise UsageError(
            '"-" stands for standard input and goes alone', hint="factcheck - < claims.txt"
        )
    if all(looks_like_path(each) for each in words):
        raise UsageError(
            f'"{words[0]}" looks like a path, not like a statement',
            hint=f"to check a file: factcheck check {' '.join(words)}",
        )
    text = " ".join(words)
    if text.isascii():
        return text
    try:  # a locale without UTF-8 leaves its bytes undecoded
        return os.fsencode(text).decode("utf-8") if _is_undecoded(text) else text
    except UnicodeError as error:
        raise InputError(
            "the text is not UTF-8", hint="write it in UTF-8, or give it on standard input"
        ) from error


def _is_undecoded(text: str) -> bool:
    """Whether Python could not decode all of an argument, and kept bytes as lone surrogates."""
    return any("\ud800" <= each <= "\udfff" for each in text)


def looks_like_path(word: str) -> bool:
    """Whether a word without a space names a file rather than something to check."""
    if not word or any(each.isspace() for each in word):
        return False
    stem, dot, suffix = word.rpartition(".")
    has_suffix = bool(dot and stem) and suffix.isalnum() and suffix[0].islower() and len(suffix) < 9
    if ("/" in word or "\\" in word or has_suffix) and not set(word) & set('[]<>{}"'):
        return True
    try:
        return os.path.exists(word) and word != "-"
    except ValueError:
        return False
