"""The rules across records, one small function each.

A rule yields problems. It skips a value that is None, because that was reported when it was read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from ..model.enumerations import UpdateKind
from ..model.event import Event
from ..model.field_types import KEBAB_CASE, kebab_case
from ..model.kinds import Kind, RecordSet, namespaces
from ..model.records import Partner, Source, Visit
from ..model.registry import IdUse, Registry
from ..model.standing import true_as_of
from ..model.statement import Statement
from ..problems.phrases import one_of, suggest_id
from ..problems.problem import Problem
from ..problems.record_messages import CrossChecks, Ids, Links

TWICE = {"area": Ids.AREA_TWICE, "term": Ids.TERM_TWICE}
"""The messages for ids that are not written as such in the data."""

YEAR = re.compile(r"y\d{4}")
"""Matches the anchor of a year."""

FARTHEST = 100
"""How many years from all others a date may be; the year of one that is farther most likely has a slip."""

FEWEST_DATED = 5
"""How many dated events it takes to tell."""


def ids_are_unique(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report ids used twice; statements, milestones and visits share one set, other kinds have their own."""
    names = namespaces(records.kinds)
    first: dict[tuple[str, str], IdUse] = {}
    for use in sorted([*registry.defined, *registry.former], key=lambda use: use.place):
        earlier = first.setdefault((names.get(use.kind, use.kind), use.id), use)
        if earlier is not use:
            message = TWICE.get(use.kind, Ids.TWICE)
            text = message(id=use.id, record=earlier.record, place=earlier.place)
            yield Problem(use.place, use.record, text)


def ids_are_free(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report ids whose address is taken: `/areas/` is a page, and `/timeline/#y2007` is a year."""
    names = namespaces(records.kinds)
    for use in [*registry.defined, *registry.former]:
        is_page = use.kind == "area" and use.id == "index"
        is_event = names.get(use.kind, use.kind) == Event.noun
        if is_page or (is_event and YEAR.fullmatch(use.id)):
            message = Ids.AREA_TAKEN if is_page else Ids.TAKEN
            yield Problem(use.place, use.record, message(id=use.id))


def references_lead_somewhere(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report references to records that do not exist; a misspelt id counts as its corrected form."""
    known: dict[str, dict[str, None]] = {}
    for name in registry.defined:
        ids = known.setdefault(name.kind, {})
        ids[name.id] = None
        if not KEBAB_CASE.fullmatch(name.id):
            ids[kebab_case(name.id)] = None
    names = namespaces(records.kinds)
    now = {use.id: use.record for use in registry.former}
    unknown: dict[tuple[str, str], list[IdUse]] = {}
    for use in registry.referenced:
        if use.id not in known.get(use.kind, {}) and use.kind not in registry.incomplete_kinds:
            unknown.setdefault((use.kind, use.id), []).append(use)
    for (kind, identifier), uses in unknown.items():
        renamed = now.get(identifier, "") if names.get(kind) == Event.noun else ""
        message = (
            CrossChecks.RENAMED(id=identifier, record=renamed)
            if renamed
            else _unknown(uses, known, records.kinds)
        )
        yield from (Problem(use.place, use.record, message) for use in uses)


def sources_are_named(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report sources that no record names: they are of no use to a reader."""
    named = {use.id for use in registry.referenced if use.kind == Source.noun}
    for source in records.of(Source):
        if source.id and not {source.id, kebab_case(source.id)} & named and not registry.incomplete_kinds:
            yield Problem(source.origin.place, source.in_words, CrossChecks.NOT_NAMED(), is_warning=True)


def statements_have_a_date(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report statements without a date as of which they are true."""
    for statement, source in _with_first_sources(records):
        own = {"as_of", "date"} & statement.origin.by_key.keys()
        if source and not own and not {"date", "accessed"} & source.origin.by_key.keys():
            message = CrossChecks.NO_AS_OF(source=source.in_words)
            yield Problem(statement.origin.place, statement.in_words, message)


def updates_are_newer(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report updates that are older than their statement."""
    for statement, source in _with_first_sources(records):
        as_of = true_as_of(statement, source) if source else statement.as_of
        for update in statement.updates or ():
            if as_of and update.as_of and update.as_of.latest < as_of.earliest:
                message = CrossChecks.UPDATE_TOO_OLD(date=update.as_of, earlier=as_of)
                yield Problem(update.origin.by_key["as_of"], update.in_words, message)


def changes_say_something(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report changes without a text or a status."""
    for statement in records.of(Statement):
        for update in statement.updates or ():
            if update.kind is UpdateKind.CHANGE and not {"text", "status"} & update.origin.by_key.keys():
                yield Problem(update.origin.place, update.in_words, CrossChecks.EMPTY_CHANGE())


def visits_have_a_date(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report visits that neither have a date nor recur."""
    for visit in records.of(Visit):
        if not {"date", "recurring"} & visit.origin.by_key.keys():
            yield Problem(visit.origin.place, visit.in_words, CrossChecks.NO_DATE())
        elif visit.recurring is False and "date" not in visit.origin.by_key:
            yield Problem(visit.origin.by_key["recurring"], visit.in_words, CrossChecks.NOT_RECURRING())


def dates_are_near_others(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """A date is not a century away from all other dates."""
    dated = [(event, event.date) for event in records.events if event.date]
    events = Counter(year for _, date in dated for year in {date.year, date.newest.year})
    rare = {year for year, number in events.items() if number == 1}
    for event, date in dated if len(dated) >= FEWEST_DATED else ():
        alone = rare & {date.year, date.newest.year}
        if any(all(abs(year - other) > FARTHEST for other in events.keys() - alone) for year in alone):
            message = CrossChecks.FAR_DATE(date=date.edtf, number=FARTHEST)
            yield Problem(event.origin.by_key["date"], event.in_words, message, is_warning=True)


def sources_are_archived(records: RecordSet, registry: Registry) -> Iterator[Problem]:
    """Report sources without an archived copy, which die with their address."""
    for source in records.of(Source):
        if "archived" not in source.origin.by_key:
            yield Problem(source.origin.place, source.in_words, CrossChecks.NOT_ARCHIVED(), is_warning=True)


Rule: TypeAlias = Callable[[RecordSet, Registry], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    ids_are_unique,
    ids_are_free,
    references_lead_somewhere,
    sources_are_named,
    statements_have_a_date,
    updates_are_newer,
    changes_say_something,
    visits_have_a_date,
    dates_are_near_others,
)
STRICT_RULES: tuple[Rule, ...] = (*RULES, sources_are_archived)
"""Those of a maintainer who wants every source to have an archived copy."""


def check(records: RecordSet, registry: Registry, rules: Iterable[Rule] = RULES) -> list[Problem]:
    """Apply every rule; return the problems of reading and of the rules."""
    return registry.problems + [problem for rule in rules for problem in rule(records, registry)]


def _unknown(uses: list[IdUse], known: Mapping[str, Mapping[str, None]], kinds: Iterable[Kind]) -> str:
    """Say that there is no record with the id of these uses; if they are many, it may have been renamed."""
    use = uses[0]
    ids = known.get(use.kind, {})
    is_kind = use.kind in {kind.noun for kind in kinds if kind.is_linked}
    if not is_kind or not use.id or use.id != use.id.strip():
        return _misnamed_kind(use, known, kinds)
    named = next((kind for kind in kinds if kind.is_linked and use.id in known.get(kind.noun, {})), None)
    if named and issubclass(named.model, Event):  # the id of an area or a source need not be that of a link
        return CrossChecks.OTHER_KIND(id=use.id, better=f"{named.noun}:{use.id}")
    if not ids:
        return CrossChecks.NONE_YET(kind=use.kind, id=use.id)
    if all(part in ids for part in use.id.split(" - ")):
        return CrossChecks.ENTRIES_JOINED(id=use.id)
    if all(part in ids for part in use.id.split(" ")):
        return CrossChecks.COMMA_MISSING(ids=", ".join(use.id.split(" ")))
    if len(uses) == 1:
        suggestion = suggest_id(use.id, ids, one_of(ids))
        return CrossChecks.UNKNOWN(kind=use.kind, id=use.id, suggestion=suggestion)
    is_event = namespaces(kinds)[use.kind] == Event.noun
    message = CrossChecks.UNKNOWN_EVENT_OFTEN if is_event else CrossChecks.UNKNOWN_OFTEN
    suggestion = suggest_id(use.id, ids, f"use the id of another {use.kind}")
    return message(kind=use.kind, id=use.id, number=len(uses), suggestion=suggestion)


def _misnamed_kind(use: IdUse, known: Mapping[str, Mapping[str, None]], kinds: Iterable[Kind]) -> str:
    """Say how to write a link whose kind is missing or unknown."""
    if not use.kind:
        nouns = (kind.noun for kind in kinds if kind.is_linked and use.id in known.get(kind.noun, {}))
    else:
        nouns = (
            kind.noun for kind in kinds if use.kind.lower() in (kind.noun, kind.plural) if kind.is_linked
        )
    target = f"{use.kind}:{use.id}" if use.kind else use.id
    noun, identifier = next(nouns, ""), use.id.strip()
    if noun and identifier and " " not in identifier:
        return Links.MISWRITTEN(target=target, better=f"{noun}:{identifier}")
    if " " in use.id and use.kind.lower() in ("http", "https", "mailto"):
        return Links.SPACE(target=target)
    return Links.NOWHERE(target=target)


def _with_first_sources(records: RecordSet) -> Iterator[tuple[Statement, Source | None]]:
    """Yield each statement with its first source, if that exists."""
    sources = {source.id: source for source in records.of(Source)}
    primary = next((partner.primary_source for partner in records.of(Partner)), "")
    for statement in records.of(Statement):
        yield statement, sources.get(next(iter(statement.sources or ()), primary))
