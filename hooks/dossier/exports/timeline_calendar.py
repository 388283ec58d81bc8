"""The timeline as a calendar: iCalendar (RFC 5545), with the properties of RFC 7986.

Every event takes whole days, and nobody's time. One whose day is not known takes the whole month or year,
and says so in its summary; a span takes the days from its first to its last. RFC 5545 has no open spans:
"since 2001" and "until 2004" take the year that is known, with these words in their summaries. The time of
each entry is the date of the data, never that of a build.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import chain

from ..model.dataset import date_of
from ..model.dates import When
from ..model.event import Event
from ..model.records import Visit
from ..pages import urls
from ..pages.citations import LANGUAGE
from ..pages.page_context import SiteContext
from . import texts
from .export import Export

LONGEST_LINE = 75
"""Octets, without the end of the line."""
ESCAPES = {"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"}
"""What is written for a special character; the first is what the others are escaped with."""


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the calendar."""
    title = "The timeline, for calendars."
    yield Export(urls.CALENDAR, "text/calendar", title, partial(write_calendar, site))


def write_calendar(site: SiteContext) -> Iterator[bytes]:
    """Write a calendar of all dated records."""
    name = _escape(site.website.name)
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{name}//{LANGUAGE.upper()}",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",  # for calendars that do not know RFC 7986
        f"SOURCE;VALUE=URI:{site.permalink(urls.CALENDAR)}",
    )
    events = (describe(event, site) for event in site.dossier.timeline)
    for lines in chain([head], events, [["END:VCALENDAR"]]):
        yield b"".join(fold(line) + b"\r\n" for line in lines)


def describe(event: Event, site: SiteContext) -> Iterator[str]:
    """Yield the lines of an event; its place on the timeline identifies it."""
    dossier, when = site.dossier, date_of(event)
    first, last = days(when)
    stamp = dossier.updated
    title = site.title_of(event)
    words = texts.plain(texts.tell(event, site), dossier.cited_by(event))
    categories = [event.noun.capitalize(), *(area.title for area in dossier.areas_of(event))]
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(site.permalink(site.urls.on_timeline(event)))}"
    yield f"DTSTAMP:{_basic(stamp.newest.earliest if stamp else first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(last + timedelta(days=1))}"  # the first day after it
    yield f"SUMMARY:{_escape(title if is_exact(when) else f'{title} ({when})')}"
    yield f"DESCRIPTION:{_escape(words)}"
    if isinstance(event, Visit):
        yield f"LOCATION:{_escape(event.place)}"
    yield f"CATEGORIES:{','.join(map(_escape, categories))}"
    yield f"URL:{site.permalink(site.urls.of(event))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def days(when: When) -> tuple[date, date]:
    """Return the first and the last day that an event takes."""
    known = [point for point in when.points if point]
    return known[0].earliest, known[-1].latest


def is_exact(when: When) -> bool:
    """Say whether the days that an event takes are known."""
    return all(point and point.day and not point.is_about for point in when.points)


def fold(line: str) -> bytes:
    """Cut a line into lines of 75 octets at most, between characters."""
    octets, pieces, longest = line.encode(), [], LONGEST_LINE
    while len(octets) > longest:
        cut = longest
        while octets[cut] & 0b1100_0000 == 0b1000_0000:  # it goes on with a character
            cut -= 1
        pieces.append(octets[:cut])
        octets, longest = octets[cut:], LONGEST_LINE - 1  # a space starts all but the first
    return b"\r\n ".join([*pieces, octets])


def _escape(text: str) -> str:
    for character, written in ESCAPES.items():
        text = text.replace(character, written)  # str.translate takes twenty times as long
    return text


def _basic(day: date) -> str:
    """Write a day in the basic format of ISO 8601."""
    return day.isoformat().replace("-", "")
