"""The record as sources up to a year told it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .dataset import Dossier
from .dates import When
from .event import Event
from .standing import Standing
from .statement import Statement


@dataclass(frozen=True)
class AsOf:
    """The record as sources up to a year told it."""

    dossier: Dossier
    year: int

    def statements(self, statements: Iterable[Statement]) -> tuple[tuple[Statement, Standing], ...]:
        """Return the statements that were known, with what was known of them."""
        known = ((statement, self.standing(statement)) for statement in statements)
        return tuple((statement, standing) for statement, standing in known if standing)

    def standing(self, statement: Statement) -> Standing | None:
        """Return what was known of a statement, if it was known."""
        standings = self.dossier.standings(statement)
        return next((item for item in reversed(standings) if self._includes(item.step.as_of)), None)

    def has_changed_since(self, statement: Statement) -> bool:
        """Say whether a later source says something newer or different of a statement."""
        later = (item for item in self.dossier.standings(statement) if not self._includes(item.step.as_of))
        return any(item.is_changed for item in later)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that are no statements, of which a source up to then told, oldest first."""
        return tuple(
            event
            for event in self.dossier.timeline
            if not isinstance(event, Statement)
            if any(source.date and self._includes(source.date) for source in self.dossier.sources_of(event))
        )

    def _includes(self, when: When) -> bool:
        return when.newest.year <= self.year
