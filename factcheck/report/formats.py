"""The output formats, by the word after `--format`."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.report.json_format import Json
from factcheck.report.jsonl import JsonLines
from factcheck.report.protocol import AnswerFormat, Format
from factcheck.report.text import Text

ANSWER_FORMATS: Mapping[str, AnswerFormat] = {
    each.name: each for each in (Text(), Json(), JsonLines())
}

FORMATS: Mapping[str, Format] = {**ANSWER_FORMATS}
