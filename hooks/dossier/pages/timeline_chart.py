"""A chart of events in time: a lane for each kind, a mark for each event, the years below.

Across, a place is a share of the width, so that the chart fills its page; marks and names keep their size.
What fits is decided for the narrowest width, beyond which there is only more room. Sizes are in CSS pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from textwrap import wrap
from typing import NamedTuple

from ..model.dataset import date_of
from ..model.dates import Span, When
from ..model.event import Event
from ..model.kinds import Kind

WIDTH = 640
"""The narrowest; a window with less room scrolls the chart."""

MARK = 24
"""What a mark takes of its row at least: enough to be touched."""
ROW = 27
"""Room for a name of two lines."""

MARGIN = MARK // 2
LANE_NAME = 28
AXIS = 24
GAP = 24
YEAR_LABEL = 29
LETTER = 6
"""The width of an average letter of a name, with some to spare."""
OFFSET = 11
"""From a mark to its name."""

LONGEST_DOT = 31
"""Days; what may have been longer is a bar."""

NUMBER = 16
"""The height of the number above a column."""

MOST_ROWS = 6
"""A lane that would need more has columns instead, as tall as the events are many."""

FEWEST_YEARS = 8
"""What lies before is shown with fewer, so that a year does not fill the page."""

MOST_NAMES = 10
APART = 80
"""How far apart events of a lane must be for both to be named."""
LINE = range(12, 31)
"""Letters in a line of a name, of which there are two at most."""

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


class Extent(NamedTuple):
    """A part of the width."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """The middle."""
        return (self.left + self.right) / 2

    def widened(self, width: float) -> Extent:
        """Widen it on both sides to a width that it has at least."""
        more = max(0, width - (self.right - self.left)) / 2
        return Extent(self.left - more, self.right + more)

    def overlaps(self, other: Extent) -> bool:
        """Say whether the two have a part in common."""
        return self.left < other.right and other.left < self.right


@dataclass(frozen=True)
class Scale:
    """Places years side by side, without the long stretches in which nothing began or ended."""

    stretches: tuple[range, ...]
    """The years that are shown."""

    @cached_property
    def gap(self) -> float:
        """The width of what stands for the years left out; all gaps take a third at most."""
        return min(GAP, WIDTH / 3 / len(self.stretches))

    @cached_property
    def year(self) -> float:
        """The width of a year."""
        gaps = self.gap * (len(self.stretches) - 1)
        return (WIDTH - 2 * MARGIN - gaps) / sum(map(len, self.stretches))

    @cached_property
    def left(self) -> dict[int, float]:
        """Where each year starts."""
        years = [year for stretch in self.stretches for year in stretch]
        before = [number for number, stretch in enumerate(self.stretches) for _ in stretch]
        return {
            year: MARGIN + number * self.year + gaps * self.gap
            for number, (year, gaps) in enumerate(zip(years, before, strict=True))
        }

    @property
    def gaps(self) -> Iterable[Extent]:
        """Where years are left out."""
        for stretch in self.stretches[1:]:
            right = self.left[stretch.start]
            yield Extent(right - self.gap, right)

    @property
    def labels(self) -> Iterable[tuple[int, float]]:
        """The years to be named, and where they start."""
        step = next((step for step in STEPS if step * self.year >= YEAR_LABEL), STEPS[-1])
        free = 0.0
        for stretch in self.stretches:
            for year in stretch:
                left = self.left[year]
                if (year % step == 0 or year == stretch.start) and free <= left <= WIDTH - YEAR_LABEL:
                    yield year, left
                    free = left + YEAR_LABEL

    def extent(self, when: When) -> Extent:
        """Return from the first day to the last that a date can mean; an open end is that of the chart."""
        first, last = self.stretches[0].start, self.stretches[-1].stop - 1
        start, end = max(when.earliest, date(first, 1, 1)), min(when.latest, date(last, 12, 31))
        return Extent(self._place(start, passed=0), self._place(end, passed=1))

    def _place(self, day: date, passed: int) -> float:
        share = (day.timetuple().tm_yday - 1 + passed) / date(day.year, 12, 31).timetuple().tm_yday
        return self.left[day.year] + share * self.year


@dataclass(frozen=True)
class Mark:
    """An event in the chart."""

    event: Event
    extent: Extent
    name: tuple[str, ...] = ()
    """Its lines; none where it is not named."""
    y: int = 0
    """The middle of its row."""

    @property
    def is_dot(self) -> bool:
        """Whether it stands for a day, some days or a month."""
        when = date_of(self.event)
        return (when.latest - when.earliest).days <= LONGEST_DOT

    @property
    def is_lasting(self) -> bool:
        """Whether it is a bar because the event lasted, not because its date is inexact."""
        return isinstance(self.event.date, Span) and not self.is_dot

    @property
    def is_open(self) -> bool:
        """Whether it has no known start or no known end."""
        when = self.event.date
        return isinstance(when, Span) and not (when.start and when.end)

    @property
    def touched(self) -> Extent:
        """Where it can be touched."""
        return self.extent.widened(MARK)

    @property
    def is_name_before(self) -> bool:
        """Whether there is no room for the name behind the mark."""
        return self.extent.right + self._name_length > WIDTH

    @property
    def name_at(self) -> float:
        """Where the mark ends on the side of its name."""
        if self.is_dot:
            return self.extent.middle
        return self.extent.left if self.is_name_before else self.extent.right

    @property
    def room(self) -> Extent:
        """What it takes of its row, with its name."""
        left, right = self.touched
        if not self.name:
            return self.touched
        if self.is_name_before:
            return Extent(self.extent.left - self._name_length, right)
        return Extent(left, self.extent.right + self._name_length)

    @property
    def _name_length(self) -> float:
        return OFFSET + max(map(len, self.name), default=0) * LETTER + MARGIN


@dataclass(frozen=True)
class Column:
    """The events of a year or of some years, where they are too many to be shown one by one."""

    years: range
    """Years that follow one another; something happened in `first`."""
    first: int
    count: int
    extent: Extent
    y: int
    height: int

    @property
    def words(self) -> str:
        """The years as a reader sees them."""
        return f"{self.years[0]} to {self.years[-1]}" if len(self.years) > 1 else str(self.years[0])


@dataclass(frozen=True)
class Lane:
    """The events of one kind."""

    name: str
    tone: str
    """The end of the class that gives its colour."""
    count: int
    y: int
    height: int
    marks: tuple[Mark, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class TimelineChart:
    """A drawing, ready to be written as SVG."""

    scale: Scale
    lanes: tuple[Lane, ...]

    @property
    def bottom(self) -> int:
        """Where the lanes end and the years are written."""
        return self.lanes[-1].y + self.lanes[-1].height

    @property
    def height(self) -> int:
        """The height of the whole, years included."""
        return self.bottom + AXIS

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of all lanes."""
        return tuple(mark for lane in self.lanes for mark in lane.marks)

    @property
    def is_late(self) -> bool:
        """Whether most of it is in the newer half, which a narrow window shows first."""
        places = [mark.extent.middle for mark in self.marks]
        places += [column.extent.middle for lane in self.lanes for column in lane.columns]
        return sum(place > WIDTH / 2 for place in places) * 2 >= len(places)

    @property
    def legend(self) -> Iterable[tuple[str, str]]:
        """What the signs of this chart mean, each with the end of the class that draws it."""
        if any(mark.is_dot for mark in self.marks):
            yield "dot", "a day, some days or a month"
        if any(mark.is_lasting for mark in self.marks):
            edge = ", or to the edge where that is not known"
            yield (
                "lasting",
                "from the first day to the last" + edge * any(mark.is_open for mark in self.marks),
            )
        if any(not mark.is_lasting and not mark.is_dot for mark in self.marks):
            yield "year", "a date known only by its year"
        if any(lane.columns for lane in self.lanes):
            yield "column", "the number of events"
        if len(self.scale.stretches) > 1:
            yield "gap", "years left out, in which nothing began or ended"

    @staticmethod
    def share(length: float) -> str:
        """Write a length as a share of the width."""
        return f"{round(100 * length / WIDTH, 1):g}%"


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
    if not dated:
        return None
    scale = make_scale(date_of(event) for group in dated for event in group.events)
    crowded = [group for group in dated if _is_crowded(group.events, scale)]
    named = choose_named([group.events for group in dated if group not in crowded], scale)
    lanes: list[Lane] = []
    y = 0
    for group in dated:
        lanes.append(_columns(group, y, scale) if group in crowded else _marks(group, y, scale, named))
        y += lanes[-1].height
    return TimelineChart(scale, tuple(lanes))


def make_scale(whens: Iterable[When]) -> Scale:
    """Make the scale on which dates have their places."""
    first, *others = sorted({year for when in whens for year in _years_of(when)})
    longest = max(2, len(others) // 10)
    stretches = [range(first, first + 1)]
    for year in others:
        if year - stretches[-1].stop > longest:
            stretches.append(range(year, year + 1))
        stretches[-1] = range(stretches[-1].start, year + 1)
    missing = max(0, FEWEST_YEARS - sum(map(len, stretches)))
    stretches[0] = range(max(1, first - missing), stretches[0].stop)
    return Scale(tuple(stretches))


def choose_named(lanes: Sequence[Sequence[Event]], scale: Scale) -> set[str]:
    """Choose by their ids what is named: key events as they come, then those farthest from others named."""
    free = {
        event.id: (event, number, float(WIDTH))
        for number, events in enumerate(lanes)
        for event in events
        if event.title
    }
    named: set[str] = set()
    while free and len(named) < MOST_NAMES:
        chosen, lane, _ = max(free.values(), key=lambda one: (one[0].key, not one[0].key and one[2]))
        named.add(chosen.id)
        place = scale.extent(date_of(chosen)).middle
        for event, number, distance in list(free.values()):
            if number == lane:
                nearer = min(distance, abs(scale.extent(date_of(event)).middle - place))
                free[event.id] = (event, number, nearer)
        free = {id: one for id, one in free.items() if one[2] >= APART}
    return named


def lines_of(title: str) -> tuple[str, ...]:
    """Break a title into two lines that are as short as can be, or cut it at a word."""
    for letters in LINE:
        lines = wrap(title, letters, break_long_words=False)
        if len(lines) <= 2 and len(max(lines, key=len)) <= letters:
            return tuple(lines)
    return tuple(wrap(title, LINE[-1], max_lines=2, placeholder="…"))


def _years_of(when: When) -> set[int]:
    days = {when.earliest, when.latest} - {date.min, date.max}
    return {when.year, *(day.year for day in days)}


def _row(room: Extent, rows: list[list[Extent]]) -> int:
    """Take the first row that has the room."""
    free = (number for number, taken in enumerate(rows) if not any(map(room.overlaps, taken)))
    row = next(free, len(rows))
    rows[row:] = [[*(rows[row] if row < len(rows) else ()), room], *rows[row + 1 :]]
    return row


def _is_crowded(events: Iterable[Event], scale: Scale) -> bool:
    rows: list[list[Extent]] = []
    return any(_row(_mark(event, scale).room, rows) >= MOST_ROWS for event in events)


def _mark(event: Event, scale: Scale) -> Mark:
    return Mark(event, scale.extent(date_of(event)))


def _marks(group: Group, y: int, scale: Scale, named: Collection[str]) -> Lane:
    rows: list[list[Extent]] = []
    marks = []
    for event in sorted(group.events, key=lambda event: event.id not in named):
        name = lines_of(event.title or "") if event.id in named else ()
        mark = replace(_mark(event, scale), name=name)
        row = _row(mark.room, rows)
        marks.append(replace(mark, y=y + LANE_NAME + row * ROW + ROW // 2))
    marks.sort(key=lambda mark: date_of(mark.event).sort_key)
    return Lane(group.name, group.tone, len(marks), y, LANE_NAME + len(rows) * ROW, tuple(marks), ())


def _columns(group: Group, y: int, scale: Scale) -> Lane:
    counts = Counter(date_of(event).year for event in group.events)
    step = next((step for step in STEPS if step * scale.year >= MARK), STEPS[-1])
    parts = [years[start : start + step] for years in scale.stretches for start in range(0, len(years), step)]
    totals = {part: sum(counts[year] for year in part) for part in parts}
    bottom, tallest = LANE_NAME + MOST_ROWS * ROW, max(totals.values())
    columns = tuple(
        Column(
            part,
            next(year for year in part if counts[year]),
            total,
            Extent(scale.left[part[0]], scale.left[part[-1]] + scale.year),
            y + bottom - (height := max(MARK, round((MOST_ROWS * ROW - NUMBER) * total / tallest))),
            height,
        )
        for part, total in totals.items()
        if total
    )
    return Lane(group.name, group.tone, len(group.events), y, bottom, (), columns)
