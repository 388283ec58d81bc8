"""What is wrong with YAML that cannot be parsed, in the words of those who write it."""

from __future__ import annotations

from typing import Any

import yaml

from .problems import Place

BAD_START = "a value cannot start with this character; put the value in quotation marks"
BAD_ESCAPE = 'this "\\" is not allowed between double quotation marks; use single ones'
UNFINISHED = "the bracket that opens here is not closed, or a comma is missing"
INDENTATION = "this line does not fit the lines above; check its indentation and quotation marks"
ENDED_EARLY = "the value ended before this; put the whole value in quotation marks, or check those it has"
CLOSED_LATE = (
    "the quotation mark that opens here is closed only in line {line}, where more text follows;"
    " check where the value ends"
)
MISSING_DASH = 'a list entry must start here with "- "; add it, or check the indentation'

SYNTAX = {
    "mapping values are not allowed": (
        "a colon with a space after it is not expected here;"
        " put the value in quotation marks, or check the indentation"
    ),
    "could not find expected ':'": "this line has no key; write a colon and a space behind the key",
    "unexpected end of stream": "the quotation mark that opens here is not closed",
    "cannot start any token": BAD_START,
    "expected node content": BAD_START,
    "expected key": INDENTATION,
    "expected '-' indicator": MISSING_DASH,
    "expected ',' or": UNFINISHED,
    "alphabetic or numeric character": BAD_START,
    "unknown escape character": BAD_ESCAPE,
    "hexdecimal number": BAD_ESCAPE,
    "Unicode character escape code": BAD_ESCAPE,
    "block sequence entries are not allowed": 'a list cannot start behind a key; put "- " on a new line',
    "expected <document start>": INDENTATION,
    "expected comment or line break": 'no text may follow "|" or ">"; put it on the next line',
}
"""What libyaml says, in part, and what an editor is told."""

TOLD_AT_START = {
    "could not find expected ':'",
    "unexpected end of stream",
    "expected ',' or",
    "alphabetic or numeric character",
}
"""The problems that an editor mends where the value starts, not where libyaml noticed."""


def explain(error: yaml.MarkedYAMLError, name: str, lines: list[str], quoted: Any) -> tuple[Place, str]:
    """Say where an editor mends what libyaml noticed, and how.

    `lines` are those of the file called `name`; `quoted` is the last text in quotation marks, as an event.
    """
    found = next((words for words in SYNTAX if words in (error.problem or "")), "")
    mark = error.context_mark if found in TOLD_AT_START and error.context_mark else error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message = SYNTAX.get(found, "this cannot be read as YAML; put the value in quotation marks")
    if message == BAD_ESCAPE:
        column = lines[line - 1].rfind("\\", 0, column) + 1
    elif message in (INDENTATION, MISSING_DASH) and lines[line - 1][: column - 1].strip():
        message = ENDED_EARLY
        if quoted and quoted.start_mark.line < quoted.end_mark.line == line - 1:
            message = CLOSED_LATE.format(line=line)
            line, column = quoted.start_mark.line + 1, quoted.start_mark.column + 1
    return Place(name, line, column), message
