"""Inline Markdown: what a reader sees of it, every character with its place in the source.

Emphasis marks, link targets, images, footnote marks, HTML tags and comments, and struck-out text
are left out. Code of one word is kept as that word; longer code stands as the word "code", so
that a sentence around it is never read as if nothing were there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import unescape

from factcheck.text.mapped import Mapped

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SPECIAL = re.compile(r"[\\`*_~!\[\]<&\n]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HTML = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<![A-Z][^>]*>|</[A-Za-z][\w-]*\s*>"
    r"|<[A-Za-z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>",
    re.DOTALL,
)
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>")
_NOTE_TAG = re.compile(r"<sup\b[^>]*>[^<>\w]*\d{1,3}[^<>\w]*(?:\d{1,3}[^<>\w]*)*</sup\s*>", re.I)
_NOTE_LINK = re.compile(r"\[(?:\^|\\?\[)?\d{1,3}(?:\\?\]|\^)?\]\(#[^\s()]*\)")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_CLOSE_LINK = re.compile(
    r"\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]+\]:?")


@dataclass(slots=True)
class _Run:
    """A run of emphasis marks; `low` and `high` bound those not yet paired."""

    at: int
    mark: str
    size: int
    low: int
    high: int
    opens: bool = False
    closes: bool = False

    @property
    def left(self) -> int:
        return self.high - self.low


def read_inline(content: str, offsets: Sequence[int], references: Collection[str]) -> Mapped:
    """The visible text of inline Markdown.

    `offsets[i]` is the place of `content[i]` in the source. `references` are the defined link
    labels, normalised with `label`.
    """
    hidden, struck = _hidden_marks(content)
    brackets, skips = _links(content, references)
    hidden |= brackets
    skips |= struck
    found = Mapped()
    at, size = 0, len(content)
    while at < size:
        special = _SPECIAL.search(content, at)
        stop = special.start() if special else size
        if stop > at:
            _add(found, content, offsets, at, stop)
            at = stop
            continue
        at = _one(found, content, offsets, at, hidden, skips)
    return found


def label(text: str) -> str:
    """A link label in the form in which labels are compared."""
    return " ".join(text.split()).casefold()


def _one(
    found: Mapped,
    content: str,
    offsets: Sequence[int],
    at: int,
    hidden: set[int],
    skips: dict[int, int],
) -> int:
    """Reads the one special thing at `at`; gives the place to go on from."""
    if at in skips:
        return skips[at]
    if at in hidden:
        return at + 1
    char = content[at]
    opaque = _opaque(content, at)
    if char == "\n":
        found.space(offsets[at])
        return _skip_blanks(content, at + 1)
    if char == "\\" and content[at + 1 : at + 2] == "\n":
        return at + 1
    if char == "\\" and content[at + 1 : at + 2] and content[at + 1] in _PUNCTUATION:
        found.add(content[at + 1], offsets[at + 1])
        return at + 2
    if char == "`" and opaque:
        _add_code(found, content, offsets, at, opaque)
        return opaque
    if char == "<" and opaque:
        if _BREAK.match(content, at):
            found.space(offsets[at])
        return opaque
    if char == "&" and (entity := _ENTITY.match(content, at)):
        text = unescape(entity[0])
        if text != entity[0]:
            found.replace(" " if text == "\xa0" else text, offsets[at])
            return entity.end()
    end = at + 1
    if char == "`":  # a run that nothing closes is text as a whole
        while content[end : end + 1] == "`":
            end += 1
    found.add(content[at:end], offsets[at])
    return end


def _add(found: Mapped, content: str, offsets: Sequence[int], start: int, stop: int) -> None:
    """Appends plain characters, cut where the source does not run on."""
    if offsets[stop - 1] - offsets[start] == stop - 1 - start:
        found.add(content[start:stop], offsets[start])
        return
    for index in range(start, stop):
        found.add(content[index], offsets[index])


def _add_code(found: Mapped, content: str, offsets: Sequence[int], at: int, end: int) -> None:
    fence = len(content[at:end]) - len(content[at:end].lstrip("`"))
    inside = content[at + fence : end - fence]
    words = inside.split()
    if len(words) == 1 and words[0].replace("-", "").isalnum():
        start = at + fence + inside.index(words[0])
        found.add(words[0], offsets[start])
    else:
        found.replace("code", offsets[at])


def _opaque(content: str, at: int) -> int:
    """End of the code, address, tag or comment that begins at `at`; 0 if none does."""
    if content[at] == "`":
        if at and content[at - 1] == "`":
            return 0
        fence = re.compile(r"`+").match(content, at)
        assert fence is not None
        close = re.compile(rf"(?<!`){fence[0]}(?!`)").search(content, fence.end())
        return close.end() if close else 0
    if content[at] == "<":
        match = (
            _NOTE_TAG.match(content, at) or _AUTOLINK.match(content, at) or _HTML.match(content, at)
        )
        return match.end() if match else 0
    return 0


def _skip_blanks(content: str, at: int) -> int:
    while content[at : at + 1] in (" ", "\t"):
        at += 1
    return at


def _walk(content: str, wanted: str) -> list[int]:
    """Offsets of the wanted characters that are neither escaped nor inside code or tags."""
    found: list[int] = []
    no_code_after = len(content)
    at = 0
    pattern = re.compile(rf"[\\`<{re.escape(wanted)}]")
    while match := pattern.search(content, at):
        at = match.start()
        char = content[at]
        if char == "\\":
            at += 2
            continue
        if char in "`<" and at < no_code_after:
            end = _opaque(content, at)
            if end:
                at = end
                continue
            if char == "`":
                at += len(re.compile(r"`+").match(content, at)[0])  # type: ignore[index]
                continue
        elif char in wanted:
            found.append(at)
        at += 1
    return found


# ------------------------------------------------------------------------------- emphasis


def _hidden_marks(content: str) -> tuple[set[int], dict[int, int]]:
    """Offsets of emphasis marks that pair up, and begins and ends of struck-out text."""
    runs: list[_Run] = []
    for at in _walk(content, "*_~"):
        last = runs[-1] if runs else None
        if last and last.mark == content[at] and last.at + last.size == at:
            last.size += 1
            last.high += 1
        else:
            runs.append(_Run(at, content[at], 1, at, at + 1))
    for run in runs:
        run.opens, run.closes = _flanks(content, run)
    hidden: set[int] = set()
    struck: dict[int, int] = {}
    _pair(runs, hidden, struck)
    return hidden, struck


def _flanks(content: str, run: _Run) -> tuple[bool, bool]:
    """Whether a run can open and can close emphasis (CommonMark 0.31, section 6.2)."""
    before = content[run.at - 1 : run.at] or " "
    after = content[run.at + run.size : run.at + run.size + 1] or " "
    left = not after.isspace() and (
        not _is_punctuation(after) or before.isspace() or _is_punctuation(before)
    )
    right = not before.isspace() and (
        not _is_punctuation(before) or after.isspace() or _is_punctuation(after)
    )
    if run.mark == "_":
        return (
            left and (not right or _is_punctuation(before)),
            right and (not left or _is_punctuation(after)),
        )
    return left, right


def _is_punctuation(char: str) -> bool:
    return not char.isalnum() and not char.isspace()


def _pair(runs: list[_Run], hidden: set[int], struck: dict[int, int]) -> None:
    """Pairs closing runs with the nearest opening ones; what stood between cannot pair any more."""
    stack: list[_Run] = []
    for run in runs:
        while run.closes and run.left:
            index = next(
                (k for k in range(len(stack) - 1, -1, -1) if _matches(stack[k], run)),
                None,
            )
            if index is None:
                break
            opener = stack[index]
            del stack[index + 1 :]
            if run.mark == "~":
                struck[opener.at] = run.at + run.size
                opener.low, run.low = opener.high, run.high
            else:
                size = 2 if min(opener.left, run.left) >= 2 else 1
                hidden.update(range(opener.high - size, opener.high))
                hidden.update(range(run.low, run.low + size))
                opener.high -= size
                run.low += size
            if not opener.left:
                stack.pop()
        if run.opens and run.left and not (run.mark == "~" and run.size > 2):
            stack.append(run)


def _matches(opener: _Run, closer: _Run) -> bool:
    if opener.mark != closer.mark:
        return False
    if closer.mark == "~":
        return opener.size == closer.size
    if opener.closes or closer.opens:
        either = opener.size + closer.size
        return either % 3 != 0 or (opener.size % 3 == 0 and closer.size % 3 == 0)
    return True


# ---------------------------------------------------------------------------------- links


def _links(content: str, references: Collection[str]) -> tuple[set[int], dict[int, int]]:
    """Offsets of link brackets to leave out, and where hidden stretches begin and end."""
    hidden: set[int] = set()
    ends: dict[int, int] = {}
    stack: list[int] = []
    done = closed = 0
    for at in _walk(content, "[]"):
        if at < done:
            continue
        if content[at] == "[":
            if note := _NOTE_LINK.match(content, at):
                ends[at] = done = note.end()
                continue
            if note := _FOOTNOTE.match(content, at):
                is_definition = at == 0 and note[0].endswith(":")
                ends[at] = done = note.end() - (0 if is_definition else note[0].endswith(":"))
                continue
            stack.append(at)
            continue
        if not stack:
            continue
        start = stack.pop()
        is_image = start > 0 and content[start - 1] == "!" and not _is_escaped(content, start - 1)
        end = _link_end(content, start, at, references) if start >= closed or is_image else 0
        if not end:
            continue
        done = end
        if is_image:
            ends[start - 1] = end
        else:
            hidden.add(start)
            ends[at] = end
            closed = start  # a link holds no link: what opened before it cannot be one
    return hidden, ends


def _link_end(content: str, start: int, close: int, references: Collection[str]) -> int:
    """Where the link with the text `content[start + 1:close]` ends; 0 if it is not a link."""
    if target := _CLOSE_LINK.match(content, close + 1):
        return target.end()
    inside = content[start + 1 : close]
    if reference := _REFERENCE.match(content, close + 1):
        return reference.end() if label(reference[1] or inside) in references else 0
    return close + 1 if label(inside) in references else 0


def _is_escaped(content: str, at: int) -> bool:
    count = 0
    while at - count - 1 >= 0 and content[at - count - 1] == "\\":
        count += 1
    return count % 2 == 1
