"""The tables of statements, and of what later sources say of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from ...model.enumerations import Status, UpdateKind
from ...model.history import Change
from ...model.standing import Standing
from ...model.statement import Statement
from ...pages import anchors
from ...pages.page_context import SiteContext
from .columns import choice, formerly, link, permalink, sources, text, when
from .table import Column, ColumnType, Table


class Known(NamedTuple):
    """A statement, and what is known of it by now, or was at first."""

    statement: Statement
    standing: Standing


def _known(site: SiteContext) -> Iterator[Known]:
    return (Known(statement, site.dossier.standing(statement)) for statement in site.dossier.statements)


def _known_first(site: SiteContext) -> Iterator[Known]:
    return (Known(statement, site.dossier.standings(statement)[0]) for statement in site.dossier.statements)


def _later_steps(site: SiteContext) -> Iterator[Change]:
    for statement in site.dossier.statements:
        for former, standing in pairwise(site.dossier.standings(statement)):
            yield Change(statement, former, standing)


def _area_of(site: SiteContext, known: Known) -> str | None:
    return next((area.id for area in site.dossier.areas_of(known.statement)), None)


AS_SEEN: Column[Any] = Column(
    "as_seen",
    ColumnType.FLAG,
    "Whether that date is only the day on which the source was read.",
    lambda site, row: site.dossier.is_as_seen(*row),
    is_required=True,
)

STATEMENTS: Table[Any] = Table(
    "statements",
    "statement",
    "What sources say of the relationship, as known by now.",
    (
        text("id", "The permanent id of the statement.", lambda row: row.statement.id, is_required=True),
        Column(
            "area",
            ColumnType.TEXT,
            "The id of its area; empty for the relationship as a whole.",
            _area_of,
            refers_to="areas",
        ),
        text("topic", "The subject within the area.", lambda row: row.statement.topic),
        text("title", "A short heading.", lambda row: row.statement.title),
        text("claim", "What is or was so.", lambda row: row.standing.claim, is_required=True),
        choice("status", "What the newest source says of it.", Status, lambda row: row.standing.status),
        *when(
            "as_of",
            "The newest date as of which the claim is known to hold",
            lambda row: row.standing.as_of,
            is_required=True,
        ),
        AS_SEEN,
        text(
            "as_of_source",
            "The id of the source that gives that date.",
            lambda row: row.standing.as_of_source.id,
            is_required=True,
            refers_to="sources",
        ),
        link(
            "as_of_source_url",
            "The original address of this source.",
            lambda row: row.standing.as_of_source.url,
            is_required=True,
        ),
        *when("date", "The date of the event, where the claim is about one", lambda row: row.statement.date),
        *sources(lambda _, row: row.standing.claim_sources),
        formerly(lambda row: row.statement),
        permalink(lambda row: row.statement),
    ),
    _known,
)

CHANGES: Table[Any] = Table(
    "changes",
    "change",
    "What later sources say of a statement: a change, a confirmation or an omission.",
    (
        text(
            "id",
            "The permanent id of the step: the id of the statement, and the date.",
            lambda row: anchors.change(row.statement, row.standing.step),
            is_required=True,
        ),
        text(
            "statement",
            "The id of the statement.",
            lambda row: row.statement.id,
            is_required=True,
            refers_to="statements",
        ),
        choice(
            "kind",
            "How the source relates to the statement.",
            UpdateKind,
            lambda row: row.standing.step.kind,
            is_required=True,
        ),
        *when(
            "as_of",
            "The date of which the source speaks",
            lambda row: row.standing.step.as_of,
            is_required=True,
        ),
        text("claim_before", "The claim up to then.", lambda row: row.former.claim, is_required=True),
        text("claim_after", "The claim from then on.", lambda row: row.standing.claim, is_required=True),
        choice("status_before", "The status up to then.", Status, lambda row: row.former.status),
        choice("status_after", "The status from then on.", Status, lambda row: row.standing.status),
        text("remark", "A remark on a confirmation or an omission.", lambda row: row.standing.step.remark),
        *sources(lambda _, row: row.standing.step.sources),
        permalink(lambda row: row.statement),
    ),
    _later_steps,
)

FIRST_CLAIMS: Table[Any] = Table(
    "first_claims",
    "statement",
    "What the first sources of a statement say of it; what later ones say is in the table of changes.",
    (
        text(
            "id",
            "The permanent id of the statement.",
            lambda row: row.statement.id,
            is_required=True,
            refers_to="statements",
        ),
        text("claim", "The claim as first worded.", lambda row: row.standing.claim, is_required=True),
        choice("status", "What these sources say of it.", Status, lambda row: row.standing.status),
        *when(
            "as_of",
            "The date as of which these sources say so",
            lambda row: row.standing.as_of,
            is_required=True,
        ),
        AS_SEEN,
        *sources(lambda _, row: row.standing.claim_sources),
    ),
    _known_first,
)
