"""Slips that a line of a file shows by itself, where the parser only notices that something does not fit.

Only files that cannot be read are looked at: no guess of this module refuses what is right.
"""

from __future__ import annotations

import re

from .messages import Links, Message, Yaml
from .wording import count

KEY = r"[a-z_]+:(?= |$)"
SPACES = re.compile(r" *")
DASH_MARK = re.compile(r" *(?P<mark>-)(?= |$)")
KEY_MARK = re.compile(rf"[ -]*(?P<mark>{KEY})")
TEXT_MARK = re.compile(r".*[:-] +[|>][+-]? *")
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
    if words := _indentation(lines[:line], width):
        return line, width + 1, words
    if not key and TEXT_MARK.fullmatch(lines[before - 1]):
        return line, width + 1, Yaml.TEXT_NOT_INDENTED()
    return None


def of_character(line: str) -> tuple[int, str] | None:
    """Find a character that is wrong or missing at the start of a line; return its column and what to do."""
    for expression, message in CHARACTERS:
        if found := expression.match(line):
            return found.start(1) + 1, message(key=found[1])
    return None


def _indentation(lines: list[str], width: int) -> str:
    """Say how many spaces the last of some lines should start with, if others tell."""
    *above, slipped = lines
    mark = DASH_MARK if DASH_MARK.match(slipped) else KEY_MARK
    found, dashes = mark.match(slipped), _open(above, DASH_MARK)
    if not found or (mark is KEY_MARK and found["mark"] in FIRST_KEYS and width in dashes):
        return ""
    levels = dashes if mark is DASH_MARK else _open(above, KEY_MARK)
    if not levels or width in levels:
        return ""
    key = KEY_MARK.match(slipped)
    shift = key.start("mark") - width if key else 0
    others = [other for other in map(KEY_MARK.match, above) if other and key and other["mark"] == key["mark"]]
    same = {other.start("mark") - shift for other in others}
    level = min(levels, key=lambda level: (level not in same, abs(level - width)))
    below = mark.match(above[levels[level] - 1])
    name = below["mark"].rstrip(":") if below else ""
    return Yaml.SHIFTED(spaces=count(width, "space"), wanted=level, name=name, line=levels[level])


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
