"""The Data Package, checked by frictionless, which reads the tables by it."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, validate

from dossier.exports.site_exports import SiteExports
from dossier.loading.data_folder import load
from dossier.pages.page_context import SiteContext

from ..conftest import AWKWARD


def errors(folder: Path) -> list[tuple[str, str]]:
    """Return what frictionless finds wrong: the tables, and the kinds of errors."""
    report = validate(str(folder / "data" / "datapackage.json"))
    assert not report.errors, report.errors
    return [(task.name, error.type) for task in report.tasks for error in task.errors]


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """Read a table as its description says."""
    resource = Package(str(folder / "data" / "datapackage.json")).get_table_resource(table)
    return [row.to_dict() for row in resource.read_rows()]


def test_the_tables_of_awkward_texts_are_as_described(exported: Path) -> None:
    assert errors(exported) == []


def test_the_tables_of_the_project_are_as_described(own: Path) -> None:
    assert errors(own) == []


def test_the_tables_of_a_site_without_an_address_are_as_described(good_data: Path, tmp_path: Path) -> None:
    SiteExports(SiteContext(load(good_data))).write_folder(tmp_path / "exported")
    assert errors(tmp_path / "exported") == []


def test_every_value_has_its_type(exported: Path) -> None:
    (rules,) = (row for row in rows(exported, "milestones") if row["id"] == "old-rules")
    assert rules["areas"] == ["defence", "science"]
    assert (rules["date"], rules["date_earliest"], rules["date_latest"]) == (
        "../2004",
        None,
        date(2004, 12, 31),
    )
    assert (rules["key"], rules["text"]) == (False, None)
    assert [row["text"].removeprefix("'") for row in rows(exported, "milestones")[-len(AWKWARD) :]] == [
        text.removeprefix("'") for text in AWKWARD
    ]


@pytest.mark.parametrize(
    ("table", "column", "value", "error"),
    [
        ("statements", "area", "weather", "foreign-key"),
        ("statements_sources", "source", "nobody", "foreign-key"),
        ("sources", "kind", "rumour", "constraint-error"),
        ("milestones", "id", "talks", "primary-key"),
        ("visits", "date_latest", "soon", "type-error"),
    ],
)
def test_a_wrong_value_would_be_seen(exported: Path, table: str, column: str, value: str, error: str) -> None:
    path = exported / "data" / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, *others = csv.DictReader(file)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, first.keys())
        writer.writeheader()
        writer.writerows([*others, first | {column: value}])
    assert (table, error) in errors(exported)


def test_the_package_says_where_it_is_from_and_what_may_be_done_with_it(exported: Path) -> None:
    package = json.loads((exported / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["title"] == "Ruritania and NATO"
    assert package["homepage"] == "https://example.org/ruritania/"
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]
    assert package["date"] == "2012-03-14"
