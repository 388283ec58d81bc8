"""What became known, in order: no step is lost, and no id is used twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.exports.news.entries import Entry, list_entries, moment
from dossier.loading.data_folder import load
from dossier.model.date_forms import parse
from dossier.pages.page_context import SiteContext


def list_everything(site: SiteContext) -> list[Entry]:
    return list_entries(site.dossier.records.events, site.dossier)


def test_every_step_and_every_event_is_an_entry_newest_first(site_context: SiteContext) -> None:
    entries = list_everything(site_context)
    assert [(entry.id, entry.kind, entry.date and entry.date.edtf) for entry in entries[:6]] == [
        ("river-study_2016", "omission", "2016"),
        ("river-study_2015", "change", "2015"),
        ("river-study_2013", "confirmation", "2013~"),
        ("river-study_2012-03-14", "change", "2012-03-14"),
        ("officer-courses", "new", "2010"),
        ("river-study", "new", "2010"),
    ]
    assert {entry.id for entry in entries if entry.kind == "new"} == {
        event.id for event in site_context.dossier.records.events
    }


def test_of_two_steps_of_one_date_the_later_is_newer(good_data: Path) -> None:
    area = good_data / "areas" / "science.yml"
    area.write_text(area.read_text(encoding="utf-8").replace("as_of: 2016", "as_of: 2015"), encoding="utf-8")
    newest, second, *_ = list_everything(SiteContext(load(good_data)))
    assert [(newest.id, newest.kind), (second.id, second.kind)] == [
        ("river-study_2015_2", "omission"),
        ("river-study_2015", "change"),
    ]


def test_no_id_is_used_twice(own_site: SiteContext) -> None:
    ids = [entry.id for entry in list_everything(own_site)]
    assert len(ids) == len({*ids})


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("2012-03-14", "2012-03-14T00:00:00Z"),
        ("2012-03~", "2012-03-01T00:00:00Z"),
        ("2012", "2012-01-01T00:00:00Z"),
        ("0987", "0987-01-01T00:00:00Z"),
        ("2009-09-05/2009-09-10", "2009-09-10T00:00:00Z"),
        ("2005/..", "2005-01-01T00:00:00Z"),
        ("../2010", "2010-01-01T00:00:00Z"),
    ],
)
def test_a_date_becomes_the_start_of_what_is_known(written: str, known: str) -> None:
    assert moment(parse(written)) == known
