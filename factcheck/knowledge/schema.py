"""What a mapping of the knowledge base may hold, and how each kind of value is read.

A reader gives the value, or reports what is wrong at its place and gives an empty one, so that
one run finds every problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.knowledge.nodes import Items, Pairs, is_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factcheck.knowledge.nodes import Node, Page
    from factcheck.model.place import Location

TRUE = frozenset({"true", "yes", "on"})
FALSE = frozenset({"false", "no", "off"})
NOTHING = frozenset({"null", "~"})
LONGEST_ID = 80
_KEBAB = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class Fields:
    """A mapping whose keys are known; every reader returns an empty value for an absent key."""

    __slots__ = ("_nodes", "at", "node", "page")

    def __init__(self, node: Pairs, page: Page, what: str, keys: tuple[str, ...]) -> None:
        self.node, self.page = node, page
        self.at: Location = page.at(node)
        nodes: dict[str, Node] = {}
        for key, value in node.each():
            name = key[0]
            if name not in keys:
                hint = suggestion(name, keys) or f"{what} may hold {', '.join(keys)}"
                page.report(key, f'unknown key "{name}"', hint)
            elif name in nodes:
                page.report(key, f'the key "{name}" is given twice', "keep one of the two")
            else:
                nodes[name] = value
        self._nodes = nodes

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def place(self, key: str) -> Node:
        """The value of a key, else the mapping itself: where to report a problem with it."""
        return self._nodes.get(key, self.node)

    def text(self, key: str) -> str:
        """A name or an id, as written."""
        node = self._nodes.get(key)
        return "" if node is None else self._scalar(node, key)

    def sentence(self, key: str) -> str:
        """A sentence on one line."""
        node = self._nodes.get(key)
        return "" if node is None else self._sentence(node, key)

    def prose(self, key: str) -> str:
        """Text that may run over several lines."""
        node = self._nodes.get(key)
        return "" if node is None else self._prose(node, key)

    def sentences(self, key: str) -> tuple[str, ...]:
        """A list of sentences; one sentence is a list of one."""
        node = self._nodes.get(key)
        if node is None:
            return ()
        return tuple(text for each in self._items(node) if (text := self._sentence(each, key)))

    def names(self, key: str) -> tuple[str, ...]:
        """A list of names; one name without a comma is a list of one."""
        node = self._nodes.get(key)
        return () if node is None else self._names(node, key)

    def names_by_phrase(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A mapping from free phrases to lists of names, in order."""
        node = self._nodes.get(key)
        if node is None or _is_blank(node):
            return ()
        if not isinstance(node, Pairs):
            self.page.report(
                node, f'"{key}" must be a mapping', f"write {key}: {{phrase: [name, name]}}"
            )
            return ()
        read: dict[str, tuple[str, ...]] = {}
        for key_node, value in node.each():
            phrase = key_node[0]
            if phrase in read:
                message = f'the key "{phrase}" is given twice'
                self.page.report(key_node, message, "write its names as one list")
            else:
                read[phrase] = self._names(value, phrase)
        return tuple(read.items())

    def choice(self, key: str, words: Collection[str]) -> str:
        """One of a closed list of words."""
        node = self._nodes.get(key)
        word = "" if node is None else self._scalar(node, key)
        if node is None or not word or word in words:
            return word
        likely = suggestion(word.lower(), words)
        hint = likely or f"write {listed(words)}"
        if is_text(node) and node[3] and word.lower() in TRUE | FALSE:
            self.page.report(node, f'"{word}" read as a boolean: "{key}" is a word', hint)
        else:
            self.page.report(node, f'"{word}" is no {key.replace("_", " ")}', hint)
        return ""

    def date(self, key: str, *, is_partial: bool = False) -> str:
        """A date, YYYY-MM-DD; with `is_partial` a year or a month will do: YYYY, YYYY-MM."""
        from datetime import date

        node = self._nodes.get(key)
        text = "" if node is None else self._scalar(node, key)
        if node is None or not text:
            return text
        whole = text + "-01-01"[len(text) - 4 :] if is_partial and len(text) in (4, 7) else text
        try:
            if len(whole) == 10 and whole[4] == whole[7] == "-":
                return date.fromisoformat(whole).isoformat()[: len(text)]
        except ValueError:
            pass
        forms = "YYYY-MM-DD, YYYY-MM or YYYY" if is_partial else "YYYY-MM-DD"
        hint = f"write it as {forms}, with a day that exists"
        self.page.report(node, f'"{key}" is not a date: "{text}"', hint)
        return ""

    def flag(self, key: str) -> bool:
        """True or false; false when absent."""
        node = self._nodes.get(key)
        word = "" if node is None else self._scalar(node, key).lower()
        if node is not None and word not in TRUE and word not in FALSE:
            self.page.report(node, f'"{key}" must be true or false', "write true or false")
        return word in TRUE

    def identifier(self, key: str = "id") -> str:
        """A kebab-case id; one that is not is reported, and still given."""
        node = self._nodes.get(key)
        word = "" if node is None else self._scalar(node, key)
        if node is not None and not is_kebab(word):
            message = f'"{word}" is not a kebab-case id'
            if slug := slugged(word):
                hint = f'write "{slug}"'
            else:
                hint = "use small letters a-z, digits and single hyphens"
            self.page.report(node, message, hint)
        return word

    def needs(self, what: str, **keys: str) -> bool:
        """Whether all these keys hold text; each that does not is reported as `what` lacking it."""
        is_complete = True
        for key, meaning in keys.items():
            node = self._nodes.get(key)
            if node is None:
                self.page.report(self.node, f'{what} without "{key}"', f"add {key}: {meaning}")
                is_complete = False
            elif _is_blank(node):
                self.page.report(node, f'"{key}" is empty', f"write {key}: {meaning}")
                is_complete = False
        return is_complete

    def each(self, key: str, what: str, keys: tuple[str, ...]) -> Iterator[Fields]:
        """The mappings in a list of mappings."""
        node = self._nodes.get(key)
        if node is None or _is_blank(node):
            return
        if not isinstance(node, Items):
            self.page.report(
                node, f'"{key}" must be a list', 'begin each entry with "- " on a line of its own'
            )
            return
        for item in node.nodes:
            if isinstance(item, Pairs):
                yield Fields(item, self.page, what, keys)
            else:
                hint = f"write its keys: {', '.join(keys[:3])}, …"
                self.page.report(item, f"{what} must be a mapping", hint)

    def inner(self, key: str, what: str, keys: tuple[str, ...]) -> Fields | None:
        """The mapping under a key; None when it is none."""
        node = self._nodes.get(key)
        return Fields(node, self.page, what, keys) if isinstance(node, Pairs) else None

    def _scalar(self, node: Node, key: str) -> str:
        if is_text(node):
            return node[0].strip()
        shape = "list" if isinstance(node, Items) else "mapping"
        hint = f'write one text after "{key}:"; quote a text that begins with [ or {{'
        self.page.report(node, f'"{key}" must be text, not a {shape}', hint)
        return ""

    def _prose(self, node: Node, key: str) -> str:
        text = self._scalar(node, key)
        if len(text) < 6 and is_text(node) and node[3]:
            word = text.lower()
            if word in TRUE or word in FALSE:
                self.page.report(
                    node, f'"{text}" read as a boolean: "{key}" is text', f'quote it: "{text}"'
                )
            elif word in NOTHING:
                message = f'"{text}" read as nothing: "{key}" is text'
                self.page.report(node, message, f'leave "{key}" out, or quote it: "{text}"')
        return text

    def _sentence(self, node: Node, key: str) -> str:
        text = self._prose(node, key)
        return " ".join(text.split()) if "\n" in text else text

    def _names(self, node: Node, key: str) -> tuple[str, ...]:
        if is_text(node) and node[3] and "," in node[0]:
            message = f'"{key}" must be a list'
            self.page.report(node, message, f"write {key}: [{node[0]}]; quote one name")
        return tuple(text for each in self._items(node) if (text := self._scalar(each, key)))

    def _items(self, node: Node) -> list[Node]:
        """Items of a list, or the one text that stands for it; empty items are reported."""
        if not isinstance(node, Items):
            return [] if _is_blank(node) else [node]
        for each in node.nodes:
            if _is_blank(each):
                self.page.report(
                    each, "an empty item in a list", 'remove it, or write text after "- "'
                )
        return node.nodes


def _is_blank(node: Node) -> bool:
    return is_text(node) and not node[0].strip()


def is_kebab(word: str) -> bool:
    """Whether a word is small letters, digits and single hyphens."""
    return (
        bool(word)
        and _KEBAB.issuperset(word)
        and "--" not in word
        and word[0] != "-"
        and word[-1] != "-"
    )


def slugged(text: str) -> str:
    """A sentence as a kebab-case id of at most 80 characters; empty if it has no Latin letter."""
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).lower()
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    slug = "-".join(re.findall("[a-z0-9]+", plain))
    if len(slug) <= LONGEST_ID:
        return slug
    return slug[: LONGEST_ID + 1].rpartition("-")[0] or slug[:LONGEST_ID]


def suggestion(word: str, words: Collection[str]) -> str:
    """A hint with the nearest known word, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, words, n=1)
    return f'did you mean "{near[0]}"?' if near else ""


def listed(words: Collection[str]) -> str:
    """Words as a list with "or"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
