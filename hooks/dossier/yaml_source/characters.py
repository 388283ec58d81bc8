"""Characters that are wrong or missing: anywhere in a file, at the start of a line, in a key."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from ..problems import look_alikes
from ..problems.file_messages import Yaml
from ..problems.message import Message
from .indentation import KEY

UNSEEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u180d\u180f-\u200a\u200c-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe"
    "\uff00-\ufff8\ufffc-\ufffd\U00010000-\U000dffff\U000e0080-\U0010ffff]"
)
"""What no text needs: control characters, overrides and isolates of the direction, tags, zero widths.

Persian and other scripts need U+200C and U+200D, and texts of two directions may need U+200E and U+200F.
"""

MISTAKES: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(r"[ -]*(?:[a-z_]+:)?([^\S \t])"), Yaml.OTHER_SPACE),
    (re.compile(rf" *(-){KEY}"), Yaml.DASH_WITHOUT_SPACE),
    (re.compile(rf" *([‐-―−]) ?{KEY}"), Yaml.OTHER_DASH),
    (re.compile(r"(?:[ -]* )?([a-z_]+:)(?!//)[^\s:]"), Yaml.COLON_WITHOUT_SPACE),
)
"""What a line looks like in which a character is wrong or missing, and what is said at this character."""


class KeyMistake(NamedTuple):
    """A wrong or missing character in a key."""

    known: str
    """The key that was meant."""
    column: int
    """Counted from 1, within the key as it was written."""
    message: str


def mistake_in_line(line: str) -> tuple[int, str] | None:
    """Find a character that is wrong or missing at the start of a line; return its column and what to do."""
    for expression, message in MISTAKES:
        if found := expression.match(line):
            return found.start(1) + 1, message(key=found[1])
    return None


def mistake_in_key(key: str, known: Container[str]) -> KeyMistake | None:
    """Find the character that keeps a key from being a known one, as in `-id` or `id:treaty`."""
    if (found := look_alikes.find(key)) and found.meant in known:
        return KeyMistake(found.meant, key.index(found.character) + 1, found.message)
    word = re.search("[a-z_]+", key)
    if word and word[0] in known and (mistake := mistake_in_line(f"{key}:")):
        return KeyMistake(word[0], *mistake)
    return None
