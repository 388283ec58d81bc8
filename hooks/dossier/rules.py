"""The rules that hold across records, one small function each.

A rule yields what is wrong; it says nothing of a value that was wrong in itself and so is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from .dates import When
from .fields import kebab_case
from .ledger import Ledger, Name
from .models import Area, Milestone, Partner, Source, Statement, Term, Visit
from .problems import Problem
from .wording import one_of, suggest


@dataclass(frozen=True)
class Records:
    """Everything that was read, well-formed or not."""

    partner: Partner | None
    areas: tuple[Area, ...]
    milestones: tuple[Milestone, ...]
    visits: tuple[Visit, ...]
    sources: tuple[Source, ...]
    terms: tuple[Term, ...]

    @property
    def statements(self) -> Iterator[Statement]:
        """All statements, those of the overview first."""
        overview = (self.partner.overview or ()) if self.partner else ()
        return chain(overview, *(area.activities or () for area in self.areas))


MENDED = {"area": "rename the file", "term": "merge the two or rename one"}
"""What to do about an id that an editor does not write as such."""


def ids_are_unique(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """Statements, milestones and visits share one set of ids; sources, areas and terms have their own."""
    first: dict[tuple[str, str], Name] = {}
    for name in sorted(ledger.given, key=lambda name: name.place):
        earlier = first.setdefault((_family(name.kind), name.id), name)
        if earlier is not name:
            noun = "address" if name.kind == "term" else "id"
            message = f'the {noun} "{name.id}" is used twice; {earlier.record} has it at {earlier.place}'
            yield Problem(name.place, name.record, f"{message}, so {MENDED.get(name.kind, 'choose another')}")


def ids_are_free(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """Some addresses are taken: `/areas/` is a page, and `/timeline/#y2007` is a year."""
    for name in ledger.given:
        is_page = name.kind == "area" and name.id == "index"
        if is_page or (_family(name.kind) == "record" and re.fullmatch(r"y\d{4}", name.id)):
            hint = MENDED.get(name.kind, "choose another")
            message = f'the id "{name.id}" is taken by the site itself; {hint}'
            yield Problem(name.place, name.record, message)


def links_lead_somewhere(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """Whatever a record names exists; a bad id counts as what it will be once it is mended."""
    known: dict[str, dict[str, None]] = {}
    for name in ledger.given:
        known.setdefault(name.kind, {}).update(dict.fromkeys([name.id, kebab_case(name.id)]))
    hints: dict[tuple[str, str], str] = {}
    for link in ledger.linked:
        ids = known.get(link.kind, {})
        if link.id in ids or link.kind in ledger.unread:
            continue
        if (link.kind, link.id) not in hints:
            otherwise = one_of(ids) if ids else f"there is no {link.kind} yet"
            hints[link.kind, link.id] = suggest(link.id, ids, otherwise)
        yield Problem(
            link.place, link.record, f'unknown {link.kind} "{link.id}"; {hints[link.kind, link.id]}'
        )


def sources_are_named(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """A source that no record names is of no use to a reader."""
    named = {link.id for link in ledger.linked if link.kind == "source"}
    for source in records.sources:
        if source.id and not {source.id, kebab_case(source.id)} & named and not ledger.unread:
            message = 'no record names this source; name it under "sources" of a record, or delete it'
            yield Problem(source.origin.place, source.label, message, is_warning=True)


def statements_have_a_date(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """A reader can always see as of when a statement was true."""
    sources = {source.id: source for source in records.sources}
    for statement in records.statements:
        source = sources.get(_first_source(statement, records))
        if "as_of" not in statement.origin.entries and source and "date" not in source.origin.entries:
            message = (
                f'the key "as_of" is missing, and {source.label} has no date; add for example "as_of: 2011"'
            )
            yield Problem(statement.origin.place, statement.label, message)


def updates_are_newer(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """An update is not older than what it updates."""
    sources = {source.id: source for source in records.sources}
    for statement in records.statements:
        source = sources.get(_first_source(statement, records))
        told: When | None = statement.as_of or (source.date if source else None)
        for update in statement.updates or ():
            if told and update.as_of and update.as_of.latest < told.earliest:
                message = (
                    f"this update is older than what it updates: {update.as_of} is before {told};"
                    " check both dates, or exchange the two"
                )
                yield Problem(update.origin.entries["as_of"].value.place, update.label, message)


def visits_have_a_date(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """A visit was at some time, or comes again and again."""
    for visit in records.visits:
        if not {"date", "recurring"} & visit.origin.entries.keys():
            message = 'the key "date" is missing; add for example "date: 2007-07-02", or "recurring: true"'
            yield Problem(visit.origin.place, visit.label, message)
        elif visit.origin.text("recurring") == "false" and "date" not in visit.origin.entries:
            place = visit.origin.entries["recurring"].value.place
            yield Problem(
                place, visit.label, 'a visit that does not recur needs a date; add for example "date: 2007"'
            )


Rule: TypeAlias = Callable[[Records, Ledger], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    ids_are_unique,
    ids_are_free,
    links_lead_somewhere,
    sources_are_named,
    statements_have_a_date,
    updates_are_newer,
    visits_have_a_date,
)


def check(records: Records, ledger: Ledger) -> list[Problem]:
    """Apply every rule and return what reading and the rules found."""
    return ledger.problems + [problem for rule in RULES for problem in rule(records, ledger)]


def _family(kind: str) -> str:
    """Name the kinds that share one set of ids alike."""
    return "record" if kind in ("statement", "milestone", "visit") else kind


def _first_source(statement: Statement, records: Records) -> str:
    primary = records.partner.primary_source if records.partner else ""
    return next(iter(statement.sources or ()), primary)
