"""What is wrong with YAML that cannot be parsed, in the words of those who write it."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..problems.file_messages import Yaml
from ..problems.problem import Place
from ..problems.record_messages import Links
from .characters import mistake_in_line
from .indentation import KEY, KEY_MARK, misaligned

AT_START = {
    "could not find expected ':'": Yaml.NO_KEY,
    "unexpected end of stream": Yaml.NOT_CLOSED,
    "tag URI": Yaml.BAD_START,
    "whitespace or line break": Yaml.BAD_START,
    "expected ',' or": Yaml.BRACKET,
    "alphabetic or numeric character": Yaml.BAD_START,
}
"""Part of what libyaml says, and the message for it; its place is where the value starts."""

SYNTAX = AT_START | {
    "mapping values are not allowed": Yaml.COLON,
    "cannot start any token": Yaml.BAD_START,
    "expected node content": Yaml.BAD_START,
    "undefined tag handle": Yaml.BAD_START,
    "expected key": Yaml.INDENTATION,
    "expected '-' indicator": Yaml.MISSING_DASH,
    "unknown escape character": Yaml.BACKSLASH,
    "hexdecimal number": Yaml.BACKSLASH,
    "Unicode character escape code": Yaml.BACKSLASH,
    "block sequence entries are not allowed": Yaml.LIST_AFTER_KEY,
    "expected <document start>": Yaml.INDENTATION,
    "expected comment or line break": Yaml.TEXT_AFTER_BAR,
}
"""All that libyaml may say; the place of the other messages is where libyaml noticed it."""

TOLD_BY_LINES = (Yaml.COLON, Yaml.NO_KEY, Yaml.MISSING_DASH, Yaml.INDENTATION)
"""The messages in place of which the lines themselves may tell more."""

CURLY = re.compile(rf"[ -]*{KEY} +([“”„‟‘’‚‛«])")
LINK = re.compile(r".*\]\((?P<target>(?P<kind>[a-z]+): +(?P<id>[^\s()]+))\)")
QUOTED = re.compile(r"""[ -]*(?:[a-z_]+: +)?(?P<value>(?P<mark>['"]).*?) *""")


def explain(error: yaml.MarkedYAMLError, name: str, lines: list[str], quoted: Any) -> tuple[Place, str]:
    """Say what an editor must correct where libyaml stopped, and where.

    `lines` are those of the file called `name`; `quoted` is the last text in quotation marks, as an event.

    Before: 'data/visits.yml', line 2, column 13: mapping values are not allowed in this context
    After:  data/visits.yml:2:13: a colon with a space after it is not expected here; ...
    """
    found = next((words for words in SYNTAX if words in (error.problem or "")), "")
    mark = error.context_mark if found in AT_START and error.context_mark else error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message = SYNTAX.get(found, Yaml.UNREADABLE)
    text = message()
    if message is Yaml.BACKSLASH:
        column = lines[line - 1].rfind("\\", 0, column) + 1
    elif message in (Yaml.INDENTATION, Yaml.MISSING_DASH) and lines[line - 1][: column - 1].strip():
        if quoted and quoted.start_mark.line < quoted.end_mark.line == line - 1:
            text = Yaml.CLOSED_LATE(line=line)
            line, column = quoted.start_mark.line + 1, quoted.start_mark.column + 1
        else:
            text = requoted(lines, line) or Yaml.ENDED_EARLY()
    elif message in TOLD_BY_LINES and (mistake := find(lines, line, column)):
        line, column, text = mistake
    return Place(name, line, column), text


def find(lines: list[str], line: int, column: int) -> tuple[int, int, str] | None:
    """Find the mistake that made the parser stop here; return its line and column, and what to do about it.

    Before, where the parser stops at the colon in line 2:   After:

        - id:flood                                               - id: flood
          date: 2007                                               date: 2007
    """
    text = lines[line - 1]
    before = next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), line)
    for number in (line, before):
        if mistake := mistake_in_line(lines[number - 1]):
            return number, *mistake
    if found := CURLY.match(text, 0, column):
        return line, found.start(1) + 1, Yaml.CURLY()
    if (found := LINK.match(text)) and found.end("kind") == column - 1:
        better = f"{found['kind']}:{found['id']}"
        return line, column, Links.MISWRITTEN(target=found["target"], better=better)
    return misaligned(lines, line, column)


def requoted(lines: list[str], line: int) -> str:
    """Say how to write a value whose quotation marks end it too early, if it is in this one line.

    Before: title: 'Zenda's flood'    After: title: "Zenda's flood"
    Before: title: "Rain" and "wind"  After: title: '"Rain" and "wind"'
    """
    found = QUOTED.fullmatch(lines[line - 1])
    after = next((following for following in lines[line:] if following.strip()), "")
    if not found or " #" in found["value"] or (after.startswith("   ") and not KEY_MARK.match(after)):
        return ""
    value, mark = found["value"], found["mark"]
    second = value.find(mark, 1)
    is_around = value.endswith(mark) and (value.count(mark) % 2 or value[second - 1].isspace())
    text = value[1:-1].replace("''", "'") if is_around else value
    if '"' not in text and "\\" not in text:
        return Yaml.REQUOTED(value=f'"{text}"')
    return Yaml.UNQUOTED() if "'" in text else Yaml.REQUOTED(value=f"'{text}'")
