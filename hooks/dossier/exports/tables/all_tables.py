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
from .link_tables import link_tables
from .statement_tables import CHANGES, FIRST_CLAIMS, STATEMENTS
from .table import Table

AREAS: Table[Area] = Table(
    "areas",
    "area",
    "The fields of cooperation.",
    (
        identifier("area"),
        text("title", "The name of the area.", is_required=True),
        text("summary", "What the area is about.", is_required=True),
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
        text("title", "The title, in the language of the document.", is_required=True),
        text("publisher", "Who published it.", is_required=True),
        choice("kind", "Who speaks in it.", SourceKind, is_required=True),
        link("url", "The original address.", is_required=True),
        *when("date", "The date of which it speaks"),
        *when("accessed", "When it was read"),
        link("archived", "The address of a copy in a public archive."),
        link("read_at", "The address at which it was read, if another one."),
        *when("gone", "When the original address led nowhere any more"),
        text("language", "The code of its language (BCP 47).", is_required=True),
        text("note", "What a reader should know of it."),
        permalink(),
    ),
    lambda site: site.dossier.sources,
)

TABLES: tuple[Table[Any], ...] = (
    *(STATEMENTS, MILESTONES, VISITS, SOURCES, CHANGES),
    *(FIRST_CLAIMS, AREAS, PARTICIPANTS, CONFLICTS),
)
"""Those that most readers want come first."""

LINKS: tuple[Table[Any], ...] = tuple(chain.from_iterable(map(link_tables, TABLES)))
"""The tables that join two others."""
