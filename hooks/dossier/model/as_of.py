"""The record as of a year: what sources up to then said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .dataset import Dossier
from .dates import When
from .event import Event
from .records import Source
from .standing import Standing
from .statement import Statement


@dataclass(frozen=True)
class AsOf:
    """The record as of a year: what sources up to then said."""

    dossier: Dossier
    year: int

    def statements(self, statements: Iterable[Statement]) -> tuple[tuple[Statement, Standing], ...]:
        """Return the statements known by then, each with its standing."""
        known = ((statement, self.standing(statement)) for statement in statements)
        return tuple((statement, standing) for statement, standing in known if standing)

    def standing(self, statement: Statement) -> Standing | None:
        """Return the standing of a statement by then; None if it was not known."""
        standings = self.dossier.standings(statement)
        return next((item for item in reversed(standings) if self._includes(item.step.as_of)), None)

    def has_changed_since(self, statement: Statement) -> bool:
        """Say whether a later source changed a statement."""
        later = (item for item in self.dossier.standings(statement) if not self._includes(item.step.as_of))
        return any(item.is_changed for item in later)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The milestones and visits that have a source of up to that year, oldest first."""
        return tuple(
            event
            for event in self.dossier.timeline
            if not isinstance(event, Statement)
            if self.sources_of(event)
        )

    def sources_of(self, event: Event) -> tuple[Source, ...]:
        """Return the sources of an event that are no newer than the year."""
        if event.sources not in self._sources_by_ids:
            known = (source for source in self.dossier.sources_of(event) if source.id in self._known)
            self._sources_by_ids[event.sources] = tuple(known)
        return self._sources_by_ids[event.sources]

    @cached_property
    def _sources_by_ids(self) -> dict[tuple[str, ...], tuple[Source, ...]]:
        """The sources of events that name the same."""
        return {}

    @cached_property
    def _known(self) -> frozenset[str]:
        """The ids of the sources that are no newer than the year."""
        dated = ((source.id, source.date) for source in self.dossier.sources if source.date)
        return frozenset(identifier for identifier, date in dated if self._includes(date))

    def _includes(self, when: When) -> bool:
        return when.newest.year <= self.year
