"""The tables of the record, declared once for every format that has tables.

Tables and columns may be added, for programs find them by their names. Texts are plain: the Markdown is in
`dossier.json`.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

from ...model.enumerations import SourceKind
from ...model.records import Area, Source
from .columns import choice, identifier, link, permalink, text, when
from .event_tables import CONFLICTS, MILESTONES, PARTICIPANTS, VISITS
from .statement_tables import CHANGES, STATEMENTS
from .table import Table

AREAS: Table[Area] = Table(
    "areas",
    "area",
    "The fields of cooperation.",
    (
        identifier("area"),
        text("title", "The name of the area.", lambda area: area.title, is_required=True),
        text("summary", "What the area is about.", lambda area: area.summary, is_required=True),
        permalink(),
    ),
    lambda site: site.dossier.areas,
)

SOURCES: Table[Source] = Table(
    "sources",
    "source",
    "The documents on which the record rests.",
    (
        identifier("source"),
        text(
            "title",
            "The title, in the language of the document.",
            lambda source: source.title,
            is_required=True,
        ),
        text("publisher", "Who published it.", lambda source: source.publisher, is_required=True),
        choice("kind", "Who speaks in it.", SourceKind, lambda source: source.kind, is_required=True),
        link("url", "The original address.", lambda source: source.url, is_required=True),
        *when("date", "The date of which it speaks", lambda _, source: source.date),
        *when("accessed", "When it was read", lambda _, source: source.accessed),
        link("archived", "The address of a copy in a public archive.", lambda source: source.archived),
        link("read_at", "The address at which it was read, if another one.", lambda source: source.read_at),
        *when("gone", "When the original address led nowhere any more", lambda _, source: source.gone),
        text(
            "language", "The code of its language (BCP 47).", lambda source: source.language, is_required=True
        ),
        text("note", "What a reader should know of it.", lambda source: source.note),
        permalink(),
    ),
    lambda site: site.dossier.sources,
)

TABLES: tuple[Table[Any], ...] = (
    *(STATEMENTS, MILESTONES, VISITS, SOURCES, CHANGES),
    *(AREAS, PARTICIPANTS, CONFLICTS),
)
"""Those that most readers want come first."""

LINKS: tuple[Table[Any], ...] = tuple(chain.from_iterable(table.links() for table in TABLES))
"""The tables that join two others."""
