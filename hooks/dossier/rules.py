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
from .ledger import Ledger, Name
from .messages import CrossChecks, Ids, Links
from .models import Area, Milestone, Partner, Source, Statement, Term, Visit
from .problems import Problem
from .values import kebab_case
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


LINKED = ("visit", "milestone", "statement", "area", "source")
"""The kinds of records that a text can link to."""

TWICE = {"area": Ids.AREA_TWICE, "term": Ids.TERM_TWICE}
"""What is said of an id that an editor does not write as such."""


def ids_are_unique(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """Statements, milestones and visits share one set of ids; sources, areas and terms have their own."""
    first: dict[tuple[str, str], Name] = {}
    for name in sorted(ledger.given, key=lambda name: name.place):
        earlier = first.setdefault((_family(name.kind), name.id), name)
        if earlier is not name:
            message = TWICE.get(name.kind, Ids.TWICE)
            text = message(id=name.id, record=earlier.record, place=earlier.place)
            yield Problem(name.place, name.record, text)


def ids_are_free(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """Some addresses are taken: `/areas/` is a page, and `/timeline/#y2007` is a year."""
    for name in ledger.given:
        is_page = name.kind == "area" and name.id == "index"
        if is_page or (_family(name.kind) == "record" and re.fullmatch(r"y\d{4}", name.id)):
            message = Ids.AREA_TAKEN if is_page else Ids.TAKEN
            yield Problem(name.place, name.record, message(id=name.id))


def links_lead_somewhere(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """Whatever a record names exists; a bad id counts as what it will be once it is mended."""
    known: dict[str, dict[str, None]] = {}
    for name in ledger.given:
        known.setdefault(name.kind, {}).update(dict.fromkeys([name.id, kebab_case(name.id)]))
    messages: dict[tuple[str, str], str] = {}
    for link in ledger.linked:
        ids = known.get(link.kind, {})
        if link.id in ids or link.kind in ledger.unread:
            continue
        if (link.kind, link.id) not in messages:
            messages[link.kind, link.id] = _unknown(link, known)
        yield Problem(link.place, link.record, messages[link.kind, link.id])


def sources_are_named(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """A source that no record names is of no use to a reader."""
    named = {link.id for link in ledger.linked if link.kind == "source"}
    for source in records.sources:
        if source.id and not {source.id, kebab_case(source.id)} & named and not ledger.unread:
            yield Problem(source.origin.place, source.label, CrossChecks.NOT_NAMED(), is_warning=True)


def statements_have_a_date(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """A reader can always see as of when a statement was true."""
    sources = {source.id: source for source in records.sources}
    for statement in records.statements:
        source = sources.get(_first_source(statement, records))
        if "as_of" not in statement.origin.entries and source and "date" not in source.origin.entries:
            message = CrossChecks.NO_AS_OF(source=source.label)
            yield Problem(statement.origin.place, statement.label, message)


def updates_are_newer(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """An update is not older than what it updates."""
    sources = {source.id: source for source in records.sources}
    for statement in records.statements:
        source = sources.get(_first_source(statement, records))
        told: When | None = statement.as_of or (source.date if source else None)
        for update in statement.updates or ():
            if told and update.as_of and update.as_of.latest < told.earliest:
                message = CrossChecks.UPDATE_TOO_OLD(date=update.as_of, earlier=told)
                yield Problem(update.origin.entries["as_of"].value.place, update.label, message)


def visits_have_a_date(records: Records, ledger: Ledger) -> Iterator[Problem]:
    """A visit was at some time, or comes again and again."""
    for visit in records.visits:
        if not {"date", "recurring"} & visit.origin.entries.keys():
            yield Problem(visit.origin.place, visit.label, CrossChecks.NO_DATE())
        elif visit.origin.text("recurring") == "false" and "date" not in visit.origin.entries:
            place = visit.origin.entries["recurring"].value.place
            yield Problem(place, visit.label, CrossChecks.NOT_RECURRING())


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


def _unknown(link: Name, known: dict[str, dict[str, None]]) -> str:
    """Say that there is no such record, and which may be meant."""
    ids = known.get(link.kind, {})
    kind = next((kind for kind in LINKED if link.id in known.get(kind, {})), "")
    if not link.kind:
        better = f"{kind}:{link.id}"
        return Links.MISWRITTEN(target=link.id, better=better) if kind else Links.NOWHERE(target=link.id)
    if kind and _family(link.kind) == "record":  # the id of an area or a source need not be that of a link
        return CrossChecks.OTHER_KIND(id=link.id, better=f"{kind}:{link.id}")
    if not ids:
        return CrossChecks.NONE_YET(kind=link.kind, id=link.id)
    if all(part in ids for part in link.id.split(" - ")):
        return CrossChecks.ENTRIES_JOINED(id=link.id)
    if all(part in ids for part in link.id.split(" ")):
        return CrossChecks.COMMA_MISSING(ids=", ".join(link.id.split(" ")))
    suggestion = suggest(link.id, ids, one_of(ids))
    return CrossChecks.UNKNOWN(kind=link.kind, id=link.id, suggestion=suggestion)


def _family(kind: str) -> str:
    """Name the kinds that share one set of ids alike."""
    return "record" if kind in ("statement", "milestone", "visit") else kind


def _first_source(statement: Statement, records: Records) -> str:
    primary = records.partner.primary_source if records.partner else ""
    return next(iter(statement.sources or ()), primary)
