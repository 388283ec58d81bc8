"""Lines that start too far left or right, as the lines around them tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems.file_messages import Yaml
from ..problems.phrases import count

KEY = r"[a-z_]+:(?= |$)"
DASH_MARK = re.compile(r" *(?P<mark>-)(?= |$)")
KEY_MARK = re.compile(rf"[ -]*(?P<mark>{KEY})")
TEXT_MARK = re.compile(r"(?P<start>[ -]*).*[:-] +[|>][+-]? *")
"""The end of a line below which a text of several lines follows."""
FIRST_KEYS = ("id:", "term:", "name:")


def misaligned(lines: list[str], line: int, column: int) -> tuple[int, int, str] | None:
    """Say which line starts too far left or right if that stopped the parser here; return its place too."""
    text = lines[line - 1]
    width = len(text) - len(text.lstrip(" "))
    key = KEY_MARK.match(text)
    if column - 1 not in (width, key.end() - 1 if key else width):
        return None
    if shifted := _shifted(lines, line, width):
        return shifted
    above = lines[: line - 1]
    before = next((other for other in reversed(above) if other.strip()), text)
    openings = (before, _parent(above, width))
    if any(_opens_text(opening, width) for opening in openings) and not _has_key(lines, line):
        return line, width + 1, Yaml.TEXT_NOT_INDENTED()
    return None


def _shifted(lines: list[str], line: int, width: int) -> tuple[int, int, str] | None:
    """Say how many spaces a line should start with, or the line that it belongs to, if other lines tell.

    Before, where the parser stops at line 3:   After:

        - id: flood                             - id: flood
          date: 2007                              date: 2007
           title: A flood                         title: A flood
    """
    text, above = lines[line - 1], lines[: line - 1]
    dash, key = DASH_MARK.match(text), KEY_MARK.match(text)
    found, mark = (dash, DASH_MARK) if dash else (key, KEY_MARK)
    dashes, levels = _open(above, DASH_MARK), _open(above, mark)
    lacks_dash = found is key and key is not None and key["mark"] in FIRST_KEYS and width in dashes
    if not found or not levels or width in levels or lacks_dash:
        return None
    usual = set(_usual(lines, text, width))
    level = min(levels, key=lambda level: (level not in usual, abs(level - width)))
    partner = levels[level]
    first = DASH_MARK.match(lines[partner - 1])
    if first and found is key and _stands_out(lines, partner, level - width):
        start = first.start("mark")
        return partner, start + 1, _align(start, start + width - level, found["mark"], line)
    other = mark.match(lines[partner - 1])
    return line, width + 1, _align(width, level, other["mark"] if other else "", partner)


def _usual(lines: list[str], text: str, width: int) -> Iterator[int]:
    """Give the widths at which the key of a text would start if it were where it is in other lines."""
    if key := KEY_MARK.match(text):
        for other in map(KEY_MARK.match, lines):
            if other and other["mark"] == key["mark"] and other.string is not text:
                yield other.start("mark") - (key.start("mark") - width)


def _stands_out(lines: list[str], line: int, shift: int) -> bool:
    """Say whether the dash of a line is the only one in its column, and others are where it should be.

    Before, where the parser stops at line 2:   After:

         - id: flood                            - id: flood
          date: 2007                              date: 2007
        - id: rain                              - id: rain
    """
    columns = [found.start("mark") if (found := DASH_MARK.match(text)) else -1 for text in lines]
    column = columns[line - 1]
    return columns.count(column) == 1 and column - shift >= 0 and column - shift in columns


def _align(width: int, wanted: int, mark: str, line: int) -> str:
    part = "dash" if mark == "-" else "key"
    spaces, name = count(width, "space"), mark.rstrip(":")
    return Yaml.SHIFTED(spaces=spaces, wanted=wanted, part=part, name=name, line=line)


def _opens_text(line: str, width: int) -> bool:
    """Say whether a text follows below a line, so that what has a width lacks its indentation.

    Before, with a width of 2:                  After:

          text: >-                                text: >-
          It rained.                                It rained.
    """
    found = TEXT_MARK.fullmatch(line)
    return found is not None and width < found.end("start") + 2


def _has_key(lines: list[str], line: int) -> bool:
    """Say whether a line starts with a key of its file, with or without a colon."""
    words = lines[line - 1].split() or [""]
    return any(key and key["mark"] == words[0].rstrip(":") + ":" for key in map(KEY_MARK.match, lines))


def _parent(above: list[str], width: int) -> str:
    """Return the last line that is not indented more than a width."""
    return next(
        (text for text in reversed(above) if text.strip() and not text.startswith(" " * (width + 1))), ""
    )


def _open(above: list[str], mark: re.Pattern[str]) -> dict[int, int]:
    """Return the widths of the marks that a next line may continue, each with the last line that has it."""
    levels: dict[int, int] = {}
    for number, line in reversed([*enumerate(above, 1)]):
        found = mark.match(line)
        if found and found.start("mark") < min(levels, default=len(line)):
            levels[found.start("mark")] = number
    return levels
