"""A YAML file as a tree of texts, lists and mappings that know their place.

Every scalar is text as written: YAML's own typing (`no`, `012`, dates) never happens. What YAML
offers beyond that (anchors, aliases, tags, several documents) is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeGuard

from factcheck.errors import FactcheckError
from factcheck.model.place import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DEEPEST = 16
"""Levels of nesting read; the knowledge base format needs seven."""


Text: TypeAlias = tuple[str, int, int, bool]
"""A scalar: value, line, column (from 1), and whether it stands without quotes.

A bare tuple because there are very many, and Python stops tracking those that hold only values.
"""


class Items(NamedTuple):
    """A list."""

    nodes: list[Node]
    line: int
    column: int


class Pairs(NamedTuple):
    """A mapping: keys and values in turn, in order, repeated keys kept."""

    nodes: list[Node]
    line: int
    column: int

    def each(self) -> Iterator[tuple[Text, Node]]:
        """Every key that is a text, with its value."""
        turns = iter(self.nodes)
        for key, value in zip(turns, turns, strict=True):
            if is_text(key):
                yield key, value


Node: TypeAlias = Text | Items | Pairs


def is_text(node: Node) -> TypeGuard[Text]:
    """Whether a node is a scalar."""
    return type(node) is tuple


class Page:
    """A file being read, and the problems found in it so far.

    `is_whole` is False once a problem kept part of the file from being read.
    """

    __slots__ = ("is_whole", "path", "problems")

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[FactcheckError] = []
        self.is_whole = True

    def at(self, node: Node) -> Location:
        """Place of a node in the file."""
        return Location(self.path, node[1], node[2])

    def report(self, node: Node, message: str, hint: str = "") -> None:
        """Note a problem at a node."""
        self.report_at(self.at(node), message, hint)

    def report_at(self, at: Location, message: str, hint: str = "") -> None:
        """Note a problem at a place."""
        self.problems.append(FactcheckError(message, at=at, hint=hint))


def read_tree(data: bytes, page: Page) -> Node | None:
    """The tree of a file's bytes; None when the file is empty or cannot be read.

    Problems go to `page`. Nothing is expanded or recursed into, so a hostile file costs no more
    than its own size.
    """
    import yaml

    if not _is_utf8(data, page):
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        tree = _build(yaml.parse(data, Loader=loader), page)
    except yaml.reader.ReaderError:
        _report_control_character(data.decode(), page)
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, data.decode(), page)
    else:
        return tree if page.is_whole else None
    page.is_whole = False
    return None


def _build(events: Iterable[Any], page: Page) -> Node | None:
    """Root of the first document; stops early, with `page` not whole, at what is refused."""
    from yaml import events as kinds

    scalar, sequence, mapping = (  # looked up once: this loop is most of the loading time
        kinds.ScalarEvent,
        kinds.SequenceStartEvent,
        kinds.MappingStartEvent,
    )
    closing = (kinds.SequenceEndEvent, kinds.MappingEndEvent)
    top: list[Node] = []
    children = top
    opened: list[tuple[list[Node], Any]] = []
    for event in events:
        kind = type(event)
        if kind is scalar:
            mark = event.start_mark
            children.append((event.value, mark.line + 1, mark.column + 1, not event.style))
            if event.anchor is not None or event.tag is not None:
                _refuse(event, page)
                if not page.is_whole:
                    return None
        elif kind is sequence or kind is mapping:
            if event.anchor is not None or event.tag is not None or len(opened) == DEEPEST:
                _refuse(event, page, is_too_deep=len(opened) == DEEPEST)
                if not page.is_whole:
                    return None
            opened.append((children, event.start_mark))
            children = []
        elif kind in closing:
            outer, mark = opened.pop()
            if kind is closing[0]:
                outer.append(Items(children, mark.line + 1, mark.column + 1))
            else:
                _check_keys(children, page)
                outer.append(Pairs(children, mark.line + 1, mark.column + 1))
            children = outer
        elif kind is kinds.AliasEvent or (kind is kinds.DocumentStartEvent and top):
            _refuse(event, page)
            return None
    return top[0] if top else None


def _check_keys(children: list[Node], page: Page) -> None:
    """Report every key of a mapping that is no text."""
    for key in children[::2]:
        if type(key) is not tuple:
            message = "a list or mapping stands where a key was meant"
            page.report(key, message, "quote a text that begins with [ or {")


def _refuse(event: Any, page: Page, *, is_too_deep: bool = False) -> None:
    """Report YAML that is not part of the format; only a tag lets reading go on."""
    at = Location(page.path, event.start_mark.line + 1, event.start_mark.column + 1)
    if is_too_deep:
        page.report_at(at, f"nested deeper than {DEEPEST} levels", "check brackets and indentation")
    elif getattr(event, "anchor", None) is not None:
        page.report_at(
            at,
            "YAML anchors and aliases (& and *) are not read",
            "write the text out; quote a text that begins with & or *",
        )
    elif getattr(event, "tag", None) is not None:
        page.report_at(
            at,
            f'YAML tags ("{event.tag}") are not read',
            "remove it; quote a text that begins with !",
        )
        return
    else:
        page.report_at(
            at,
            "a second YAML document begins here",
            'remove the line "---", or move what follows to a file of its own',
        )
    page.is_whole = False


def _is_utf8(data: bytes, page: Page) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        begin = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[begin : error.start].decode()) + 1
        page.report_at(
            Location(page.path, line, column),
            f"not UTF-8 text (byte 0x{data[error.start]:02x})",
            "save the file as UTF-8",
        )
        page.is_whole = False
    return page.is_whole


def _report_control_character(text: str, page: Page) -> None:
    """Find and report the first character that YAML does not allow."""
    for number, line in enumerate(text.split("\n"), start=1):
        for column, character in enumerate(line, start=1):
            if _is_refused(character):
                code = f"{ord(character):04x}"
                page.report_at(
                    Location(page.path, number, column),
                    f"the control character U+{code.upper()} is not allowed in YAML",
                    f'remove it, or write it as "\\u{code}" in double quotes',
                )
                return
    page.report_at(Location(page.path), "a control character in YAML", "remove it")


def _is_refused(character: str) -> bool:
    code = ord(character)
    if code < 0xA0:
        return character not in "\t\r\x85" and not 0x20 <= code < 0x7F
    return code in (0xFEFF, 0xFFFE, 0xFFFF)


def _report_syntax(error: Any, text: str, page: Page) -> None:
    """Report a syntax error where the parser noticed it, with the likely repair."""
    mark = error.problem_mark or error.context_mark
    at = Location(page.path, mark.line + 1, mark.column + 1) if mark else Location(page.path)
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    rest = line[mark.column :] if line else ""
    problem = " ".join(str(error.problem or error.context or "cannot be parsed").split())
    context = str(error.context)
    if rest.startswith("\t"):
        hint = "indent with spaces, not tabs"
    elif problem.startswith("mapping values"):
        hint = 'quote a text that holds ": ", and check the indentation'
    elif "cannot start any token" in problem:
        hint = f"quote a text that begins with {rest[:1]}"
    elif "scanning an a" in context:
        hint = "quote a text that begins with & or *"
    elif any(f": {quote}" in line[: len(line) - len(rest)] for quote in "'\""):
        hint = "quote the whole text; inside single quotes, double an apostrophe"
    elif "quoted scalar" in context:
        hint = "close the quotation mark; double an apostrophe inside single quotes"
    else:
        hint = "check the indentation, brackets and quotes here and on the line above"
    page.report_at(at, f"not valid YAML: {problem}", hint)
