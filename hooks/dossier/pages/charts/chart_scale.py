"""The scale of a chart of time: where a date is, in a width that leaves empty stretches of years out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ...model.dates import When

WIDTH = 640
"""The narrowest; a window with less room scrolls the chart."""

MARGIN = 12
GAP = 24
YEAR_LABEL = 29

FEWEST_YEARS = 8
"""What lies before is shown with fewer, so that a year does not fill the page."""

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""After how many years each a year is named, or events are counted."""


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
        first = date(day.year, 1, 1).toordinal()
        share = (day.toordinal() - first + passed) / (date(day.year, 12, 31).toordinal() - first + 1)
        return self.left[day.year] + share * self.year


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


def _years_of(when: When) -> set[int]:
    days = {when.earliest, when.latest} - {date.min, date.max}
    return {when.year, *(day.year for day in days)}
