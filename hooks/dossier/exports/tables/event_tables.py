"""The tables of milestones and visits, of who took part, and of what other sources say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from ...model.enumerations import Direction
from ...model.event import Conflict, Event
from ...model.records import Person, Visit
from ...pages.page_context import SiteContext
from .columns import areas, choice, flag, formerly, identifier, numbered, permalink, sources, text, when
from .table import Table


class Disagreement(NamedTuple):
    """What another source says that does not fit an event."""

    id: str
    event: Event
    conflict: Conflict


class Participation(NamedTuple):
    """Somebody's part in a visit."""

    visit: Visit
    number: int
    person: Person


def _disagreements(site: SiteContext) -> Iterator[Disagreement]:
    for event in site.dossier.records.events:
        for number, conflict in enumerate(event.conflicts, 1):
            yield Disagreement(f"{event.id}_{number}", event, conflict)


def _participations(site: SiteContext) -> Iterator[Participation]:
    for visit in site.dossier.visits:
        for number, person in enumerate(chain(visit.visitors, visit.hosts), 1):
            yield Participation(visit, number, person)


KEY = flag("key", "Whether the primary source counts it among its key milestones.")

MILESTONES: Table[Any] = Table(
    "milestones",
    "milestone",
    "Events in the relationship.",
    (
        identifier("milestone"),
        *when("date", "The date of the event", is_required=True),
        text("title", "What happened, in a few words.", is_required=True),
        text("text", "What else the sources say of it."),
        KEY,
        areas(),
        *sources(),
        formerly(),
        permalink(),
    ),
    lambda site: site.dossier.milestones,
)

VISITS: Table[Any] = Table(
    "visits",
    "visit",
    "Visits and meetings.",
    (
        identifier("visit"),
        *when("date", "The date of the visit"),
        flag("recurring", "Whether the visit comes again and again."),
        text("title", "Who went where, in a few words.", is_required=True),
        choice("direction", "Which way the visit went.", Direction, is_required=True),
        text("place", "Where they met.", is_required=True),
        text("purpose", "What the visit was for."),
        KEY,
        areas(),
        *sources(),
        formerly(),
        permalink(),
    ),
    lambda site: site.dossier.visits,
)

PARTICIPANTS: Table[Any] = Table(
    "participants",
    "participant",
    "Who took part in a visit.",
    (
        text("visit", "The id of the visit.", lambda row: row.visit.id, is_required=True, refers_to="visits"),
        numbered("Which of the participants it is, visitors first, counted from 1."),
        flag("host", "Whether it received the visitors.", lambda row: row.number > len(row.visit.visitors)),
        text("name", "The person, the group or the office.", lambda row: row.person.name, is_required=True),
        text("role", "The office that the person held at that date.", lambda row: row.person.role),
    ),
    _participations,
    key=("visit", "number"),
)

CONFLICTS: Table[Any] = Table(
    "conflicts",
    "conflict",
    "What other sources say that does not fit a statement, a milestone or a visit.",
    (
        text(
            "id", "The id of the record, and which of its conflicts it is; it may change.", is_required=True
        ),
        text(
            "kind",
            'The kind of the record: "statement", "milestone" or "visit".',
            lambda row: row.event.noun,
            is_required=True,
        ),
        text("record", "The id of the record.", lambda row: row.event.id, is_required=True),
        text("text", "What the other sources say.", lambda row: row.conflict.text, is_required=True),
        *sources(lambda site, row: site.dossier.sources_of(row.conflict)),
        permalink(lambda row: row.event),
    ),
    _disagreements,
)
