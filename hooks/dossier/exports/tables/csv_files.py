"""The tables as CSV (RFC 4180), for spreadsheets and statistics.

The files are UTF-8 and start with a byte order mark: without one, Excel takes their letters for those of
another encoding. pandas, readr, frictionless, SQLite and LibreOffice pass over it; for Python's `csv` the
encoding is `utf-8-sig`.

A text that a spreadsheet would take for a formula starts with an apostrophe here, as OWASP advises against
CSV injection. `dossier.json` and `dossier.sqlite` have every text as it is.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from functools import partial
from typing import Any

from ...pages.page_context import SiteContext
from ...pages.urls import table_file
from ..export import Export
from .all_tables import LINKS, TABLES
from .table import Cell, Table, flat

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula may start with; some spreadsheets take the wide forms for the narrow ones."""


def list_files(site: SiteContext) -> Iterator[Export]:
    """List a file for every table."""
    for table in (*TABLES, *LINKS):
        yield Export(table_file(table.name), "text/csv", table.description, partial(write, table, site))


class _Encoder:
    """Stands for the file of a writer, which then returns each row as bytes."""

    write = staticmethod(str.encode)


def write(table: Table[Any], site: SiteContext) -> Iterator[bytes]:
    """Write a table row by row, with the names of the columns in the first line."""
    writer = csv.writer(_Encoder)
    yield codecs.BOM_UTF8
    yield writer.writerow(column.name for column in table.columns)
    for row in table.rows(site):
        yield writer.writerow(map(_write_cell, row))


def _write_cell(cell: Cell) -> str | int | None:
    value = flat(cell)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return str(value).lower() if isinstance(value, bool) else value
