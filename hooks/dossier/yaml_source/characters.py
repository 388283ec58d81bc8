"""Characters that are wrong or missing at the start of a line."""

from __future__ import annotations

import re

from ..problems.file_messages import Yaml
from ..problems.message import Message
from .indentation import KEY

SLIPS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(r"[ -]*(?:[a-z_]+:)?([^\S \t])"), Yaml.OTHER_SPACE),
    (re.compile(rf" *(-){KEY}"), Yaml.DASH_WITHOUT_SPACE),
    (re.compile(rf" *([‐-―−]) ?{KEY}"), Yaml.OTHER_DASH),
    (re.compile(r"(?:[ -]* )?([a-z_]+:)(?!//)[^\s:]"), Yaml.COLON_WITHOUT_SPACE),
)
"""What a line looks like in which a character is wrong or missing, and what is said at this character."""


def slip_of_line(line: str) -> tuple[int, str] | None:
    """Find a character that is wrong or missing at the start of a line; return its column and what to do."""
    for expression, message in SLIPS:
        if found := expression.match(line):
            return found.start(1) + 1, message(key=found[1])
    return None
