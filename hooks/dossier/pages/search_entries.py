"""The search entries of records; a kind of events without a function of its own has a plain entry."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from ..model.dataset import Dossier
from ..model.event import Event
from ..model.history import Change
from ..model.prose import Prose
from ..model.record import Record
from ..model.records import Source, Term, Visit
from ..model.standing import Standing
from ..model.statement import Statement
from . import anchors

WEIGHT_OF_WHAT_WAS = 0.5
"""The weight of former claims, which must not be found before the current ones."""


@dataclass(frozen=True)
class SearchEntry:
    """An entry of the search index."""

    anchor: str
    """The anchor that it leads to; empty for the page as a whole."""
    title: str
    text: str
    weight: float = 1
    """Its weight in the ranking."""


@singledispatch
def search_entry(record: Record, dossier: Dossier) -> SearchEntry:
    """Return the entry of a record."""
    raise TypeError(f"the search has no entry for a {record.noun}")


@search_entry.register
def _event(event: Event, dossier: Dossier) -> SearchEntry:
    texts = [value.plain for _, value in event.values() if isinstance(value, Prose)]
    return SearchEntry(event.id, event.title or event.id, _join(f"{event.date}.", *texts, *_conflicts(event)))


@search_entry.register
def _visit(visit: Visit, dossier: Dossier) -> SearchEntry:
    when = str(visit.date) if visit.date else "Recurring"
    people = "; ".join(person.with_role for person in (*visit.visitors, *visit.hosts))
    purpose = visit.purpose.plain if visit.purpose else ""
    text = _join(f"{when}, {visit.place}.", f"{people}.", purpose, *_conflicts(visit))
    return SearchEntry(visit.id, visit.title, text)


@search_entry.register
def _statement(statement: Statement, dossier: Dossier) -> SearchEntry:
    standing = dossier.standing(statement)
    title = statement.title or standing.claim.plain
    return SearchEntry(statement.id, title, _join(_said(standing), *_conflicts(statement)))


@search_entry.register
def _source(source: Source, dossier: Dossier) -> SearchEntry:
    return SearchEntry(
        source.id, source.title, f"{source.publisher}. {source.note.plain if source.note else ''}"
    )


@search_entry.register
def _term(term: Term, dossier: Dossier) -> SearchEntry:
    return SearchEntry(term.id, term.term, f"{term.name}. {term.text.plain if term.text else ''}")


def change_entry(change: Change) -> SearchEntry:
    """Return the entry of the claim before a change."""
    statement, former, standing = change
    title = statement.title or standing.claim.plain
    anchor = anchors.change(statement, standing.step)
    return SearchEntry(anchor, f"{title}: before {standing.as_of}", _said(former), weight=WEIGHT_OF_WHAT_WAS)


def _conflicts(event: Event) -> list[str]:
    return [f"Another source differs: {conflict.text.plain}" for conflict in event.conflicts]


def _said(standing: Standing) -> str:
    status = f" ({standing.status.words})" if standing.status else ""
    return f"As of {standing.as_of}{status}: {standing.claim.plain}"


def _join(*texts: str) -> str:
    return " ".join(texts).rstrip()
