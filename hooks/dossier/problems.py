"""What is wrong in the data: where it stands, what it is, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

    def __str__(self) -> str:
        severity = "warning" if self.is_warning else ""
        words = ": ".join(filter(None, [str(self.place), severity, self.record, self.message]))
        return " ".join(words.split())  # a text that the message repeats may have line breaks


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
