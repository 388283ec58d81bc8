"""What is wrong with YAML that cannot be parsed, in the words of those who write it."""

from __future__ import annotations

from typing import Any

import yaml

from ..problems.file_messages import Yaml
from ..problems.problem import Place
from . import yaml_mistakes as slips

SYNTAX = {
    "mapping values are not allowed": Yaml.COLON,
    "could not find expected ':'": Yaml.NO_KEY,
    "unexpected end of stream": Yaml.NOT_CLOSED,
    "cannot start any token": Yaml.BAD_START,
    "expected node content": Yaml.BAD_START,
    "tag URI": Yaml.BAD_START,
    "undefined tag handle": Yaml.BAD_START,
    "whitespace or line break": Yaml.BAD_START,
    "expected key": Yaml.INDENTATION,
    "expected '-' indicator": Yaml.MISSING_DASH,
    "expected ',' or": Yaml.BRACKET,
    "alphabetic or numeric character": Yaml.BAD_START,
    "unknown escape character": Yaml.BACKSLASH,
    "hexdecimal number": Yaml.BACKSLASH,
    "Unicode character escape code": Yaml.BACKSLASH,
    "block sequence entries are not allowed": Yaml.LIST_BEHIND_KEY,
    "expected <document start>": Yaml.INDENTATION,
    "expected comment or line break": Yaml.TEXT_BEHIND_BAR,
}
"""What libyaml says, in part, and what an editor is told."""

TOLD_AT_START = {
    "could not find expected ':'",
    "unexpected end of stream",
    "expected ',' or",
    "alphabetic or numeric character",
    "tag URI",
    "whitespace or line break",
}
"""The problems that an editor mends where the value starts, not where libyaml noticed."""

TOLD_BY_LINE = (Yaml.COLON, Yaml.NO_KEY, Yaml.MISSING_DASH, Yaml.INDENTATION)
"""The messages in place of which the line itself may tell more."""


def explain(error: yaml.MarkedYAMLError, name: str, lines: list[str], quoted: Any) -> tuple[Place, str]:
    """Say where an editor mends what libyaml noticed, and how.

    `lines` are those of the file called `name`; `quoted` is the last text in quotation marks, as an event.
    """
    found = next((words for words in SYNTAX if words in (error.problem or "")), "")
    mark = error.context_mark if found in TOLD_AT_START and error.context_mark else error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message = SYNTAX.get(found, Yaml.UNREADABLE)
    if message is Yaml.BACKSLASH:
        column = lines[line - 1].rfind("\\", 0, column) + 1
    elif message in (Yaml.INDENTATION, Yaml.MISSING_DASH) and lines[line - 1][: column - 1].strip():
        if quoted and quoted.start_mark.line < quoted.end_mark.line == line - 1:
            start = Place(name, quoted.start_mark.line + 1, quoted.start_mark.column + 1)
            return start, Yaml.CLOSED_LATE(line=line)
        return Place(name, line, column), slips.requoted(lines, line) or Yaml.ENDED_EARLY()
    elif message in TOLD_BY_LINE and (slip := slips.find(lines, line, column)):
        line, column, words = slip
        return Place(name, line, column), words
    return Place(name, line, column), message()
