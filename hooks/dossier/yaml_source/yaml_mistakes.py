"""Slips that a line of a file shows by itself, where the parser only notices that something does not fit.

Only files that cannot be read are looked at: no guess of this module refuses what is right.
"""

from __future__ import annotations

import re

from ..problems.file_messages import Yaml
from ..problems.message import Message
from ..problems.phrases import count
from ..problems.record_messages import Links

KEY = r"[a-z_]+:(?= |$)"
SPACES = re.compile(r" *")
DASH_MARK = re.compile(r" *(?P<mark>-)(?= |$)")
KEY_MARK = re.compile(rf"[ -]*(?P<mark>{KEY})")
TEXT_MARK = re.compile(r"(?P<start>[ -]*).*[:-] +[|>][+-]? *")
"""The end of a line below which a text of several lines follows."""

CHARACTERS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(r"[ -]*(?:[a-z_]+:)?([^\S \t])"), Yaml.OTHER_SPACE),
    (re.compile(rf" *(-){KEY}"), Yaml.DASH_WITHOUT_SPACE),
    (re.compile(rf" *([‐-―−]) ?{KEY}"), Yaml.OTHER_DASH),
    (re.compile(r"(?:[ -]* )?([a-z_]+:)(?!//)[^\s:]"), Yaml.COLON_WITHOUT_SPACE),
)
"""What a line looks like in which a character is wrong or missing, and what is said where it stands."""

CURLY = re.compile(rf"[ -]*{KEY} +([“”„‟‘’‚‛«])")
LINK = re.compile(r".*\]\((?P<target>(?P<kind>[a-z]+): +(?P<id>[^\s()]+))\)")
QUOTED = re.compile(r"""[ -]*(?:[a-z_]+: +)?(?P<value>(?P<mark>['"]).*?) *""")
FIRST_KEYS = ("id:", "term:", "name:")


def find(lines: list[str], line: int, column: int) -> tuple[int, int, str] | None:
    """Find the slip that made a parser stop; return its line and column, and what to do about it."""
    before = next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), line)
    for number in (line, before):
        if slip := of_character(lines[number - 1]):
            return number, *slip
    if found := CURLY.match(lines[line - 1], 0, column):
        return line, found.start(1) + 1, Yaml.CURLY()
    if (found := LINK.match(lines[line - 1])) and found.end("kind") == column - 1:
        better = f"{found['kind']}:{found['id']}"
        return line, column, Links.MISWRITTEN(target=found["target"], better=better)
    start = SPACES.match(lines[line - 1])
    width = start.end() if start else 0
    key = KEY_MARK.match(lines[line - 1])
    if column - 1 not in (width, key.end() - 1 if key else width):
        return None
    if shifted := _shifted(lines, line, width):
        return shifted
    openings = (lines[before - 1], _above(lines[:line], width))
    if any(_opens_text(text, width) for text in openings) and not _has_key(lines, line):
        return line, width + 1, Yaml.TEXT_NOT_INDENTED()
    return None


def of_character(line: str) -> tuple[int, str] | None:
    """Find a character that is wrong or missing at the start of a line; return its column and what to do."""
    for expression, message in CHARACTERS:
        if found := expression.match(line):
            return found.start(1) + 1, message(key=found[1])
    return None


def _shifted(lines: list[str], line: int, width: int) -> tuple[int, int, str] | None:
    """Say how many spaces a line should start with, or that which it belongs to, if other lines tell."""
    above, slipped = lines[: line - 1], lines[line - 1]
    mark = DASH_MARK if DASH_MARK.match(slipped) else KEY_MARK
    found, key, dashes = mark.match(slipped), KEY_MARK.match(slipped), _open(above, DASH_MARK)
    levels = dashes if mark is DASH_MARK else _open(above, KEY_MARK)
    is_first = mark is KEY_MARK and found and found["mark"] in FIRST_KEYS and width in dashes
    if not found or not levels or width in levels or is_first:
        return None
    within = key.start("mark") - width if key else 0
    others = [other for other in map(KEY_MARK.match, lines) if other and key and other["mark"] == key["mark"]]
    usual = {other.start("mark") - within for other in others if other.string is not slipped}
    level = min(levels, key=lambda level: (level not in usual, abs(level - width)))
    partner = levels[level]
    dash = DASH_MARK.match(lines[partner - 1])
    if mark is KEY_MARK and dash and _stands_out(lines, partner, level - width):
        start = dash.start("mark")
        return partner, start + 1, _align(start, start + width - level, found["mark"], line)
    below = mark.match(lines[partner - 1])
    return line, width + 1, _align(width, level, below["mark"] if below else "", partner)


def _stands_out(lines: list[str], line: int, shift: int) -> bool:
    """Say whether no other dash stands where that of a line does, but some do without its shift."""
    columns = [found.start("mark") if (found := DASH_MARK.match(text)) else -1 for text in lines]
    column = columns[line - 1]
    return columns.count(column) == 1 and column - shift >= 0 and column - shift in columns


def _align(width: int, wanted: int, mark: str, line: int) -> str:
    part = "dash" if mark == "-" else "key"
    spaces, name = count(width, "space"), mark.rstrip(":")
    return Yaml.SHIFTED(spaces=spaces, wanted=wanted, part=part, name=name, line=line)


def _opens_text(line: str, width: int) -> bool:
    """Say whether a text follows below a line, so that what has a width lacks its indentation."""
    found = TEXT_MARK.fullmatch(line)
    return found is not None and width < found.end("start") + 2


def _has_key(lines: list[str], line: int) -> bool:
    """Say whether a line starts with a key of its file, with or without a colon."""
    words = lines[line - 1].split() or [""]
    return any(key and key["mark"] == words[0].rstrip(":") + ":" for key in map(KEY_MARK.match, lines))


def _above(lines: list[str], width: int) -> str:
    """Return the last line before the last that is not indented more than a width."""
    return next(
        (text for text in lines[-2::-1] if text.strip() and not text.startswith(" " * (width + 1))), ""
    )


def _open(lines: list[str], mark: re.Pattern[str]) -> dict[int, int]:
    """Return the columns of the marks that a next line may continue, each with the last line that has it."""
    levels: dict[int, int] = {}
    for number, line in reversed([*enumerate(lines, 1)]):
        found = mark.match(line)
        if found and found.start("mark") < min(levels, default=len(line)):
            levels[found.start("mark")] = number
    return levels


def requoted(lines: list[str], line: int) -> str:
    """Say how to write a value whose quotation marks end it too early, if it is in this one line."""
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
