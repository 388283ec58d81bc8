"""The database, read by Python's sqlite3, by pandas and by the command of SQLite."""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas  # type: ignore[import-untyped]
import pytest

from dossier.exports.tables import database
from dossier.pages.page_context import SiteContext

from ..conftest import AWKWARD


@pytest.fixture
def ruritanian(exported: Path) -> Iterator[sqlite3.Connection]:
    """The database of Ruritania."""
    with closing(sqlite3.connect(exported / "data" / "dossier.sqlite")) as connection:
        yield connection


def test_awkward_texts_come_through_as_they_are(ruritanian: sqlite3.Connection) -> None:
    found = ruritanian.execute("SELECT text FROM milestones WHERE id LIKE 'awkward-%' ORDER BY rowid")
    assert [text for (text,) in found] == list(AWKWARD)


def test_every_foreign_key_leads_somewhere(own: Path) -> None:
    with closing(sqlite3.connect(own / "data" / "dossier.sqlite")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        keys = connection.execute(
            'SELECT m.name, k."from", k."table" FROM sqlite_schema m, pragma_foreign_key_list(m.name) k'
        ).fetchall()
    assert ("statements", "area", "areas") in keys
    assert ("statements", "as_of_source", "sources") in keys
    assert ("statements_sources", "source", "sources") in keys
    assert ("changes", "statement", "statements") in keys


def test_a_view_joins_claims_with_their_sources(ruritanian: sqlite3.Connection) -> None:
    found = ruritanian.execute(
        "SELECT claim, as_of, source_number, source, url, as_of_source FROM claims WHERE statement IN (?, ?)",
        ("river-study", "river-laboratory"),
    )
    nato = ("nato-2010", "https://www.nato.int/ruritania.htm")
    gazette = ("zenda-gazette", "https://zeitung.example.org/fluss?seite=1&teil=2")
    assert found.fetchall() == [
        ("Ruritania was studying its rivers, says a newspaper.", "2015", 1, *gazette, "nato-2010"),
        ("A laboratory was to be built.", "2009", 1, *nato, "nato-2010"),
        ("A laboratory was to be built.", "2009", 2, *gazette, "nato-2010"),
    ]


def test_a_view_has_every_step_of_a_statement_in_order(ruritanian: sqlite3.Connection) -> None:
    found = ruritanian.execute(
        "SELECT kind, as_of, year, status, source FROM history WHERE statement = 'river-study' ORDER BY step"
    )
    assert found.fetchall() == [
        ("statement", "2010", 2010, "under-consideration", "nato-2010"),
        ("change", "2012-03-14", 2012, "ongoing", "zenda-gazette"),
        ("confirmation", "2013~", 2013, "ongoing", "nato-2010"),
        ("change", "2015", 2015, "completed", "nato-2010"),
        ("omission", "2016", 2016, "completed", "nato-2010"),
    ]


def test_a_view_finds_a_record_by_each_of_its_sources(ruritanian: sqlite3.Connection) -> None:
    query = "SELECT kind FROM citations WHERE source = 'zenda-gazette' AND id = ?"
    found = {
        record: ruritanian.execute(query, (record,)).fetchall()
        for record in ("treaty", "river-study", "king-at-headquarters", "officer-courses")
    }
    assert found == {
        "treaty": [("milestone",)],
        "river-study": [("statement",)],
        "king-at-headquarters": [("visit",)],
        "officer-courses": [],
    }


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("laboratory", "river-laboratory"),
        ("КОБУД", ""),
        ("қ", "awkward-5"),
        ("Ӣ", "awkward-5"),
        ("שלום", "awkward-7"),
        ("protocol", "king-at-headquarters"),
        ("zendaer", "zenda-gazette"),
    ],
)
def test_words_of_every_alphabet_are_found(ruritanian: sqlite3.Connection, words: str, record: str) -> None:
    found = ruritanian.execute("SELECT id FROM search WHERE search MATCH ? ORDER BY rank", (words,))
    assert [identifier for (identifier,) in found] == [record] * bool(record)


def test_the_database_says_what_may_be_done_with_it(ruritanian: sqlite3.Connection) -> None:
    assert dict(ruritanian.execute("SELECT name, value FROM about").fetchall()) == {
        "title": "Ruritania and NATO",
        "homepage": "https://example.org/ruritania/",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "version": "1.1",
        "date": "2012-03-14",
    }


def test_pandas_reads_every_type(exported: Path) -> None:
    with closing(sqlite3.connect(exported / "data" / "dossier.sqlite")) as connection:
        frame = pandas.read_sql_query("SELECT * FROM visits", connection, parse_dates=["date_earliest"])
    assert frame["date_earliest"].dtype.kind == "M"
    assert frame["recurring"].tolist() == [0, 0, 1]
    assert frame["date"].tolist()[:2] == ["2004-11-05", "2009-09-05/2009-09-10"]


def ask(database: Path, query: str) -> Any:
    """Ask the command of SQLite, or the module of Python where there is none."""
    if command := shutil.which("sqlite3"):
        answer = subprocess.run([command, "-json", database, query], capture_output=True, check=True)
        return json.loads(answer.stdout)
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(query)]


def test_sqlite_reads_the_right_types(exported: Path) -> None:
    query = (
        "SELECT id, date, date_latest, typeof(date) AS type, key, text FROM milestones WHERE id = 'treaty'"
    )
    assert ask(exported / "data" / "dossier.sqlite", query) == [
        {
            "id": "treaty",
            "date": "2005",
            "date_latest": "2005-12-31",
            "type": "text",
            "key": 1,
            "text": "It followed the king's visit.",
        }
    ]


def test_a_full_disk_is_an_error_of_the_system(site_context: SiteContext) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(OSError, match=r"^(disk I/O error|database or disk is full)$"):
            next(database.write(site_context))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
