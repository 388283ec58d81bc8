"""How what is said changed: the steps in their order, and the versions of the primary source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.model.date_forms import parse
from dossier.model.history import compare_versions, list_changes
from dossier.pages import anchors
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages

VERSIONS = """
- {id: nato-2015, title: Relations, publisher: NATO, kind: official, date: 2015-03,
   url: "https://web.example.org/2015/https://www.nato.int/en/ruritania.htm?x=1"}
- {id: nato-fr, title: Relations avec la Ruritanie, publisher: NATO, kind: official, language: fr,
   url: "https://www.nato.int/fr/ruritania.htm"}
- {id: nato-old, title: Relations, publisher: NATO, kind: official, url: "https://www.nato.int/ruritania.htm#a"}
- {id: copy, title: Relations, publisher: Zenda, kind: press, url: "https://zenda.example.org/ruritania.htm"}
- {id: index, title: Relations, publisher: NATO, kind: official, url: "https://www.nato.int/index.htm"}
"""

FLOODS = """
title: Floods
summary: Of floods.
activities:
  - id: pumps
    title: Pumps
    status: planned
    text: Pumps were planned.
    sources: [nato-old]
    as_of: 2008
    updates:
      - {as_of: 2015-03, text: Pumps had come., status: completed, sources: [nato-2015, copy]}
      - {as_of: 2010, text: Pumps were on their way., sources: [nato-2010]}
      - {kind: confirmation, as_of: 2014, text: with hoses, sources: [copy]}
    conflicts:
      - {text: Pumps are planned., sources: [nato-fr]}
  - {id: dykes, title: Dykes, status: offered, text: Dykes., sources: [nato-2015, index], as_of: 2015}
  - id: dams
    title: Dams
    status: planned
    text: Dams were planned.
    as_of: 2010
    updates: [{kind: omission, as_of: 2015-03, text: by name, sources: [nato-2015]}]
  - id: boats
    title: Boats
    status: ongoing
    text: Boats came.
    as_of: 2010
    updates: [{kind: confirmation, as_of: 2015-03, sources: [nato-2015]}]
"""


@pytest.fixture
def dossier(good_data: Path) -> Dossier:
    (good_data / "sources" / "versions.yml").write_text(VERSIONS, encoding="utf-8")
    (good_data / "areas" / "floods.yml").write_text(FLOODS, encoding="utf-8")
    return load(good_data, date(2021, 1, 1))


def test_changes_are_listed_newest_first_each_with_what_it_replaced(dossier: Dossier) -> None:
    changes = [
        (
            anchors.change(change.statement, change.standing.step),
            str(change.former.as_of),
            str(change.standing.as_of),
        )
        for change in list_changes(dossier)
    ]
    assert changes == [
        ("pumps_2015-03", "2014", "March 2015"),
        ("river-study_2015", "about 2013", "2015"),
        ("river-study_2012-03-14", "2010", "14 March 2012"),
        ("pumps_2010", "2008", "2010"),
    ]


def test_versions_are_one_publishers_documents_of_one_name_by_age(dossier: Dossier) -> None:
    comparison = compare_versions(dossier)
    assert [version.source.id for version in comparison.versions] == [
        "nato-old",
        "nato-2010",
        "nato-2015",
        "nato-fr",
    ]
    points = {
        statement.id: [[said.text.plain if said.text else "" for said in cell.said] for cell in cells]
        for statement, cells in comparison.points
    }
    assert points["pumps"] == [
        ["Pumps were planned."],
        ["Pumps were on their way."],
        ["Pumps had come."],
        ["Pumps are planned."],
    ]


def test_only_points_on_which_versions_differ_are_compared(dossier: Dossier) -> None:
    points = {statement.id: cells for statement, cells in compare_versions(dossier).points}
    assert {*points} == {"river-study", "pumps", "dams"}
    said = [[getattr(said, "kind", "conflict") for said in cell.said] for cell in points["dams"]]
    assert said == [[], [None], ["omission"], []]


def test_versions_that_say_the_same_share_a_field(good_data: Path) -> None:
    (good_data / "sources" / "versions.yml").write_text(VERSIONS, encoding="utf-8")
    sources = FLOODS.replace("[nato-old]", "[nato-old, nato-2010]").replace(
        "sources: [nato-2010]}", "sources: [copy]}"
    )
    (good_data / "areas" / "floods.yml").write_text(sources, encoding="utf-8")
    points = {statement.id: cells for statement, cells in compare_versions(load(good_data)).points}
    cells = points["pumps"]
    assert [[version.source.id for version in cell.versions] for cell in cells] == [
        ["nato-old", "nato-2010"],
        ["nato-2015"],
        ["nato-fr"],
    ]


def test_without_versions_there_is_no_table(good_data: Path) -> None:
    area = good_data / "areas" / "science.yml"
    area.write_text(area.read_text().partition("    updates:")[0])
    dossier = load(good_data)
    assert compare_versions(dossier).points == ()
    assert "Versions side by side" not in [
        heading.title for heading in SitePages(SiteContext(dossier))["changes.md"].headings
    ]


def test_a_change_leads_to_its_statement_and_shows_what_was_said_before(dossier: Dossier) -> None:
    changes = LexborHTMLParser(SitePages(SiteContext(dossier))["changes.md"].body)
    assert changes.css('[id="pumps_2015-03"] h3 a[href="../areas/floods/#pumps"]')
    text = " ".join(changes.css('[id="pumps_2015-03"] dl')[0].text().split())
    assert text.startswith("March 2015Pumps had come.")
    assert "completed as of March 2015 Source [1] Before: 2014Pumps were on their way." in text


@pytest.mark.parametrize(
    ("when", "today", "is_old"),
    [
        ("2011", date(2021, 12, 31), False),
        ("2011", date(2022, 1, 1), True),
        ("2011-03", date(2021, 3, 31), False),
        ("2011-03-02", date(2021, 3, 3), True),
        ("2001/..", date(2030, 1, 1), False),
        ("../2011", date(2022, 1, 1), True),
    ],
)
def test_old_is_what_was_true_more_than_ten_years_ago(
    when: str, today: date, is_old: bool, good_data: Path
) -> None:
    assert load(good_data, today).is_old(parse(when)) is is_old


def test_what_a_source_supports_includes_updates_and_conflicts(dossier: Dossier) -> None:
    supported = {
        source.id: [getattr(record, "id", "") for record in dossier.supported_by(source)]
        for source in dossier.sources
    }
    assert supported["nato-fr"] == ["pumps"]
    assert supported["nato-2015"] == ["pumps", "dykes", "dams", "boats"]
    assert supported["zenda-gazette"] == ["treaty", "king-at-headquarters", "river-study", "river-laboratory"]
