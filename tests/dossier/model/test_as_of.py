"""The record as of a year: what was known then, and what has changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.model.as_of import AsOf
from dossier.model.dataset import Dossier


@pytest.mark.parametrize(
    ("year", "known"),
    [
        (2008, {}),
        (2009, {"first-contact": "2009-05", "river-laboratory": "2009"}),
        (2010, {"framework": "2010", "river-study": "2010", "officer-courses": "2010"}),
        (2011, {"river-study": "2010"}),
        (2012, {"river-study": "2012-03-14"}),
        (2013, {"river-study": "2013"}),
        (2016, {"river-study": "2015"}),
    ],
)
def test_what_was_known_is_of_sources_up_to_the_year(
    year: int, known: dict[str, str], ruritania: Dossier
) -> None:
    statements = AsOf(ruritania, year).statements(ruritania.statements)
    found = {statement.id: standing.as_of.newest.iso for statement, standing in statements}
    assert found.items() >= known.items()
    assert len(found) == {2008: 0, 2009: 2}.get(year, 5)


@pytest.mark.parametrize(("year", "has_changed"), [(2010, True), (2013, True), (2015, False), (2016, False)])
def test_changed_since_are_only_changes(year: int, has_changed: bool, ruritania: Dossier) -> None:
    study = ruritania.areas[0].activities[0]
    assert AsOf(ruritania, year).has_changed_since(study) is has_changed


def test_events_are_those_of_which_a_source_up_to_the_year_told(good_data: Path) -> None:
    (good_data / "milestones" / "flood.yml").parent.mkdir()
    flood = "{id: flood, date: 2003, title: A flood, sources: [zenda-gazette]}"
    (good_data / "milestones" / "flood.yml").write_text(flood, encoding="utf-8")
    dossier = load(good_data)
    told = [[event.id for event in AsOf(dossier, year).events] for year in (2009, 2010, 2012)]
    in_2010 = ["talks", "old-rules", "king-at-headquarters", "treaty", "mission-opens", "treaty-in-force"]
    assert told == [[], [*in_2010, "seminar"], ["talks", "flood", *in_2010[1:], "seminar"]]
