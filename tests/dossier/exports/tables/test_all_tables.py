"""The declarations of the tables."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from dossier.exports.tables.all_tables import LINKS, TABLES
from dossier.model.record import Record
from dossier.model.records import Area, Milestone, Person, Source, Visit
from dossier.model.statement import Statement, Update

ELSEWHERE = {
    Area: {"activities", "order"},  # statements name their area; the rows are in this order
    Milestone: {"conflicts"},
    Visit: {"conflicts", "visitors", "hosts"},
    Source: set(),
    Statement: {"text", "updates", "conflicts"},  # the claim is the newest text
    Update: {"text", "status"},  # before and after
    Person: set(),
}
"""The keys of records that are in another table or column."""


@pytest.mark.parametrize("model", ELSEWHERE)
def test_every_key_of_a_record_has_a_column(model: type[Record]) -> None:
    name = {Update: "changes", Person: "participants"}.get(model, f"{model.noun}s")
    (table,) = (table for table in TABLES if table.name == name)
    assert model.fields().keys() - {column.name for column in table.columns} == ELSEWHERE[model]


def test_names_suit_every_program() -> None:
    columns = chain.from_iterable(table.columns for table in (*TABLES, *LINKS))
    names = [table.name for table in (*TABLES, *LINKS)]
    assert len(set(names)) == len(names)
    assert [
        name for name in (*names, *(column.name for column in columns)) if not re.fullmatch("[a-z_]+", name)
    ] == []


def test_every_table_and_column_is_described_in_a_sentence() -> None:
    columns = chain.from_iterable(table.columns for table in (*TABLES, *LINKS))
    said = [table.description for table in (*TABLES, *LINKS)] + [column.description for column in columns]
    assert [text for text in said if not re.fullmatch(r"[A-Z].*\.", text)] == []


def test_a_column_refers_to_a_table_that_there_is() -> None:
    columns = chain.from_iterable(table.columns for table in (*TABLES, *LINKS))
    assert {column.refers_to for column in columns} - {table.name for table in TABLES} == {""}
