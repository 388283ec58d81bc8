"""The whole: what comes first, what holds where nothing is said, and where everything stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.model.prose import Reference
from dossier.model.statement import Statement


def statement(dossier: Dossier, name: str) -> Statement:
    return next(statement for statement in dossier.statements if statement.id == name)


def test_the_timeline_has_every_dated_record_once_oldest_first(ruritania: Dossier) -> None:
    assert [(event.noun, event.id, str(event.date)) for event in ruritania.timeline] == [
        ("statement", "first-contact", "July 1991"),
        ("milestone", "talks", "since 2001"),
        ("milestone", "old-rules", "until 2004"),
        ("visit", "king-at-headquarters", "5 November 2004"),
        ("milestone", "treaty", "2005"),
        ("milestone", "mission-opens", "about November 2005"),
        ("milestone", "treaty-in-force", "2 November 2005"),
        ("statement", "river-laboratory", "September 2009 to about 2010"),
        ("visit", "seminar", "5–10 September 2009"),
    ]


def test_a_year_comes_before_its_months_and_equals_keep_the_order_of_the_file(good_data: Path) -> None:
    dates = [
        "2007-07-02",
        "2007-07",
        "2007",
        "2007-07/2009",
        "July 2007",
        "2007~",
        "2007/..",
        "2006-12-31",
        "2 July 2007",
    ]
    text = "".join(f"- {{id: m{number}, date: {date}, title: A}}\n" for number, date in enumerate(dates))
    (good_data / "milestones").mkdir()
    (good_data / "milestones" / "new.yml").write_text(text, encoding="utf-8")
    timeline = [
        event.id for event in load(good_data).timeline if event.id.startswith("m") and event.id[1:].isdigit()
    ]
    assert timeline == ["m7", "m2", "m5", "m6", "m1", "m3", "m4", "m0", "m8"]


def test_years_cut_the_timeline(ruritania: Dossier) -> None:
    years = [(year, [event.id for event in events]) for year, events in ruritania.years]
    assert years == [
        (1991, ["first-contact"]),
        (2001, ["talks"]),
        (2004, ["old-rules", "king-at-headquarters"]),
        (2005, ["treaty", "mission-opens", "treaty-in-force"]),
        (2009, ["river-laboratory", "seminar"]),
    ]


def test_the_visits_of_a_person_are_oldest_first(good_data: Path) -> None:
    visit = "{{id: v{0}, title: A, direction: elsewhere, visitors: [Jane Doe], place: A, {1}}}"
    dates = ["date: 2009", "recurring: true", "date: 2001", "date: 2009"]
    lines = "".join(f"- {visit.format(*pair)}\n" for pair in enumerate(dates))
    (good_data / "visits" / "new.yml").write_text(lines, encoding="utf-8")
    participant = load(good_data).participants[0]
    assert participant.person.name == "Jane Doe"
    assert [visit.id for _, visit in participant.visits] == ["v2", "king-at-headquarters", "v0", "v3", "v1"]


def test_statements_are_by_topic_those_without_one_last(good_data: Path) -> None:
    statement = "{{id: s{0}, title: A, status: planned, text: A., as_of: 2007{1}}}"
    topics = ["", ", topic: Pumps", ", topic: Dykes", ", topic: Pumps"]
    lines = "".join(f"  - {statement.format(*pair)}\n" for pair in enumerate(topics))
    (good_data / "areas" / "floods.yml").write_text(f"title: A\nsummary: A.\nactivities:\n{lines}")
    dossier = load(good_data)
    area = next(area for area in dossier.areas if area.id == "floods")
    found = [
        (topic, [activity.id for activity in activities]) for topic, activities in dossier.topics_of(area)
    ]
    assert found == [("Pumps", ["s1", "s3"]), ("Dykes", ["s2"]), ("", ["s0"])]


def test_unconfirmed_is_what_was_still_to_happen_when_last_reported(ruritania: Dossier) -> None:
    assert [statement.id for statement in ruritania.unconfirmed] == ["river-laboratory"]


def test_visits_are_newest_first_and_recurring_ones_apart(good_data: Path) -> None:
    visit = "{id: %s, title: A, date: 2009-09-05, direction: elsewhere, visitors: [B], place: C}"
    (good_data / "visits" / "zenda.yml").write_text(f"- {visit % 'a'}\n- {visit % 'b'}\n", encoding="utf-8")
    dossier = load(good_data)
    assert [visit.id for visit in dossier.dated_visits] == ["seminar", "a", "b", "king-at-headquarters"]
    assert [visit.id for visit in dossier.recurring_visits] == ["yearly-consultations"]


def test_statements_of_the_overview_come_first_and_areas_in_their_order(ruritania: Dossier) -> None:
    assert [statement.id for statement in ruritania.statements] == [
        *("framework", "first-contact", "river-study", "river-laboratory", "officer-courses")
    ]


def test_the_primary_source_holds_where_no_source_is_named(ruritania: Dossier) -> None:
    assert ruritania.primary_source.id == "nato-2010"
    talks, treaty = ruritania.milestones[3], ruritania.milestones[0]
    assert ruritania.sources_of(talks) == (ruritania.primary_source,)
    assert [source.id for source in ruritania.sources_of(ruritania.visits[0])] == [
        "nato-2010",
        "zenda-gazette",
    ]
    assert [source.id for source in ruritania.sources_of(treaty.conflicts[0])] == ["zenda-gazette"]
    assert [[source.id for source in ruritania.sources_of(term)] for term in ruritania.terms] == [
        ["nato-2010"]
    ] * 2


UNDATED = """
id: atlas
title: An atlas
publisher: Zenda
kind: private
url: https://a.example.org/
accessed: 2 January 2013
"""


@pytest.mark.parametrize(
    ("keys", "as_of", "is_as_seen"),
    [
        ("as_of: 2009", "2009", False),
        ("as_of: 2009, date: 2004, sources: [zenda-gazette]", "2009", False),
        ("date: 2004", "2010", False),
        ("sources: [zenda-gazette, nato-2010]", "14 March 2012", False),
        ("date: 2004, sources: [atlas, nato-2010]", "2004", False),
        ("sources: [atlas, nato-2010]", "2 January 2013", True),
    ],
)
def test_a_statement_holds_as_of_its_date_that_of_its_source_or_when_that_was_read(
    keys: str, as_of: str, is_as_seen: bool, good_data: Path
) -> None:
    (good_data / "sources" / "atlas.yml").write_text(UNDATED + "note: See [it](source:atlas).\n")
    text = f"title: A\nsummary: A.\nactivities: [{{id: x, title: A, status: planned, text: A., {keys}}}]\n"
    (good_data / "areas" / "floods.yml").write_text(text)
    dossier = load(good_data)
    found = statement(dossier, "x")
    standing = dossier.standing(found)
    assert (str(standing.as_of), dossier.is_as_seen(found, standing)) == (as_of, is_as_seen)


def test_an_area_has_its_events_oldest_first_and_the_undated_last(ruritania: Dossier) -> None:
    science, defence = ruritania.areas
    assert [event.id for event in ruritania.events_of(science)] == [
        *("old-rules", "river-laboratory", "seminar")
    ]
    assert [event.id for event in ruritania.events_of(defence)] == [
        *("old-rules", "king-at-headquarters", "treaty", "yearly-consultations")
    ]


def test_an_event_has_the_areas_that_it_names_and_a_statement_the_one_it_stands_in(
    ruritania: Dossier,
) -> None:
    old_rules = ruritania.milestones[4]
    assert [area.id for area in ruritania.areas_of(old_rules)] == ["defence", "science"]
    assert [area.id for area in ruritania.areas_of(statement(ruritania, "river-study"))] == ["science"]
    assert ruritania.areas_of(statement(ruritania, "framework")) == ()


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("milestone", "treaty"),
        ("visit", "yearly-consultations"),
        ("area", "science"),
        ("statement", "framework"),
        ("source", "zenda-gazette"),
    ],
)
def test_links_lead_to_records_of_every_kind(kind: str, name: str, ruritania: Dossier) -> None:
    record = ruritania.resolve(Reference(kind, name))
    assert (record.noun, record.id) == (kind, name)


def test_a_record_mentions_what_the_records_within_it_link_to(good_data: Path) -> None:
    conflict = "{text: 'As [there](visit:yearly-consultations).', sources: [nato-2010]}"
    text = f"{{id: flood, date: 2007, title: A, conflicts: [{conflict}]}}"
    (good_data / "milestones").mkdir()
    (good_data / "milestones" / "flood.yml").write_text(text, encoding="utf-8")
    dossier = load(good_data)
    visit = next(visit for visit in dossier.visits if visit.id == "yearly-consultations")
    assert "flood" in [event.id for event in dossier.mentions_of(visit)]


def test_a_record_that_links_to_itself_is_not_its_own_see_also(good_data: Path) -> None:
    (good_data / "glossary.yml").unlink()
    text = "{id: flood, date: 2007, title: A, text: '[this](milestone:flood) and [a](milestone:treaty)'}"
    (good_data / "milestones").mkdir()
    (good_data / "milestones" / "flood.yml").write_text(text, encoding="utf-8")
    dossier = load(good_data)
    flood = next(milestone for milestone in dossier.milestones if milestone.id == "flood")
    treaty = next(milestone for milestone in dossier.milestones if milestone.id == "treaty")
    assert dossier.mentions_of(flood) == ()
    assert flood in dossier.mentions_of(treaty)
