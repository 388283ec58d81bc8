"""The record as JSON: read back by this project, checked against its schema by others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from dossier.exports.records.records_as_json import describe
from dossier.loading.data_folder import load
from dossier.model.field import ListField
from dossier.model.kinds import KINDS, Layout
from dossier.model.record import Record, RecordField
from dossier.model.records import Milestone
from dossier.model.statement import Statement
from dossier.pages.page_context import SiteContext

from ....schema_check import check_jsonschema
from ..conftest import AWKWARD

BASE = "https://example.org/ruritania/"
CITED = {"id": "nato-2010", "title": "Relations", "url": "https://www.nato.int/"}


def read(folder: Path, name: str) -> Any:
    """Read a JSON file of an export."""
    return json.loads((folder / "data" / name).read_text(encoding="utf-8"))


def one(folder: Path, kind: str, identifier: str) -> Any:
    """Return a record of the whole."""
    (found,) = (item for item in read(folder, "dossier.json")[kind] if item["id"] == identifier)
    return found


def write_back(whole: Any, data: Path) -> None:
    """Write data files from the whole, statements into the records to which they belong."""
    statements = {statement["id"]: statement["record"] for statement in whole["statements"]}

    def record(model: type[Record], described: Any) -> Any:
        items = {key: field.item for key, field in model.fields().items() if isinstance(field, ListField)}
        within = [key for key, item in items.items() if holds_statements(item)]
        listed = [statements[identifier] for identifier in described.get("statements", ())]
        return described["record"] | ({within[0]: listed} if listed else {})

    for kind in KINDS:
        if kind.layout is Layout.ONE_FILE:
            write(data / f"{kind.collection}.yml", record(kind.model, whole[kind.noun]))
        elif kind.layout is Layout.FILE_EACH:
            for described in whole[kind.plural]:
                write(data / kind.collection / f"{described['id']}.yml", record(kind.model, described))
        elif kind.is_listed:
            records = [record(kind.model, described) for described in whole[kind.plural]]
            write(data / f"{kind.collection}.yml", records)


def holds_statements(item: object) -> bool:
    """Say whether the entries of a list are statements."""
    return isinstance(item, RecordField) and issubclass(item.model, Statement)


def write(path: Path, value: Any) -> None:
    """Write a data file: JSON is YAML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize(("folder", "site"), [("exported", "awkward_site"), ("own", "own_site")])
def test_the_record_can_be_read_back(
    folder: str, site: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    dossier = request.getfixturevalue(site).dossier
    write_back(read(request.getfixturevalue(folder), "dossier.json"), tmp_path / "back" / "data")
    back = load(tmp_path / "back" / "data")
    assert [*back.records] == [*dossier.records]
    assert back.warnings == dossier.warnings == ()


def test_the_record_fits_its_schema(own: Path) -> None:
    whole, schema = (own / "data" / name for name in ("dossier.json", "dossier.schema.json"))
    for arguments in (["--check-metaschema", schema], ["--schemafile", schema, whole]):
        result = check_jsonschema(*arguments)
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("statements", {"history": None}),
        (
            "statements",
            {"now": {"claim": "A.", "as_of": "July 2007", "as_seen": False, "as_of_source": CITED}},
        ),
        ("statements", {"now": {"claim": "A.", "as_of": "2007", "as_seen": False, "as_of_source": "nato"}}),
        ("milestones", {"record": {"id": "x", "date": "2007", "title": "A", "key": "false"}}),
        ("visits", {"sources": [{"id": "nato-2010"}]}),
        ("sources", {"record": {"id": "x"}}),
        ("areas", {"statements": [1]}),
        ("terms", {"kind": "statement"}),
    ],
)
def test_the_schema_refuses_what_is_wrong(exported: Path, kind: str, change: dict[str, Any]) -> None:
    whole, schema = (
        read(exported, "dossier.json"),
        Draft202012Validator(read(exported, "dossier.schema.json")),
    )
    assert schema.is_valid(whole)
    whole[kind][0] |= change
    assert not schema.is_valid(whole)


def test_awkward_texts_come_through(exported: Path) -> None:
    whole = read(exported, "dossier.json")
    titles = [item["record"]["title"] for item in whole["milestones"] if item["id"].startswith("awkward-")]
    assert titles == list(AWKWARD)


def test_a_record_has_its_sources_and_its_permanent_link(exported: Path) -> None:
    talks = one(exported, "milestones", "talks")
    assert talks == {
        "kind": "milestone",
        "id": "talks",
        "title": "Ruritania and NATO talk",
        "permalink": f"{BASE}timeline/#talks",
        "json": f"{BASE}data/records/talks.json",
        "record": {"id": "talks", "date": "2001/..", "title": "Ruritania and NATO talk", "key": False},
        "areas": [],
        "sources": [
            {
                "id": "nato-2010",
                "title": "NATO's relations with Ruritania",
                "url": "https://www.nato.int/ruritania.htm",
            }
        ],
    }


def test_a_statement_has_what_is_known_now_and_was_known_before(exported: Path) -> None:
    study = one(exported, "statements", "river-study")
    assert study["now"] == {
        "claim": "Ruritania was studying its rivers, says a newspaper.",
        "status": "completed",
        "as_of": "2015",
        "as_seen": False,
        "as_of_source": {
            "id": "nato-2010",
            "title": "NATO's relations with Ruritania",
            "url": "https://www.nato.int/ruritania.htm",
        },
    }
    steps = [(step["kind"], step["as_of"], step["status"], step.get("remark")) for step in study["history"]]
    assert steps == [
        ("statement", "2010", "under-consideration", None),
        ("change", "2012-03-14", "ongoing", None),
        ("confirmation", "2013~", "ongoing", "with more rivers"),
        ("change", "2015", "completed", None),
        ("omission", "2016", "completed", None),
    ]
    assert [step["claim"][:13] for step in study["history"][:2]] == ["Ruritania was"] * 2
    assert [source["id"] for source in study["history"][1]["sources"]] == ["zenda-gazette"]


def test_dates_are_given_in_edtf_and_texts_in_markdown(exported: Path) -> None:
    king = one(exported, "visits", "king-at-headquarters")["record"]
    assert (king["date"], king["purpose"]) == ("2004-11-05", "Talks on *the treaty*.")
    assert king["visitors"][1] == {"name": "Ruritanian officers (one group)"}


def test_every_record_is_at_its_own_address_too(exported: Path) -> None:
    whole = read(exported, "dossier.json")
    records = [record for kind in KINDS for record in whole.get(kind.plural, ())]
    for record in records:
        assert read(exported, record["json"].removeprefix(f"{BASE}data/")) == record
    assert len({record["json"] for record in records}) == len(records)


@pytest.mark.parametrize(
    ("kind", "identifier", "path"),
    [
        ("areas", "science", "records/areas/science.json"),
        ("statements", "river-study", "records/river-study.json"),
        ("sources", "nato-2010", "records/sources/nato-2010.json"),
        ("terms", "pfp", "records/glossary/pfp.json"),
    ],
)
def test_each_set_of_ids_has_a_folder(exported: Path, kind: str, identifier: str, path: str) -> None:
    assert one(exported, kind, identifier)["json"] == f"{BASE}data/{path}"


def test_a_record_is_at_its_former_ids_as_well(exported: Path) -> None:
    assert read(exported, "records/strelsau.json") == read(exported, "records/treaty.json")


def test_the_record_says_where_it_is_from_and_what_may_be_done_with_it(exported: Path) -> None:
    whole = read(exported, "dossier.json")
    assert {key: whole[key] for key in list(whole)[:6]} == {
        "$schema": "dossier.schema.json",
        "version": "1.1",
        "title": "Ruritania and NATO",
        "homepage": BASE,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "date": "2012-03-14",
    }


def test_the_index_lists_every_record_and_every_file(exported: Path) -> None:
    index, whole = read(exported, "index.json"), read(exported, "dossier.json")
    listed = [record["json"] for record in index["records"]]
    assert sorted(listed) == sorted(record["json"] for kind in KINDS for record in whole.get(kind.plural, ()))
    files = {file["url"].removeprefix(BASE) for file in index["files"]}
    there = {path.relative_to(exported).as_posix() for path in (exported / "data").glob("*.*")}
    assert there - files == {"data/index.json"}
    assert {"data/records/ID.json", "data/records/areas/ID.json"} < files


def test_addresses_are_those_of_the_site_where_no_address_is_known(good_data: Path) -> None:
    site = SiteContext(load(good_data))
    (treaty,) = (item for item in site.dossier.records.of(Milestone) if item.id == "treaty")
    described = describe(treaty, site)
    assert (described["permalink"], described["json"]) == ("timeline/#treaty", "data/records/treaty.json")
