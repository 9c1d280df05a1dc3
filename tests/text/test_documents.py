"""Plain text and Markdown: which words are claims, and where exactly they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.model.document import Document
from factcheck.text import read_document, suffixes
from factcheck.text.lines import Places


def read(text: str, path: str = "a.md") -> Document:
    return read_document(text.encode(), path)


def texts(document: Document) -> list[str]:
    return [each.text for block in document.blocks for each in block]


def shown_from_source(document: Document) -> list[str]:
    """The sentences put together again from the source, character by character."""
    return [
        "".join(document.source[at] for at in each.at[:-1])
        for block in document.blocks
        for each in block
    ]


# ------------------------------------------------------------------------------ Markdown


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Tea is **not** *hot*.", "Tea is not hot."),
        ("Tea is __not__ ***hot***.", "Tea is not hot."),
        ("snake_case_name and 5*3*2 = 2 * 15", "snake_case_name and 532 = 2 * 15"),
        ("*un*believable", "unbelievable"),
        ("[Tea](https://x.org/tea-is-cold 'cold') is hot.", "Tea is hot."),
        ("[Tea](<a b> \"t\") and [milk](/m(1)x) are hot.", "Tea and milk are hot."),
        ("[Tea][t], [milk][], [T] are [hot].\n\n[t]: /x\n[milk]: /y", "Tea, milk, T are [hot]."),
        ("![cold tea](tea.png) Tea is hot.", "Tea is hot."),
        ("Tea[^1] is hot.[^2]", "Tea is hot."),
        ("Boiled tea<sup>1, 2</sup> is hot.<sup>[3]</sup> H<sub>2</sub>O", "Boiled tea is hot."),
        ("Boiled tea[1](#n1) is [\\[2\\]](#n2) hot.", "Boiled tea is hot."),
        ("Boiled tea [1, 2] is hot¹ on 5 m².[3]", "Boiled tea is hot¹ on 5 m²."),
        ("Bo\u00adiled\u200b tea\u00a0is hot.²", "Boiled tea is hot."),
        ("Tea is <b>not</b> hot<!-- no, cold -->.", "Tea is not hot."),
        ("Tea<br>is hot.", "Tea is hot."),
        ("Tea is ~~not~~ hot.", "Tea is hot."),
        ("Tea\\* is 5 \\< 6 &lt; 7 &amp; hot&#46;", "Tea* is 5 < 6 < 7 & hot."),
        ("Tea\nis\n  hot.", "Tea is hot."),
        ("Tea  \nis\\\nhot.", "Tea is hot."),
        ("`a b`\\*", "code*"),
        ("`tea` is `not` hot.", "tea is not hot."),
        ("Run `tea is hot` now.", "Run code now."),
        ("``a`b`` ` c", "code ` c"),
        ("See https://x.org/tea-is-hot. Bye", "See."),
        ("Tea (https://x.org/a_(b)) is <https://x.org> hot.", "Tea is hot."),
        ("**Tea is hot", "**Tea is hot"),
        ("Ärger über Tee 日本 is **hot**.", "Ärger über Tee 日本 is hot."),
    ],
)  # fmt: skip
def test_inline_markup_is_read_as_it_is_shown(source: str, seen: str) -> None:
    assert texts(read(source))[0] == seen


def test_every_character_keeps_its_place() -> None:
    source = (
        "\ufeff---\r\ntitle: Tea is cold\r\n---\r\n# Is *tea* hot?\r\n\r\n> Ärger: tea\r\n"
        "> is **not** [hot](/x).\r\n\r\n- milk \\* is\r\n  warm\r\n\r\n| A | B |\r\n|--|--|\r\n"
        "| tea | a \\| *b* |\r\n| tea | a |\r\n"
    )
    document = read(source)
    assert texts(document) == [
        "Is tea hot?", "Ärger: tea is not hot.", "milk * is warm", "A", "B",
        "tea", "a | b", "tea", "a",
    ]  # fmt: skip
    for text, again in zip(texts(document), shown_from_source(document), strict=True):
        assert text == again.replace("\r", " ")
    places = Places(document.source)
    starts = [places.of(each.at[0]) for block in document.blocks for each in block]
    assert starts == [
        (4, 3), (6, 3), (9, 3), (12, 3), (12, 7), (14, 3), (14, 9), (15, 3), (15, 9)
    ]  # fmt: skip


def test_roles_and_headings() -> None:
    document = read("# A\n\nb\n\n## C\n\n- d\n\n# E\n\n| f |\n|---|\n| g |\n")
    found = [(s.text, s.role, s.headings) for block in document.blocks for s in block]
    assert found == [
        ("A", "heading", ()),
        ("b", "prose", ("A",)),
        ("C", "heading", ("A",)),
        ("d", "item", ("A", "C")),
        ("E", "heading", ()),
        ("f", "cell", ("E",)),
        ("g", "cell", ("E",)),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "---\nx: Tea is hot.\n---\n", "```\nTea is hot.\n```\n", "~~~ md\nTea is hot.\n",
        "    Tea is hot.\n", "<div>\nTea is hot.\n</div>\n", "<!--\nTea is hot.\n-->\n",
        "[t]: /x 'Tea is hot.'\n", "+++\nx = 'Tea is hot.'\n+++\n", "https://x.org/tea-is-hot\n",
        "![Tea is hot.](x.png)\n", "",
    ],
)  # fmt: skip
def test_what_is_no_copy_is_left_out(source: str) -> None:
    assert texts(read(source)) == []


def test_a_rule_is_not_front_matter() -> None:
    assert texts(read("---\n\nTea is hot.\n")) == ["Tea is hot."]


PIECES = st.lists(
    st.sampled_from(
        ["tea", " ", "*", "**", "_", "`", "``", "[", "]", "(", ")", "\\", "&amp;", "<b>", "<", "!",
         "\n", "> ", "- ", "# ", "| ", "|-", "é", "~~", "[a]: /x\n", "    ", "\t", "1. ", "\r\n"]
    ),
    max_size=25,
)  # fmt: skip


@given(PIECES)
@settings(max_examples=400)
def test_any_markdown_is_read_and_its_places_are_in_the_source(pieces: list[str]) -> None:
    source = "".join(pieces)
    document = read(source)
    for block in document.blocks:
        assert block
        for sentence in block:
            assert len(sentence.at) == len(sentence.text) + 1
            assert all(0 <= at <= len(document.source) for at in sentence.at)
            for text, at in zip(sentence.text, sentence.at, strict=False):
                if text.isalpha() and text in "teaé":
                    assert document.source[at] in (text, "`")


EMPHASIS = st.lists(st.sampled_from(["a", " ", "*", "**", "_", "__", ".", "b"]), max_size=14)


@given(EMPHASIS)
@settings(max_examples=400)
def test_emphasis_is_what_the_markdown_parser_says(pieces: list[str]) -> None:
    """The visible text is the same as that of markdown-it's own inline parser."""
    from markdown_it import MarkdownIt

    source = "x" + "".join(pieces) + "x"
    shown = ""
    for token in MarkdownIt("commonmark").parse(source):
        shown += "".join(each.content for each in token.children or () if each.type == "text")
    got = "".join("".join(texts(read(source))).split())
    assert got == "".join(shown.split())


# --------------------------------------------------------------------------- plain text


def test_wrapped_lines_are_joined_and_blank_lines_part() -> None:
    source = (
        "Tea is a drink that people all over the\nworld like to take hot. It has a long\n"
        "history.\n\nMilk is white.\n"
    )
    document = read(source, "a.txt")
    assert [[each.text for each in block] for block in document.blocks] == [
        ["Tea is a drink that people all over the world like to take hot.",
         "It has a long history."],
        ["Milk is white."],
    ]  # fmt: skip
    for text, again in zip(texts(document), shown_from_source(document), strict=True):
        assert text == again.replace("\n", " ")


def test_bullets_part() -> None:
    document = read("Drinks:\n- Tea is hot\n- Milk is\n  white\n2) Wine is red\n• Beer\n", "a.txt")
    assert texts(document) == ["Drinks:", "Tea is hot", "Milk is white", "Wine is red", "Beer"]
    assert [block[0].role for block in document.blocks] == ["prose", "item", "item", "item", "item"]


def test_one_statement_on_each_line_parts() -> None:
    assert texts(read("Tea is hot\nMilk is white\n", "a.txt")) == ["Tea is hot", "Milk is white"]
    assert texts(read("tea is hot\nmilk is white\n", "a.txt")) == ["tea is hot", "milk is white"]
    assert texts(read("Tea is\nnot hot\n", "a.txt")) == ["Tea is not hot"]


def test_lines_too_long_to_wrap_are_paragraphs() -> None:
    line = "Tea is a drink that people all over the world like to take hot. " * 4
    assert len(read(line + "\n" + line, "a.txt").blocks) == 2


def test_addresses_are_no_claims() -> None:
    document = read("Tea is hot (https://x.org). Mail me@x.org or see www.x.org/a.", "a.txt")
    assert texts(document) == ["Tea is hot.", "Mail or see."]


# ------------------------------------------------------------------------------- bytes


def test_suffixes() -> None:
    assert {".txt", ".md", ".markdown"} <= set(suffixes())
    assert texts(read("Tea *is* hot.", "README")) == ["Tea *is* hot."]
    assert texts(read("Tea *is* hot.", "A.MD")) == ["Tea is hot."]


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (b"tea\n\xff\xfehot", "a.txt", "a.txt:2: this is not UTF-8: byte 0xFF at byte offset 4"),
        (b"tea\0", "a.md", "a.md:1: this looks like a binary file, not text (zero byte at"),
        ("tea".encode("utf-16"), "a.md", "a.md:1: this is UTF-16"),
        (b"tea", "a.docx", 'a.docx: files that end in ".docx" cannot be read'),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, path: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_document(data, path)
    assert f"{caught.value.at}: {caught.value.message}".startswith(message)
    assert caught.value.hint


@pytest.mark.parametrize(
    "source",
    ["Tea is hot. " * 80_000, "*" * 20_000, "[" * 20_000, "`" * 20_000, "*a " * 20_000,
     "<a " * 20_000, "a\n" * 50_000,
     "[a](" * 10_000, "\\" * 50_000, "_a_ *b* " * 10_000, "`a ``b " * 5_000,
     "<!-- " * 10_000, "&" * 50_000, "~~a " * 10_000, "]" * 50_000, "a@" * 20_000, "x" * 1_000_000],
)  # fmt: skip
@pytest.mark.parametrize("path", ["a.md", "a.txt"])
def test_a_megabyte_or_odd_markup_is_read(source: str, path: str) -> None:
    """It ends, as it does not where a pattern tries every way to read it; nothing is made up."""
    text = [each.text for block in read(source, path).blocks for each in block]
    assert sum(map(len, text)) <= len(source)
