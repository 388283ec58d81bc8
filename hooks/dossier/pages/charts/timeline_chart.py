"""A chart of events in time: a lane for each kind, a mark for each event, the years below.

Across, a place is a share of the width, so that the chart fills its page; marks and names keep their size.
What fits is decided for the narrowest width, beyond which there is only more room. Sizes are in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model.dataset import date_of
from ...model.dates import Span
from ...model.event import Event
from .chart_scale import MARGIN, WIDTH, Extent, Scale

MARK = 24
"""What a mark takes of its row at least: enough to be touched."""

AXIS = 24
LETTER = 6
"""The width of an average letter of a name, with some to spare."""
OFFSET = 11
"""From a mark to its name."""

LONGEST_DOT = 31
"""Days; what may have been longer is a bar."""


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
        """Whether it is a day, some days or a month."""
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
        """Whether there is no room for the name after the mark."""
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

    @property
    def ways(self) -> str:
        """Say where its signs lead."""
        if not any(lane.columns for lane in self.lanes):
            return "Each mark leads to its entry"
        subject = "mark leads to its entry, each column" if self.marks else "column leads"
        return f"Each {subject} to its first year"

    @staticmethod
    def share(length: float) -> str:
        """Write a length as a share of the width."""
        return f"{round(100 * length / WIDTH, 1):g}%"
