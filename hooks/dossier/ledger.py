"""What reading a data set brings to light: its problems, and the ids that records bear and name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from .problems import Place, Problem


class Name(NamedTuple):
    """An id that a record bears, or by which it names another."""

    kind: str
    """The kind of the record that bears the id, such as "milestone"."""
    id: str
    record: str
    """The record in which it was read, in words."""
    place: Place


@dataclass
class Ledger:
    """What reading one data set has brought to light."""

    problems: list[Problem] = field(default_factory=list)
    given: list[Name] = field(default_factory=list)
    """The ids that records bear."""
    linked: list[Name] = field(default_factory=list)
    """The ids by which records name others."""
    unread: set[str] = field(default_factory=set)
    """The kinds of records of which some could not be read, so that any id may exist."""

    def add(self, place: Place, record: str, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(place, record, message))

    def take(self, other: Ledger) -> None:
        """Enter what another ledger has."""
        self.problems += other.problems
        self.given += other.given
        self.linked += other.linked
        self.unread |= other.unread

    def hide(self, kind: str) -> None:
        """Note that records of a kind stay unread, if it is the kind of any."""
        self.unread |= {kind} - {""}


class Context(NamedTuple):
    """Where a value belongs."""

    record: str
    """The record in words."""
    key: str
    ledger: Ledger
    is_entry: bool = False
    """Whether it is one of a list."""

    @property
    def subject(self) -> str:
        """What problems call the value."""
        return f'an entry of "{self.key}"' if self.is_entry else f'"{self.key}"'

    @property
    def start(self) -> str:
        """What stands before the value in its file."""
        return "- " if self.is_entry else f"{self.key}: "

    def add(self, place: Place, message: str) -> None:
        """Note a problem of the value."""
        self.ledger.add(place, self.record, message)
