"""The list of changes, as its schema and a program that follows it see it."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from dossier.exports.site_exports import SiteExports
from dossier.pages.page_context import SiteContext

from ..conftest import AWKWARD


def changes(site: SiteContext) -> list[dict[str, Any]]:
    """The entries, after the file was checked against its schema."""
    exports = SiteExports(site)
    schema, file = json.loads(exports["data/changes.schema.json"]), json.loads(exports["data/changes.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(file)
    found: list[dict[str, Any]] = file["changes"]
    return found


def test_a_change_has_its_before_and_after(site: SiteContext) -> None:
    (change,) = (entry for entry in changes(site) if entry["id"] == "river-study_2012-03-14")
    assert change == {
        "id": "river-study_2012-03-14",
        "date": "2012-03-14",
        "kind": "change",
        "url": "https://example.org/ruritania/changes/#river-study_2012-03-14",
        "record": {
            "kind": "statement",
            "id": "river-study",
            "title": "A study of rivers",
            "areas": ["science"],
        },
        "before": {
            "text": "Ruritania was considering a study of its rivers.",
            "status": "under-consideration",
            "as_of": "2010",
            "as_of_source": "nato-2010",
            "sources": ["nato-2010"],
        },
        "after": {
            "text": "Ruritania was studying its rivers, says a newspaper.",
            "status": "ongoing",
            "as_of": "2012-03-14",
            "as_of_source": "zenda-gazette",
            "sources": ["zenda-gazette"],
        },
        "remark": None,
        "sources": [
            {
                "id": "zenda-gazette",
                "title": "Wir messen den Fluss",
                "publisher": "Zendaer Zeitung",
                "date": "2012-03-14",
                "url": "https://zeitung.example.org/fluss?seite=1&teil=2",
                "archived": "https://archive.example.org/2012/fluss",
            }
        ],
    }


def test_a_confirmation_has_its_remark_and_leads_to_the_statement(site: SiteContext) -> None:
    (entry,) = (entry for entry in changes(site) if entry["kind"] == "confirmation")
    assert entry["remark"] == "with more rivers"
    assert entry["url"] == "https://example.org/ruritania/areas/science/#river-study"
    assert entry["before"]["text"] == entry["after"]["text"]


def test_a_confirmation_gives_a_claim_its_date_and_the_source_of_that(site: SiteContext) -> None:
    (entry,) = (entry for entry in changes(site) if entry["kind"] == "confirmation")
    assert (entry["after"]["as_of"], entry["after"]["as_of_source"]) == ("2013~", "nato-2010")
    assert entry["after"]["sources"] == ["zenda-gazette"]


def test_a_new_event_has_no_before(site: SiteContext) -> None:
    (entry,) = (entry for entry in changes(site) if entry["id"] == "king-at-headquarters")
    assert (entry["kind"], entry["date"], entry["before"]) == ("new", "2010", None)
    assert entry["after"] == {
        "text": "Talks on the treaty.",
        "date": "2004-11-05",
        "sources": ["nato-2010", "zenda-gazette"],
    }


def test_all_changes_fit_the_schema(own_site: SiteContext) -> None:
    assert len(changes(own_site)) >= len(own_site.dossier.records.events)


def test_the_schema_refuses_what_is_no_change(site: SiteContext) -> None:
    exports = SiteExports(site)
    checking = Draft202012Validator(json.loads(exports["data/changes.schema.json"]))
    file = json.loads(exports["data/changes.json"])
    change, *_ = file["changes"]
    wrong: list[dict[str, Any]] = [
        {"kind": "rumour"},
        {"id": None},
        {"date": "May 2012"},
        {"sources": []},
        {"sources": [change["sources"][0] | {"url": "nowhere"}]},
        {"before": "nothing"},
    ]
    assert checking.is_valid(file)
    assert not any(checking.is_valid(file | {"changes": [change | values]}) for values in wrong)


def test_no_text_is_harmed(awkward_site: SiteContext) -> None:
    found = {entry["id"]: entry for entry in changes(awkward_site)}
    for number, text in enumerate(AWKWARD):
        entry = found[f"awkward-{number}"]
        assert (entry["record"]["title"], entry["after"]["text"]) == (text, text)
