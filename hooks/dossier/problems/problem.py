"""What is wrong in the data: where it is, what it is, and what to write instead."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .phrases import count

MOST_SHOWN = 118
"""How many characters of a line an excerpt shows."""

MOST_READ = 8_000_000
"""How many bytes a data file may have."""

UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys or cannot show: control characters, changes of direction, bytes that are no text."""


class Place(NamedTuple):
    """A position in a data file."""

    file: str
    """Path relative to the project, with forward slashes."""
    line: int
    """Counted from 1, as editors do."""
    column: int
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to correct in the data."""

    place: Place
    record: str
    """The record in words, such as `milestone "summit-2024"`; empty where none can be named."""
    message: str
    """What is wrong and what to write instead."""
    is_warning: bool = False
    """A warning does not stop a build, unless it is strict."""

    @property
    def words(self) -> str:
        """The record and the message; a text that they repeat may have line breaks, but they have none."""
        return printable(" ".join(": ".join(filter(None, [self.record, self.message])).split()))

    @property
    def annotation(self) -> str:
        """The problem as a workflow command of GitHub, which shows it beside the line of the file."""
        command = "warning" if self.is_warning else "error"
        file = _escape(printable(self.place.file), ":,")
        properties = f"file={file},line={self.place.line},col={self.place.column}"
        return f"::{command} {properties}::{_escape(self.words)}"

    def __str__(self) -> str:
        severity = "warning: " if self.is_warning else ""
        return f"{self.place}: {severity}{self.words}"


class DataError(Exception):
    """Raised where the data cannot be used; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(report(self.problems))


def report(problems: Sequence[Problem]) -> str:
    """Write problems one a line, and a last line that counts them."""
    return "\n".join([*map(str, problems), total(problems)])


def annotate(problems: Sequence[Problem]) -> str:
    """Write problems one a line as workflow commands of GitHub, and a last line that counts them."""
    return "\n".join([*(problem.annotation for problem in problems), total(problems)])


class Excerpts:
    """Shows where problems are in their files; each file is read once."""

    def __init__(self, project: Path) -> None:
        self.project = project
        """The folder from which places name their files."""
        self._lines: dict[str, list[str]] = {}

    def at(self, place: Place) -> str | None:
        """Return the line of a place as it is in its file, and a line below it with a caret at the column.

        A long line is cut around the caret. Where the file or the line is no longer there, or the file has
        no text, there is nothing to return.
        """
        if place.file not in self._lines:
            self._lines[place.file] = _read_lines(self.project / place.file)
        lines = self._lines[place.file]
        return _point(lines[place.line - 1], place.column - 1) if 1 <= place.line <= len(lines) else None


def _read_lines(path: Path) -> list[str]:
    try:
        is_text = path.is_file() and path.stat().st_size <= MOST_READ
        content = path.read_bytes().removeprefix(BOM_UTF8) if is_text else b""
    except OSError:
        return []
    return re.split(r"\r\n?|\n", content.decode(errors="replace")) if content.strip(b"\r\n ") else []


def _point(line: str, column: int) -> str:
    """Write a line, cut around a column where it is long, and a caret below the column."""
    column = min(column, len(line))
    start = max(0, min(column - MOST_SHOWN // 2, len(line) - MOST_SHOWN))
    shown = line[start : start + MOST_SHOWN]
    if start > 0:
        shown = "…" + shown[1:]
    if start + MOST_SHOWN < len(line):
        shown = shown[:-1] + "…"
    indentation = re.sub(r"[^\t]", " ", shown[: column - start])
    return f"{shown}\n{indentation}^"


def printable(text: str) -> str:
    """Write as escapes what a terminal obeys or cannot show, and what starts a command to GitHub."""
    shown = UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
    return shown.replace("##[", r"#\x23[")


def total(problems: Sequence[Problem]) -> str:
    """Count problems and warnings, and the files that they are in."""
    warnings = sum(problem.is_warning for problem in problems)
    errors = len(problems) - warnings
    files = len({problem.place.file for problem in problems})
    counts = [count(errors, "problem")] if errors or not warnings else []
    counts += [count(warnings, "warning")] if warnings else []
    return f"{' and '.join(counts)} in {count(files, 'file')}"


def _escape(text: str, separators: str = "") -> str:
    """Write `%`, line breaks and separators as GitHub's runner undoes them: `%` and their number in hex."""
    return re.sub(f"[%\r\n{separators}]", lambda found: f"%{ord(found[0]):02X}", text)
