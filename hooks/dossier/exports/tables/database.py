"""The tables as a SQLite database, with views that join them, and full-text search.

    SELECT title, permalink FROM search WHERE search MATCH 'landmines' ORDER BY rank;
    SELECT claim, as_of, source, url FROM claims WHERE area = 'science';
    SELECT claim, as_of, source FROM history WHERE statement = 'river-study';
    SELECT kind, id FROM citations WHERE source = 'nato-2010';

The same data give the same bytes from the same version of SQLite, which writes its number into the file.
Without its module FTS5, there is no table `search`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...pages.page_context import SiteContext
from ...pages.urls import DATABASE
from ..about import about
from ..export import Export
from .all_tables import LINKS, TABLES
from .table import ColumnType, Table, flat

LONGEST_PIECE = 65_536
"""Bytes."""

UNGUARDED = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""A database that is not complete is thrown away, so nothing has to be kept safe."""

TYPES = {
    ColumnType.TEXT: "TEXT",
    ColumnType.URL: "TEXT",
    ColumnType.PERMALINK: "TEXT",
    ColumnType.FLAG: "BOOLEAN",
    ColumnType.NUMBER: "INTEGER",
    ColumnType.DAY: "DATE",
    ColumnType.LIST: "TEXT",
}
"""The declared types; SQLite keeps a day as text and a flag as 0 or 1."""

ABOUT = """
CREATE TABLE about ( -- The record as a whole.
  name TEXT PRIMARY KEY,
  value TEXT
);
"""

CLAIMS = """
CREATE VIEW claims AS -- Each claim once for each of its sources, the main one first.
SELECT statements.id AS statement, areas.id AS area, areas.title AS area_title, statements.title AS title,
  claim, status, as_of, as_of_earliest, as_of_latest, statements.permalink AS permalink,
  number AS source_number, sources.id AS source, sources.title AS source_title, publisher,
  sources.date AS source_date, url, as_of_source, as_of_source_url
FROM statements
LEFT JOIN areas ON areas.id = statements.area
JOIN statements_sources ON statements_sources.statement = statements.id
JOIN sources ON sources.id = statements_sources.source
ORDER BY statements.rowid, number;
"""

HISTORY = """
CREATE VIEW history AS -- Each step of each statement, by rising numbers, once for each of its sources.
WITH steps (
  statement, step, kind, claim, status, as_of, as_of_earliest, as_of_latest, source_number, source
) AS (
  SELECT id, 0, 'statement', claim, status, as_of, as_of_earliest, as_of_latest, number, source
  FROM first_claims JOIN first_claims_sources ON statement = id
  UNION ALL
  SELECT statement, changes.rowid, kind, claim_after, status_after, as_of, as_of_earliest, as_of_latest,
    number, source
  FROM changes JOIN changes_sources ON change = id
)
SELECT steps.*, CAST(coalesce(steps.as_of_latest, steps.as_of_earliest) AS INTEGER) AS year,
  area, statements.title AS title, permalink
FROM steps JOIN statements ON statements.id = statement
ORDER BY statements.rowid, step, source_number;
"""

CITATIONS = """
CREATE VIEW citations AS -- Each record once for each source that says something of it, now or before.
WITH records (kind, id, title, permalink) AS (
  SELECT 'statement', id, title, permalink FROM statements
  UNION ALL SELECT 'milestone', id, title, permalink FROM milestones
  UNION ALL SELECT 'visit', id, title, permalink FROM visits
), cited (id, source) AS (
  SELECT statement, source FROM first_claims_sources
  UNION SELECT statement, source FROM changes_sources JOIN changes ON changes.id = change
  UNION SELECT milestone, source FROM milestones_sources
  UNION SELECT visit, source FROM visits_sources
  UNION SELECT record, source FROM conflicts_sources JOIN conflicts ON conflicts.id = conflict
)
SELECT source, kind, id, title, permalink FROM records JOIN cited USING (id);
"""

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5( -- The words of all records, without their accents.
  kind UNINDEXED, id UNINDEXED, title, text, permalink UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
);
"""

SEARCHED = """
INSERT INTO search SELECT 'statement', id, title, claim, permalink FROM statements;
INSERT INTO search SELECT 'milestone', id, title, text, permalink FROM milestones;
INSERT INTO search SELECT 'visit', id, title, place || coalesce(' ' || purpose, '') || (
  SELECT group_concat(' ' || name || coalesce(' ' || role, ''), '') FROM participants WHERE visit = visits.id
), permalink FROM visits;
INSERT INTO search SELECT 'source', id, title, publisher || coalesce(' ' || note, ''), permalink FROM sources;
INSERT INTO search (search) VALUES ('optimize');
"""


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the one file."""
    title = "The tables as a SQLite database, with full-text search."
    yield Export(DATABASE, "application/vnd.sqlite3", title, partial(write, site))


def write(site: SiteContext) -> Iterator[bytes]:
    """Write the database into a file, and yield that in pieces.

    Raises:
        OSError: if the system refuses.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder, "database")
        try:
            _write_file(path, site)
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from None
        with path.open("rb") as file:
            while piece := file.read(LONGEST_PIECE):
                yield piece


def _write_file(path: Path, site: SiteContext) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(UNGUARDED)
        for table in (*TABLES, *LINKS):
            database.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            rows = ([*map(flat, row)] for row in table.rows(site))
            database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
        database.execute(ABOUT)
        database.executemany("INSERT INTO about VALUES (?, ?)", about(site).items())
        for view in (CLAIMS, HISTORY, CITATIONS):
            database.execute(view)
        _add_search(database)
        database.commit()


def _create(table: Table[Any]) -> str:
    """Write the statement that creates a table, each column with its description."""
    lines = [
        (f"{column.name} {TYPES[column.type]}{' NOT NULL' * column.is_required}", column.description)
        for column in table.columns
    ]
    lines.append((f"PRIMARY KEY ({', '.join(table.key)})", ""))
    lines += [(f"FOREIGN KEY ({name}) REFERENCES {other} (id)", "") for name, other in table.references()]
    commas = [","] * (len(lines) - 1) + [""]
    inner = [
        f"  {line}{comma}{f' -- {description}' if description else ''}\n"
        for (line, description), comma in zip(lines, commas, strict=True)
    ]
    return f"CREATE TABLE {table.name} ( -- {table.description}\n{''.join(inner)})"


def _add_search(database: sqlite3.Connection) -> None:
    try:
        database.execute(SEARCH)
    except sqlite3.OperationalError:  # this SQLite has no FTS5
        return
    database.executescript(SEARCHED)
