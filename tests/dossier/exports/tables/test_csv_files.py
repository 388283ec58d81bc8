"""The tables as CSV, read by Python's csv module and by pandas."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas  # type: ignore[import-untyped]
import pytest

from dossier.exports.tables.all_tables import LINKS, TABLES
from dossier.exports.tables.table import ColumnType, Table
from dossier.pages.page_context import SiteContext

from ..conftest import AWKWARD

Rows = list[dict[str, str]]


@pytest.fixture
def rows(exported: Path) -> Callable[[str], Rows]:
    """Reads a table of Ruritania."""

    def read(name: str) -> Rows:
        with (exported / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    return read


def one(rows: Rows, identifier: str) -> dict[str, str]:
    """Return the row with an id."""
    (row,) = (row for row in rows if row["id"] == identifier)
    return row


def test_awkward_texts_come_through_and_no_cell_is_a_formula(rows: Callable[[str], Rows]) -> None:
    texts = [row["text"] for row in rows("milestones") if row["id"].startswith("awkward-")]
    assert texts == [f"'{text}" if text[0] in "=+-@" else text for text in AWKWARD]


def test_a_date_is_given_as_written_as_edtf_and_as_days(rows: Callable[[str], Rows]) -> None:
    dates = {row["id"]: [row[key] for key in row if key.startswith("date")] for row in rows("milestones")}
    assert dates["treaty"] == ["2005", "2005", "2005-01-01", "2005-12-31"]
    assert dates["mission-opens"] == ["2005-11~", "2005-11~", "2005-11-01", "2005-11-30"]
    assert dates["talks"] == ["2001/..", "2001/..", "2001-01-01", ""]
    assert dates["old-rules"] == ["../2004", "../2004", "", "2004-12-31"]
    king = one(rows("visits"), "king-at-headquarters")
    assert (king["date"], king["date_written"]) == ("2004-11-05", "5 November 2004")


def test_a_statement_is_given_as_it_is_known_by_now(rows: Callable[[str], Rows]) -> None:
    study = one(rows("statements"), "river-study")
    assert study["claim"] == "Ruritania was studying its rivers, says a newspaper."
    assert (study["status"], study["as_of"], study["as_seen"]) == ("completed", "2015", "false")
    assert (study["area"], study["formerly"], study["sources"]) == (
        "science",
        "study-of-lakes",
        "zenda-gazette",
    )
    assert study["permalink"] == "https://example.org/ruritania/areas/science/#river-study"


def test_the_date_of_a_claim_has_its_own_source(rows: Callable[[str], Rows]) -> None:
    study = one(rows("statements"), "river-study")
    assert (study["sources"], study["as_of_source"]) == ("zenda-gazette", "nato-2010")
    assert study["as_of_source_url"] == "https://www.nato.int/ruritania.htm"


def test_the_date_of_a_statement_that_names_none_is_that_of_its_source(rows: Callable[[str], Rows]) -> None:
    courses = one(rows("statements"), "officer-courses")
    assert (courses["as_of"], courses["as_of_written"]) == ("2010", "2010")


def test_the_sources_of_a_record_that_names_none_are_the_primary_one(rows: Callable[[str], Rows]) -> None:
    talks = one(rows("milestones"), "talks")
    assert (talks["sources"], talks["source_urls"]) == ("nato-2010", "https://www.nato.int/ruritania.htm")


def test_what_later_sources_say_is_in_the_table_of_changes(rows: Callable[[str], Rows]) -> None:
    steps = rows("changes")
    assert [(step["id"], step["kind"], step["remark"]) for step in steps] == [
        ("river-study_2012-03-14", "change", ""),
        ("river-study_2013", "confirmation", "with more rivers"),
        ("river-study_2015", "change", ""),
        ("river-study_2016", "omission", ""),
    ]
    assert steps[0]["claim_before"] == "Ruritania was considering a study of its rivers."
    assert (steps[2]["status_before"], steps[2]["status_after"]) == ("ongoing", "completed")


def test_the_first_claim_of_a_statement_is_kept_with_its_sources(rows: Callable[[str], Rows]) -> None:
    study = one(rows("first_claims"), "river-study")
    assert study["claim"] == "Ruritania was considering a study of its rivers."
    assert (study["status"], study["as_of"], study["as_seen"]) == ("under-consideration", "2010", "false")
    assert (study["sources"], study["source_urls"]) == ("nato-2010", "https://www.nato.int/ruritania.htm")
    links = [row for row in rows("first_claims_sources") if row["statement"] == "river-study"]
    assert links == [{"statement": "river-study", "number": "1", "source": "nato-2010"}]


def test_who_took_part_in_a_visit_is_known(rows: Callable[[str], Rows]) -> None:
    people = [row for row in rows("participants") if row["visit"] == "king-at-headquarters"]
    assert [(row["number"], row["host"], row["name"], row["role"]) for row in people] == [
        ("1", "false", "Rudolf V", "King of Ruritania"),
        ("2", "false", "Ruritanian officers (one group)", ""),
        ("3", "true", "The Secretary General", ""),
        ("4", "true", "Jane Doe", "Head of Protocol"),
    ]


def test_what_does_not_fit_a_record_has_a_table(rows: Callable[[str], Rows]) -> None:
    conflict = one(rows("conflicts"), "treaty_1")
    assert (conflict["kind"], conflict["record"]) == ("milestone", "treaty")
    assert (conflict["text"], conflict["sources"]) == ("The treaty was signed in 2006.", "zenda-gazette")


def test_the_lists_of_a_table_are_in_tables_of_their_own_too(rows: Callable[[str], Rows]) -> None:
    assert [row for row in rows("milestones_areas") if row["milestone"] == "old-rules"] == [
        {"milestone": "old-rules", "number": "1", "area": "defence"},
        {"milestone": "old-rules", "number": "2", "area": "science"},
    ]


@pytest.mark.parametrize("table", [*TABLES, *LINKS], ids=lambda table: table.name)
def test_pandas_reads_every_type(exported: Path, awkward_site: SiteContext, table: Table[Any]) -> None:
    days = [column.name for column in table.columns if column.type is ColumnType.DAY]
    frame = pandas.read_csv(exported / "data" / f"{table.name}.csv", parse_dates=days, keep_default_na=False)
    assert list(frame.columns) == [column.name for column in table.columns]
    assert len(frame) == len(list(table.rows(awkward_site)))
    for column in table.columns:
        kind = {ColumnType.FLAG: "b", ColumnType.NUMBER: "i", ColumnType.DAY: "M"}.get(column.type, "O")
        assert frame[column.name].dtype.kind == kind, column.name


def test_excel_sees_that_the_files_are_utf_8(exported: Path) -> None:
    files = list((exported / "data").glob("*.csv"))
    assert {file.read_bytes()[:3] for file in files} == {b"\xef\xbb\xbf"}
