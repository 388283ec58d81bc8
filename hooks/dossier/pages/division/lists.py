"""The long lists of the site: what each has, by what it is cut into parts, and what that weighs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from ...model.as_of import AsOf
from ...model.dataset import Dossier
from ...model.enumerations import SourceKind
from ...model.event import Event
from ...model.field_types import kebab_case
from ...model.history import Change, Point, compare_versions, list_changes
from ...model.prose import Prose
from ...model.records import Area, Person, Source, Term, Visit
from ...model.standing import Standing
from ...model.statement import Statement
from .. import anchors
from .parts import Entry, Label, Weighed
from .weights import (
    MARK,
    NOTHING,
    STEP,
    Weight,
    total,
    weigh,
    weigh_brief,
    weigh_claims,
    weigh_link,
)

MOVED = Label("moved", "Moved records")
RECURRING = Label("recurring", "Recurring visits", "_recurring")
PEOPLE = Label("people", "People", "_people")
VERSIONS = Label("versions", "Versions side by side", "_versions")
SUPPORTED = Label("supported", "What the sources support")
UNCONFIRMED = Label("unconfirmed", "Outcome not known", "_unconfirmed")
DISPUTED = Label("disputed", "Where sources differ", "_disputed")
NOT_FOUND = Label("not-found", "Looked for and not found", "_not-found")
TERMS = Label("terms", "Terms")
OVERVIEW = Label("overview", "Overview", "_overview")
OTHER = Label("other", "Other", anchors.topic("Other"))
"""The statements of an area without a topic."""
ALL_STATEMENTS = Label("statements", "Statements", anchors.topic("Statements"))
"""The statements of an area that has no topics."""
STATEMENTS = Label("statements", "Statements")
EVENTS = Label("events", "Events", "_events")
ALL_AREAS = Label("_all", "All areas")
"""No area has this id."""

MOST_LISTED_AREAS = 60
"""What is on every page, or at the top of one, names the areas only if they are no more."""
MOST_MENTIONS = 30
"""Of the records that link to a record, it names the first."""

KINDS_OF_SOURCES = tuple(SourceKind)


class Attendance(NamedTuple):
    """A visit of a person."""

    person: Person
    """As the first of the visits names it."""
    then: Person
    """The person in the role of this visit."""
    visit: Visit


class Support(NamedTuple):
    """A record that rests on a source."""

    source: Source
    record: Event | Term


Told: TypeAlias = tuple[Statement, Standing]
"""A statement as it was known at some time."""


def timeline(dossier: Dossier) -> Iterator[Weighed[Event]]:
    """List every dated record, oldest first, and the records that were on the timeline once."""
    for event in dossier.timeline:
        labels = _by_time(event.date.year, has_anchors=True) if event.date else ()
        own = (event.id, *event.formerly)
        weight = _shown(event, dossier, MARK)
        yield Weighed(Entry(event, own, labels), weight, dossier.cited_by(event))
    for event in dossier.moved_from_timeline:
        former = event.formerly
        weight = weigh_link(event.id, event.title or "", *former, *former)
        yield Weighed(Entry(event, former, (MOVED,)), weight)


def visits(dossier: Dossier) -> Iterator[Weighed[Visit | Attendance]]:
    """List the visits, newest first, then those that recur, then everyone with every visit."""
    for visit in (*dossier.dated_visits, *dossier.recurring_visits):
        labels = _by_time(visit.date.year) if visit.date else (RECURRING,)
        own = (visit.id, *visit.formerly)
        weight = _shown(visit, dossier, MARK)
        yield Weighed(Entry(visit, own, labels), weight, dossier.sources_of(visit))
    for participant in dossier.participants:
        own = (anchors.person(participant.person),)
        for then, visit in participant.visits:
            weight = weigh_link(participant.person.name, participant.person.key, then.role or "", visit.title)
            yield Weighed(Entry(Attendance(participant.person, then, visit), own, (PEOPLE,)), weight)


def changes(dossier: Dossier) -> Iterator[Weighed[Change | Point]]:
    """List every change, newest first, and the points on which the versions of the primary source differ."""
    for change in list_changes(dossier):
        statement, former, standing = change
        own = (anchors.change(statement, standing.step),)
        sources = (*former.sources, *standing.sources)
        weight = weigh_claims(statement, former.claim, standing.claim).plus(STEP)
        labels = _by_time(standing.as_of.year, has_anchors=True)
        yield Weighed(Entry(change, own, labels), weight, sources)
    for point in compare_versions(dossier).points:
        said = [cell for cell in point.cells if cell.said]
        sources = tuple(version.source for cell in said for version in cell.versions)
        texts = (item.text for cell in said for item in cell.said if item.text)
        cells = (weigh_link(version.title) for version in sources)
        weight = weigh_claims(point.statement, *texts).plus(total(cells))
        yield Weighed(Entry(point, (), (VERSIONS,)), weight, sources)


def sources(dossier: Dossier) -> Iterator[Weighed[Source | Support]]:
    """List the sources by their kind, the newest first, and the records that rest on each."""
    newest = sorted(dossier.sources, key=age, reverse=True)
    for source in sorted(newest, key=lambda source: KINDS_OF_SOURCES.index(source.kind)):
        label = Label(source.kind, f"{source.kind.capitalize()} sources", f"_{source.kind}")
        yield Weighed(Entry(source, (source.id,), (label,)), weigh(source))
    for source in newest:
        own = (anchors.supported(source),)
        for record in dossier.supported_by(source):
            name = record.term if isinstance(record, Term) else record.title or record.id
            weight = weigh_link(record.id, name)
            yield Weighed(Entry(Support(source, record), own, (SUPPORTED,)), weight)


def questions(dossier: Dossier) -> Iterator[Weighed[Event | Prose]]:
    """List what is not known to have happened, what is disputed, and what was not found."""
    for statement in dossier.unconfirmed:
        entry = Entry[Event | Prose](statement, (), (UNCONFIRMED,))
        yield Weighed(entry, _shown(statement, dossier), dossier.cited_by(statement))
    for event in dossier.records.events:
        if event.conflicts:
            conflicting = map(dossier.sources_of, event.conflicts)
            sources = tuple(chain(dossier.cited_by(event), *conflicting))
            yield Weighed(Entry(event, (), (DISPUTED,)), _shown(event, dossier), sources)
    for text in dossier.partner.not_found:
        yield Weighed(Entry(text, (), (NOT_FOUND,)), weigh_link(text.plain))


def age(source: Source) -> tuple[int, ...]:
    """Return a key that sorts sources from the oldest to the newest, those without a date first."""
    return source.date.sort_key if source.date else ()


def terms(dossier: Dossier) -> Iterator[Weighed[Term]]:
    """List the terms of the glossary."""
    for term in dossier.terms:
        yield Weighed(Entry(term, (term.id,), (TERMS,)), weigh(term), dossier.sources_of(term))


def areas(dossier: Dossier) -> Iterator[Weighed[Area]]:
    """List the areas."""
    for area in dossier.areas:
        weight = weigh_link(area.id, area.title, area.summary.plain).plus(MARK)
        yield Weighed(Entry(area, (), (ALL_AREAS,)), weight)


def area_names(dossier: Dossier) -> Iterator[Weighed[Area]]:
    """List the areas where they are so many that only their names are shown."""
    for area in dossier.areas:
        weight = weigh_link(area.title).plus(Weight(len(area.id), 0))
        yield Weighed(Entry(area, (), (ALL_AREAS,)), weight)


def overview(dossier: Dossier) -> Iterator[Weighed[Event]]:
    """List the statements of the overview."""
    for statement in dossier.partner.overview:
        yield _statement(statement, OVERVIEW, dossier)


def area(dossier: Dossier, area: Area) -> Iterator[Weighed[Event]]:
    """List the statements of an area by topic, and its events."""
    topics = dossier.topics_of(area)
    for number, (topic, activities) in enumerate(topics, start=1):
        if topic:
            label = Label(f"{number}-{kebab_case(topic)}", topic, anchors.topic(topic))
        else:
            label = OTHER if topics[1:] else ALL_STATEMENTS
        for activity in activities:
            yield _statement(activity, label, dossier)
    for event in dossier.events_of(area):
        weight = weigh_brief(event).plus(MARK)
        yield Weighed(Entry(event, (), (EVENTS,)), weight, dossier.sources_of(event))


def as_of(known: AsOf) -> Iterator[Weighed[Told | Event]]:
    """List what was known by a year, in the order of the overview and the areas, and the events."""
    partner, listed = known.dossier.partner, known.dossier.areas
    for statements in (partner.overview, *(area.activities for area in listed)):
        for statement, standing in known.statements(statements):
            weight = weigh_claims(statement, standing.claim)
            yield Weighed(Entry((statement, standing), (), (STATEMENTS,)), weight, standing.sources)
    for event in known.events:
        yield Weighed(Entry(event, (), (EVENTS,)), weigh_brief(event), known.sources_of(event))


def _statement(statement: Statement, label: Label, dossier: Dossier) -> Weighed[Event]:
    """Return the entry of a statement on its own page, with all that is known of it."""
    standings = dossier.standings(statement)
    cited = (standing.step.sources for standing in standings)
    conflicting = map(dossier.sources_of, statement.conflicts)
    sources = tuple(chain(*cited, *conflicting))
    weight = total((weigh(statement), *_mentions(statement, dossier)))
    return Weighed(Entry(statement, (statement.id, *statement.formerly), (label,)), weight, sources)


def _shown(event: Event, dossier: Dossier, beside: Weight = NOTHING) -> Weight:
    """Estimate the weight of an event where a statement is shown with its newest claim alone."""
    if isinstance(event, Statement):
        return weigh_claims(event, dossier.standing(event).claim).plus(beside)
    weight = weigh(event).plus(beside)
    mentions = _mentions(event, dossier)
    return total((weight, *mentions)) if mentions else weight  # most have none


def _mentions(event: Event, dossier: Dossier) -> list[Weight]:
    """Estimate the weights of the links to the records that link to a record."""
    records = dossier.mentions_of(event)[:MOST_MENTIONS]
    return [weigh_link(record.id, record.title or "") for record in records]


@cache
def _by_time(year: int, *, has_anchors: bool = False) -> tuple[Label, ...]:
    """Group by decades, and these by years, which have headings on some pages."""
    decade = f"{year // 10:03}0s"
    anchor = anchors.year(year) if has_anchors else ""
    return Label(decade, decade), Label(f"{year:04}", str(year), anchor)
