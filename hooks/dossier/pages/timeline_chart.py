"""A chart of events in time: a lane for each kind, a mark for each event, years below.

A mark is as long as its date is inexact, so that a year is not mistaken for its first of January. Sizes are
in CSS pixels; every mark is large enough to be touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..model.dataset import date_of
from ..model.dates import When
from ..model.event import Event
from ..model.kinds import Kind

YEAR = 34
MARK = 24
ROW = 27
LABEL = 24
AXIS = 22

MOST_ROWS = 6
"""A lane that would need more has one bar a year instead, as tall as the events are many."""


@dataclass(frozen=True)
class Mark:
    """An event in the chart."""

    event: Event
    x: int
    y: int
    width: int


@dataclass(frozen=True)
class Bar:
    """The events of one year, where they are too many to be shown one by one."""

    year: int
    count: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Lane:
    """The events of one kind."""

    name: str
    tone: str
    """The end of the class that gives its colour."""
    y: int
    height: int
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class TimelineChart:
    """A drawing, ready to be written as SVG."""

    lanes: tuple[Lane, ...]
    first: int
    last: int

    @property
    def years(self) -> range:
        """The years from the first event to the last."""
        return range(self.first, self.last + 1)

    @property
    def width(self) -> int:
        """The width of the whole."""
        return len(self.years) * YEAR

    @property
    def height(self) -> int:
        """The height of the whole, years included."""
        return self.lanes[-1].y + self.lanes[-1].height + AXIS

    def x(self, year: int) -> int:
        """Return where a year starts."""
        return (year - self.first) * YEAR


class Group(NamedTuple):
    """Events that get a lane of their own."""

    name: str
    tone: str
    """The end of the class that gives its colour."""
    events: Sequence[Event]


def chart_events(events: Iterable[Event], kinds: Iterable[Kind]) -> TimelineChart | None:
    """Draw events, a lane for each kind."""
    listed = list(events)
    return draw_chart(
        Group(kind.plural.capitalize(), kind.noun, [event for event in listed if event.noun == kind.noun])
        for kind in kinds
    )


def draw_chart(groups: Iterable[Group]) -> TimelineChart | None:
    """Draw groups of events; nothing where there is no event with a date."""
    dated = [group._replace(events=[event for event in group.events if event.date]) for group in groups]
    dated = [group for group in dated if group.events]
    whens = [date_of(event) for group in dated for event in group.events]
    if not whens:
        return None
    first = min(when.year for when in whens)
    last = max(first, *(_last_year(when) for when in whens))
    lanes: list[Lane] = []
    y = 0
    for name, tone, events in dated:
        lanes.append(_lane(name, tone, events, y, first, last))
        y += lanes[-1].height
    return TimelineChart(tuple(lanes), first, last)


def _lane(name: str, tone: str, events: Sequence[Event], y: int, first: int, last: int) -> Lane:
    top = y + LABEL
    ends: list[int] = []
    marks = []
    for event in events:
        left, right = _extent(date_of(event), first, last)
        row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        if row == MOST_ROWS:
            return Lane(name, tone, y, LABEL + MOST_ROWS * ROW, (), tuple(_bars(events, top, first)))
        ends[row:] = [right, *ends[row + 1 :]]
        marks.append(Mark(event, left, top + row * ROW, right - left - 2))
    return Lane(name, tone, y, LABEL + len(ends) * ROW, tuple(marks), ())


def _bars(events: Iterable[Event], top: int, first: int) -> Iterable[Bar]:
    counts = Counter(date_of(event).year for event in events)
    tallest = max(counts.values())
    for year, count in sorted(counts.items()):
        height = max(MARK, round(MOST_ROWS * ROW * count / tallest))
        yield Bar(year, count, (year - first) * YEAR, top + MOST_ROWS * ROW - height, height)


def _extent(when: When, first: int, last: int) -> tuple[int, int]:
    """Return from where to where a date reaches, no less than a mark."""
    left = _position(max(when.earliest, date(first, 1, 1)), first)
    right = _position(min(when.latest, date(last, 12, 31)), first)
    right = max(right, left + MARK + 2)
    beyond = max(0, right - (last + 1 - first) * YEAR)
    return left - beyond, right - beyond


def _position(day: date, first: int) -> int:
    return round((day.year - first + (day.timetuple().tm_yday - 1) / 365) * YEAR)


def _last_year(when: When) -> int:
    return when.year if when.latest == date.max else when.latest.year
