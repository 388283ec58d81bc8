"""The calendar, as two readers of iCalendar take it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject  # type: ignore[import-untyped]
from icalendar import Calendar, Event

from dossier.exports.site_exports import SiteExports
from dossier.exports.timeline_calendar import describe
from dossier.loading.data_folder import load
from dossier.model.date_forms import parse
from dossier.model.records import Milestone
from dossier.pages.page_context import SiteContext

from .conftest import AWKWARD, WEBSITE


def events(site: SiteContext) -> dict[str, Event]:
    """The events by their ids, read by icalendar."""
    calendar = Calendar.from_ical(SiteExports(site)["data/timeline.ics"])
    assert [item.errors for item in calendar.walk() if item.errors] == []
    return {str(event["URL"]).partition("#")[2]: event for event in calendar.events}


def entry(event: Milestone, site: SiteContext) -> Event:
    """One event, read by icalendar."""
    read = Event.from_ical("\r\n".join(describe(event, site)))
    assert isinstance(read, Event)
    return read


def dated(site: SiteContext, written: str) -> Milestone:
    """A milestone with another date."""
    return replace(site.dossier.milestones[0], date=parse(written))


def test_an_event_is_this_entry(site: SiteContext) -> None:
    (visit,) = (visit for visit in site.dossier.visits if visit.id == "king-at-headquarters")
    assert [*describe(visit, site)] == [
        "BEGIN:VEVENT",
        "UID:https://example.org/ruritania/timeline/#king-at-headquarters",
        "DTSTAMP:20120314T000000Z",
        "DTSTART;VALUE=DATE:20041105",
        "DTEND;VALUE=DATE:20041106",
        "SUMMARY:The king at NATO Headquarters",
        r"DESCRIPTION:Date: 5 November 2004\nPlace: Brussels"
        r"\nVisitors: Rudolf V\, King of Ruritania\; Ruritanian officers (one group)"
        r"\nHosts: The Secretary General\; Jane Doe\, Head of Protocol\nTalks on the treaty."
        r"\nAnother source differs: The king sent his cousin. (“Wir messen den Fluss”\, Zendaer Zeitung"
        r"\, 14 March 2012\, https://zeitung.example.org/fluss?seite=1&teil=2)"
        r"\nSource: “NATO's relations with Ruritania”\, NATO\, 2010\, https://www.nato.int/ruritania.htm"
        r"\nSource: “Wir messen den Fluss”\, Zendaer Zeitung\, 14 March 2012"
        r"\, https://zeitung.example.org/fluss?seite=1&teil=2",
        "LOCATION:Brussels",
        "CATEGORIES:Visit,Defence reform",
        "URL:https://example.org/ruritania/visits/#king-at-headquarters",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def test_the_sources_of_a_statement_are_those_of_its_claim_and_of_its_date(
    good_data: Path,
) -> None:
    path = good_data / "areas" / "floods.yml"
    confirmed = "{kind: confirmation, as_of: 2014, sources: [zenda-gazette]}"
    flood = (
        f"{{id: flood, title: A flood, status: ended, text: It rained., date: 2008, updates: [{confirmed}]}}"
    )
    path.write_text(f"{{title: Floods, summary: Of floods., activities: [{flood}]}}", encoding="utf-8")
    description = str(events(SiteContext(load(good_data), WEBSITE))["flood"]["DESCRIPTION"])
    assert description.splitlines() == [
        "As of 2014 (ended): It rained.",
        "Source: “NATO's relations with Ruritania”, NATO, 2010, https://www.nato.int/ruritania.htm",
        "Source: “Wir messen den Fluss”, Zendaer Zeitung, 14 March 2012,"
        " https://zeitung.example.org/fluss?seite=1&teil=2",
    ]


@pytest.mark.parametrize(
    ("written", "first", "day_after", "remark"),
    [
        ("2007-07-02", date(2007, 7, 2), date(2007, 7, 3), ""),
        ("2007-12", date(2007, 12, 1), date(2008, 1, 1), " (December 2007)"),
        ("2007", date(2007, 1, 1), date(2008, 1, 1), " (2007)"),
        ("2007-07-02~", date(2007, 7, 2), date(2007, 7, 3), " (about 2 July 2007)"),
        ("2009-09-05/2009-09-10", date(2009, 9, 5), date(2009, 9, 11), ""),
        ("2009-09/2010~", date(2009, 9, 1), date(2011, 1, 1), " (September 2009 to about 2010)"),
        ("2001/..", date(2001, 1, 1), date(2002, 1, 1), " (since 2001)"),
        ("../2004-05-06", date(2004, 5, 6), date(2004, 5, 7), " (until 6 May 2004)"),
    ],
)
def test_a_date_takes_the_days_that_it_may_mean_and_says_so(
    site: SiteContext, written: str, first: date, day_after: date, remark: str
) -> None:
    event = entry(dated(site, written), site)
    assert (event.start, event.end) == (first, day_after)
    assert str(event["SUMMARY"]) == f"The treaty of Strelsau is signed{remark}"


def test_the_last_day_of_all_has_no_day_after(site: SiteContext) -> None:
    event = entry(dated(site, "9999-12-31"), site)
    assert (event.start, "DTEND" in event) == (date(9999, 12, 31), False)


def test_both_readers_find_every_dated_record(own_site: SiteContext) -> None:
    timeline = own_site.dossier.timeline
    assert [*events(own_site)] == [event.id for event in timeline]
    calendar = vobject.readOne(SiteExports(own_site)["data/timeline.ics"].decode())
    assert calendar.validate(raiseException=True)
    assert [event.uid.value for event in calendar.vevent_list] == [
        f"https://example.org/timeline/#{event.id}" for event in timeline
    ]
    assert all(type(event.dtstart.value) is date for event in calendar.vevent_list)


def test_the_calendar_takes_nobodys_time(own_site: SiteContext) -> None:
    assert {str(event["TRANSP"]) for event in events(own_site).values()} == {"TRANSPARENT"}


def test_the_time_of_an_entry_is_the_date_of_the_data(site: SiteContext) -> None:
    assert {event.stamp for event in events(site).values()} == {datetime(2012, 3, 14, tzinfo=UTC)}


def test_a_reader_learns_the_name_of_the_calendar(site: SiteContext) -> None:
    calendar = Calendar.from_ical(SiteExports(site)["data/timeline.ics"])
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) == "Ruritania and NATO"
    assert str(calendar["SOURCE"]) == "https://example.org/ruritania/data/timeline.ics"


def test_a_claim_is_told_as_it_is_known(site: SiteContext) -> None:
    event = events(site)["first-contact"]
    assert str(event["SUMMARY"]) == "A Ruritanian minister wrote to NATO for the first time. (July 1991)"
    assert str(event["DESCRIPTION"]).startswith("As of May 2009 (completed): A Ruritanian minister wrote")


def test_no_text_is_harmed(awkward_site: SiteContext) -> None:
    told = events(awkward_site)
    calendar = vobject.readOne(SiteExports(awkward_site)["data/timeline.ics"].decode())
    summaries = {event.uid.value.partition("#")[2]: event.summary.value for event in calendar.vevent_list}
    for number, text in enumerate(AWKWARD):
        assert str(told[f"awkward-{number}"]["SUMMARY"]) == f"{text} (2007)"
        assert f"\n{text}\n" in str(told[f"awkward-{number}"]["DESCRIPTION"])
        assert summaries[f"awkward-{number}"] == f"{text} (2007)"


def test_an_area_with_a_comma_is_one_category(good_data: Path) -> None:
    area = good_data / "areas" / "defence.yml"
    text = area.read_text(encoding="utf-8").replace("Defence reform", "Defence, reform; more")
    area.write_text(text, encoding="utf-8")
    site = SiteContext(load(good_data))
    assert entry(site.dossier.milestones[0], site).categories == ["Milestone", "Defence, reform; more"]


def test_lines_are_short_and_cut_between_characters(awkward_site: SiteContext) -> None:
    written = SiteExports(awkward_site)["data/timeline.ics"]
    lines = written.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) == 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert [line.decode() for line in lines]  # no character is cut
