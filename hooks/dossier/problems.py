"""What is wrong in the data: where it stands, what it is, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .wording import count


class Place(NamedTuple):
    """A position in a data file."""

    file: str
    """Path relative to the project, with forward slashes."""
    line: int
    """Counted from 1, as editors do."""
    column: int
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in the data."""

    place: Place
    record: str
    """The record in words, such as `milestone "summit-2024"`; empty where none can be named."""
    message: str
    """What is wrong and what to write instead."""
    is_warning: bool = False
    """A warning does not stop a build, unless it is strict."""

    @property
    def words(self) -> str:
        """What is wrong and with what, on one line."""
        severity = "warning" if self.is_warning else ""
        words = ": ".join(filter(None, [severity, self.record, self.message]))
        return " ".join(words.split())  # a text that the message repeats may have line breaks

    def __str__(self) -> str:
        return f"{self.place}: {self.words}"


class DataError(Exception):
    """Raised where the data cannot be used; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(report(self.problems))


def report(problems: Sequence[Problem]) -> str:
    """Write problems one a line, and a last line that counts them."""
    warnings = sum(problem.is_warning for problem in problems)
    errors = len(problems) - warnings
    files = len({problem.place.file for problem in problems})
    counts = [count(errors, "problem")] if errors or not warnings else []
    counts += [count(warnings, "warning")] if warnings else []
    total = f"{' and '.join(counts)} in {count(files, 'file')}"
    return "\n".join([*map(str, problems), total])


def excerpt(place: Place, project: Path) -> tuple[str, str] | None:
    """Return the line in which a place is, and a line with a caret below it; None where it is gone."""
    try:
        lines = (project / place.file).read_text(encoding="utf-8", errors="replace").splitlines()
        line = lines[place.line - 1]
    except (OSError, IndexError):
        return None
    return line, " " * (place.column - 1) + "^"
