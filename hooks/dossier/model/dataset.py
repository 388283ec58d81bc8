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
from .event import Event, Sourced
from .kinds import RecordSet
from .prose import Reference
from .records import Addressed, Area, Milestone, Partner, Person, Source, Term, Visit
from .standing import Standing, follow, true_as_of
from .statement import Activity, Statement


class Participant(NamedTuple):
    """A person, a group or an office, with every visit it took part in."""

    person: Person
    """As the first of the visits names it."""
    visits: tuple[tuple[Person, Visit], ...]
    """In the order of the file; the person has the role that it had then."""


OLD = relativedelta(years=10)
"""Sources older than this may be out of date."""


@dataclass(frozen=True)
class Dossier:
    """What is known of one partner's relations with NATO."""

    records: RecordSet
    warnings: tuple[Problem, ...]
    """Problems that do not stop a build."""
    today: date
    """The day from which pages count what is old."""

    @cached_property
    def partner(self) -> Partner:
        """The partner country."""
        (partner,) = self.records.of(Partner)
        return partner

    @property
    def primary_source(self) -> Source:
        """The source of records that name none."""
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
        """The terms of the glossary, in alphabetical order."""
        return self.records.of(Term)

    @cached_property
    def updated(self) -> When | None:
        """The date of the data: that of the newest source, as exact as it is known."""
        return newest_date(self.sources)

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """Every record with a date, oldest first."""
        return tuple(sorted((event for event in self.records.events if event.date), key=_by_date))

    @property
    def moved_from_timeline(self) -> tuple[Event, ...]:
        """The records with former ids that may have been on the timeline, where they are not now."""
        return tuple(event for event in self.records.events if event.formerly and not event.date)

    @cached_property
    def years(self) -> tuple[tuple[int, tuple[Event, ...]], ...]:
        """The timeline cut into years."""
        groups = groupby(self.timeline, key=lambda event: date_of(event).year)
        return tuple((year, tuple(events)) for year, events in groups)

    @cached_property
    def dated_visits(self) -> tuple[Visit, ...]:
        """The visits with a date, newest first."""
        return tuple(sorted((visit for visit in self.visits if visit.date), key=_by_date, reverse=True))

    @property
    def recurring_visits(self) -> tuple[Visit, ...]:
        """The visits that recur."""
        return tuple(visit for visit in self.visits if visit.recurring and not visit.date)

    def events_of(self, area: Area) -> tuple[Event, ...]:
        """Return the events of an area, oldest first, those without a date last."""
        return self._events_by_area.get(area.id, ())

    def topics_of(self, area: Area) -> tuple[tuple[str, tuple[Activity, ...]], ...]:
        """Return the statements of an area by topic, in the order of the file, those without one last."""
        topics: dict[str, list[Activity]] = {
            activity.topic: [] for activity in area.activities if activity.topic
        }
        for activity in area.activities:
            topics.setdefault(activity.topic or "", []).append(activity)
        return tuple((topic, tuple(activities)) for topic, activities in topics.items())

    def newest_of(self, area: Area) -> When:
        """Return the date of the newest statement of an area."""
        return max((self.standing(item).as_of for item in area.activities), key=lambda as_of: as_of.latest)

    def mentions_of(self, event: Event) -> tuple[Event, ...]:
        """Return the records whose texts link to a record."""
        return self._mentions.get((event.noun, event.id), ())

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """All visitors and hosts, by the number of their visits and then by name; visits are oldest first."""
        visits: dict[str, list[tuple[Person, Visit]]] = {}
        for visit in (*sorted(self.dated_visits, key=_by_date), *self.recurring_visits):
            for person in (*visit.visitors, *visit.hosts):
                visits.setdefault(person.key, []).append((person, visit))
        people = (Participant(taken[0][0], tuple(taken)) for taken in visits.values())
        return tuple(sorted(people, key=lambda one: (-len(one.visits), one.person.name.casefold())))

    def areas_of(self, event: Event) -> tuple[Area, ...]:
        """Return the areas that an event names, or the area of a statement."""
        if isinstance(event, Statement):
            area = self._areas_by_statement.get(event.id)
            return (area,) if area else ()
        return tuple(self._areas[area] for area in getattr(event, "areas", ()))

    def sources_of(self, record: Sourced) -> tuple[Source, ...]:
        """Return the sources of a record, or else the primary source."""
        if record.sources not in self._sources_by_ids:
            named = tuple(self._sources[source] for source in record.sources)
            self._sources_by_ids[record.sources] = named or (self.primary_source,)
        return self._sources_by_ids[record.sources]

    @property
    def unconfirmed(self) -> tuple[Statement, ...]:
        """The statements of what was to happen and is not known to have happened, oldest news first."""
        standings = [(statement, self.standing(statement)) for statement in self.statements]
        standings.sort(key=lambda pair: pair[1].as_of.newest.sort_key)
        return tuple(statement for statement, last in standings if last.status and last.status.is_open)

    def resting_on(self, record: Addressed) -> tuple[Source, ...]:
        """Return the sources of what a record shows: those of its claim, or the source that it is."""
        match record:
            case Statement():
                return self.standing(record).claim_sources
            case Source():
                return (record,)
            case Event() | Term():
                return self.sources_of(record)
        return ()

    def cited_by(self, event: Event) -> tuple[Source, ...]:
        """Return the sources of an event; of a statement, those of its newest claim and of its date."""
        return self.standing(event).sources if isinstance(event, Statement) else self.sources_of(event)

    def as_of(self, statement: Statement) -> When:
        """Return the date as of which a statement was true by its own source."""
        as_of = true_as_of(statement, self.sources_of(statement)[0])
        assert as_of, "the rules leave no statement without a date"
        return as_of

    def is_as_seen(self, statement: Statement, standing: Standing) -> bool:
        """Say whether the only date of a standing is the day on which the statement's source was read."""
        dated = statement.as_of or self.sources_of(statement)[0].date or statement.date
        return not dated and standing.as_of == self.as_of(statement)

    def standings(self, statement: Statement) -> tuple[Standing, ...]:
        """Return the standing of a statement after each step, oldest first."""
        return self._standings[statement.id]

    def standing(self, statement: Statement) -> Standing:
        """Return the newest standing of a statement."""
        return self.standings(statement)[-1]

    def resolve(self, reference: Reference) -> Addressed:
        """Return the record that a text links to."""
        return self._linked[reference.kind, reference.id]

    def is_old(self, when: When) -> bool:
        """Say whether a date is so long ago that what was true then may have changed."""
        return when.latest < self._old_before

    def supported_by(self, source: Source) -> tuple[Event | Term, ...]:
        """Return the records that cite a source."""
        return self._supported.get(source.id, ())

    @cached_property
    def _old_before(self) -> date:
        return self.today - OLD

    @cached_property
    def _standings(self) -> dict[str, tuple[Standing, ...]]:
        return {
            statement.id: tuple(follow(statement, self.as_of(statement), self.sources_of))
            for statement in self.statements
        }

    @cached_property
    def _sources_by_ids(self) -> dict[tuple[str, ...], tuple[Source, ...]]:
        """The sources of records that name the same."""
        return {}

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
        by_area: dict[str, list[Event]] = {}
        for event in (*self.timeline, *undated):
            for area in self.areas_of(event):
                by_area.setdefault(area.id, []).append(event)
        return {area: tuple(events) for area, events in by_area.items()}

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
    """Return the date of a record on the timeline; all of these have one."""
    assert event.date, "only what has a date is on the timeline"
    return event.date


def _by_date(event: Event) -> tuple[int, int, int]:
    return date_of(event).sort_key
