"""The dossier: the checked whole, with its indexes and back-references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple, cast

from dateutil.relativedelta import relativedelta

from ..problems.problem import Problem
from . import back_references
from .dates import When
from .enumerations import STAGES, Stage, Status
from .kinds import RecordSet
from .prose import Prose, Reference
from .records import (
    Activity,
    Addressed,
    Area,
    Event,
    Milestone,
    Partner,
    Person,
    Source,
    Sourced,
    Statement,
    Term,
    Update,
    Visit,
)


class Participant(NamedTuple):
    """A person, a group or an office, with every visit it took part in."""

    person: Person
    """As the first of the visits names it."""
    visits: tuple[tuple[Person, Visit], ...]
    """In the order of the file; the person has the role that it had then."""


class State(NamedTuple):
    """What was said of a statement as of a date."""

    as_of: When
    text: Prose
    status: Status | None
    sources: tuple[Source, ...]
    record: Statement | Update
    """Where the data say so."""


OLD = relativedelta(years=10)
"""A source of longer ago may well be out of date."""


@dataclass(frozen=True)
class Dossier:
    """What is known of one partner's relations with NATO."""

    records: RecordSet
    warnings: tuple[Problem, ...]
    """What an editor should look at, though it stops no build."""
    today: date
    """The day of which the pages speak where they call something old."""

    @cached_property
    def partner(self) -> Partner:
        """The partner country."""
        (partner,) = self.records.of(Partner)
        return partner

    @property
    def primary_source(self) -> Source:
        """The source that holds where a record names none."""
        return self._sources[self.partner.primary_source]

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas, in the order in which pages list them."""
        return self.records.of(Area)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones, in the order of the files."""
        return self.records.of(Milestone)

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visits, in the order of the files."""
        return self.records.of(Visit)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, those of the overview first."""
        return self.records.of(Statement)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, in the order of the files."""
        return self.records.of(Source)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the glossary, by the alphabet."""
        return self.records.of(Term)

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """Every record with a date, oldest first."""
        return tuple(sorted((event for event in self.records.events if event.date), key=_by_date))

    @cached_property
    def years(self) -> tuple[tuple[int, tuple[Event, ...]], ...]:
        """The timeline cut into years."""
        groups = groupby(self.timeline, key=lambda event: date_of(event).year)
        return tuple((year, tuple(events)) for year, events in groups)

    @cached_property
    def key_milestones(self) -> tuple[Milestone | Visit, ...]:
        """The milestones, and the visits that a source counts among them, oldest first."""
        visits = [visit for visit in self.visits if visit.milestone and visit.date]
        return tuple(sorted([*self.milestones, *visits], key=_by_date))

    @cached_property
    def dated_visits(self) -> tuple[Visit, ...]:
        """The visits with a date, newest first."""
        return tuple(sorted((visit for visit in self.visits if visit.date), key=_by_date, reverse=True))

    @property
    def recurring_visits(self) -> tuple[Visit, ...]:
        """The visits that come again and again."""
        return tuple(visit for visit in self.visits if visit.recurring)

    def events_of(self, area: Area) -> tuple[Event, ...]:
        """Return the events of an area, oldest first, those without a date last."""
        return self._events_by_area.get(area.id, ())

    def statements_by_stage(self, area: Area) -> tuple[tuple[Stage, tuple[Activity, ...]], ...]:
        """Return the statements of an area by what their newest status says, in the order of the file."""
        staged = {
            stage: tuple(item for item in area.activities if STAGES[self.status_of(item)] is stage)
            for stage in Stage
        }
        return tuple((stage, statements) for stage, statements in staged.items() if statements)

    def status_of(self, activity: Activity) -> Status:
        """Return the newest status that a source gives."""
        given = (state.status for state in self.states(activity) if state.status)
        return next(given, activity.status)

    def newest_of(self, area: Area) -> When:
        """Return the date of the newest statement of an area."""
        return max((self.states(item)[0].as_of for item in area.activities), key=lambda as_of: as_of.latest)

    def mentions_of(self, event: Event) -> tuple[Event, ...]:
        """Return the records whose texts link to a record."""
        return self._mentions.get((event.noun, event.id), ())

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """Everybody who visited or received, by the number of their visits and then by name."""
        visits: dict[str, list[tuple[Person, Visit]]] = {}
        for visit in self.visits:
            for person in (*visit.visitors, *visit.hosts):
                visits.setdefault(person.key, []).append((person, visit))
        people = (Participant(taken[0][0], tuple(taken)) for taken in visits.values())
        return tuple(sorted(people, key=lambda one: (-len(one.visits), one.person.name.casefold())))

    def areas_of(self, event: Event) -> tuple[Area, ...]:
        """Return the areas that an event names, or the one that it is told in."""
        if isinstance(event, Statement):
            area = self._areas_by_statement.get(event.id)
            return (area,) if area else ()
        return tuple(self._areas[area] for area in getattr(event, "areas", ()))

    def sources_of(self, record: Sourced) -> tuple[Source, ...]:
        """Return the sources of a record, or else the primary source."""
        return tuple(self._sources[source] for source in record.sources) or (self.primary_source,)

    def as_of(self, statement: Statement) -> When:
        """Return when a statement was true."""
        as_of = statement.as_of or self.sources_of(statement)[0].date
        assert as_of, "the rules leave no statement without a date"
        return as_of

    def states(self, statement: Statement) -> tuple[State, ...]:
        """Return what was said of a statement, newest first."""
        updates = sorted(statement.updates, key=lambda update: update.as_of.sort_key)
        said: list[tuple[When, Statement | Update]] = [(self.as_of(statement), statement)]
        said += [(update.as_of, update) for update in updates]
        states = [
            State(as_of, record.text, record.status, self.sources_of(record), record)
            for as_of, record in said
        ]
        return tuple(reversed(states))

    def resolve(self, reference: Reference) -> Addressed:
        """Return the record that a text links to."""
        return self._linked[reference.kind, reference.id]

    def is_key_milestone(self, event: Event) -> bool:
        """Say whether the primary source counts an event among its milestones."""
        if isinstance(event, Visit):
            return event.milestone
        return isinstance(event, Milestone) and self.primary_source in self.sources_of(event)

    def is_old(self, when: When) -> bool:
        """Say whether a time is so long ago that what was true then may not be so now."""
        return when.latest < self._old_before

    def supported_by(self, source: Source) -> tuple[Event | Term, ...]:
        """Return the records that rest on a source, wholly or in part."""
        return self._supported.get(source.id, ())

    @cached_property
    def _old_before(self) -> date:
        return self.today - OLD

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _areas(self) -> dict[str, Area]:
        return {area.id: area for area in self.areas}

    @cached_property
    def _areas_by_statement(self) -> dict[str, Area]:
        return {statement.id: area for area in self.areas for statement in area.activities}

    @cached_property
    def _events_by_area(self) -> dict[str, tuple[Event, ...]]:
        undated = [visit for visit in self.visits if not visit.date]
        by_area: dict[str, tuple[Event, ...]] = {}
        for event in (*self.timeline, *undated):
            by_area |= {area.id: (*by_area.get(area.id, ()), event) for area in self.areas_of(event)}
        return by_area

    @cached_property
    def _mentions(self) -> dict[tuple[str, str], tuple[Event, ...]]:
        return back_references.find_mentions(self.records.events)

    @cached_property
    def _supported(self) -> dict[str, tuple[Event | Term, ...]]:
        return back_references.find_supported((*self.records.events, *self.terms), self.sources_of)

    @cached_property
    def _linked(self) -> dict[tuple[str, str], Addressed]:
        linked = (kind for kind in self.records.kinds if kind.is_linked)
        records = (
            (kind, cast(Addressed, record)) for kind in linked for record in self.records.of(kind.model)
        )
        return {(kind.noun, record.id): record for kind, record in records}


def newest_date(sources: Iterable[Source]) -> When | None:
    """Return the date of the newest source, as exact as it is known."""
    return max((source.date for source in sources if source.date), key=lambda date: date.latest, default=None)


def date_of(event: Event) -> When:
    """Return the date of a record that has one, as all on the timeline have."""
    assert event.date, "only what has a date is on the timeline"
    return event.date


def _by_date(event: Event) -> tuple[int, int, int]:
    return date_of(event).sort_key
