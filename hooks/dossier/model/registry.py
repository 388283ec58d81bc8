"""The registry of a data set: its problems, and the ids that its records define and reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..problems.problem import Place, Problem


class IdUse(NamedTuple):
    """An id that a record defines, or by which it references another."""

    kind: str
    """The noun of the kind of record that has the id, such as "milestone"."""
    id: str
    record: str
    """The record in which it was read, in words."""
    place: Place


@dataclass
class Registry:
    """The problems and ids of one data set."""

    problems: list[Problem] = field(default_factory=list)
    defined: list[IdUse] = field(default_factory=list)
    referenced: list[IdUse] = field(default_factory=list)
    former: list[IdUse] = field(default_factory=list)
    """The ids that records once had."""
    incomplete_kinds: set[str] = field(default_factory=set)
    """The kinds with records that could not be read, so that any id may exist."""

    def add(self, place: Place, record: str, message: str, *, is_warning: bool = False) -> None:
        """Register a problem."""
        self.problems.append(Problem(place, record, message, is_warning))

    def merge(self, other: Registry) -> None:
        """Add the entries of another registry."""
        self.problems += other.problems
        self.defined += other.defined
        self.referenced += other.referenced
        self.former += other.former
        self.incomplete_kinds |= other.incomplete_kinds


class Context(NamedTuple):
    """Where a value belongs."""

    record: str
    """The record in words."""
    key: str
    registry: Registry
    is_entry: bool = False
    """Whether it is one of a list."""

    @property
    def subject(self) -> str:
        """The name of the value in problems."""
        return f'an entry of "{self.key}"' if self.is_entry else f'"{self.key}"'

    @property
    def start(self) -> str:
        """The text before the value in its file."""
        return "- " if self.is_entry else f"{self.key}: "

    def add(self, place: Place, message: str) -> None:
        """Register a problem of the value."""
        self.registry.add(place, self.record, message)
