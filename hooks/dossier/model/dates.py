"""Dates that keep the precision they were written with; `date_forms` reads them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from dateutil.parser import parserinfo

MONTHS = tuple(names[-1] for names in parserinfo.MONTHS)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date whose month or day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None
    is_about: bool = False
    written: str = field(default="", repr=False, compare=False, kw_only=True)
    """The text that was read, if one was."""

    @property
    def iso(self) -> str:
        """The ISO 8601 form, as HTML's `datetime` takes it."""
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year:04}{month}{day}"

    @property
    def edtf(self) -> str:
        """The form of EDTF, which says "about" too."""
        return self.iso + "~" * self.is_about

    @property
    def points(self) -> tuple[PartialDate | None, ...]:
        """The date itself; for a span, its start and its end."""
        return (self,)

    @property
    def newest(self) -> PartialDate:
        """The date itself; for a span, its newest date."""
        return self

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Sorts a year before its months and a month before its days."""
        return (self.year, self.month or 0, self.day or 0)

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        day = str(self.day) if self.day else ""
        month = MONTHS[self.month - 1] if self.month else ""
        about = "about" if self.is_about else ""
        return " ".join(filter(None, [about, day, month, str(self.year)]))


@dataclass(frozen=True, slots=True)
class Span:
    """A time from one date to another; one of them may be unknown."""

    start: PartialDate | None
    end: PartialDate | None
    written: str = field(default="", repr=False, compare=False, kw_only=True)
    """The text that was read, if one was."""

    @property
    def points(self) -> tuple[PartialDate | None, ...]:
        """Its start and its end."""
        return (self.start, self.end)

    @property
    def _anchor(self) -> PartialDate:
        anchor = self.start or self.end
        assert anchor, "a span has at least one known end"
        return anchor

    @property
    def edtf(self) -> str:
        """The form of EDTF, such as `2005/2009-09~` or `2005/..`."""
        return "/".join(point.edtf if point else ".." for point in self.points)

    @property
    def newest(self) -> PartialDate:
        """The newest date of the span, for forms that have no spans."""
        newest = self.end or self.start
        assert newest, "a span has at least one known end"
        return newest

    @property
    def year(self) -> int:
        """The year under which it is listed."""
        return self._anchor.year

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Sorts by the start, or by the end where the start is unknown."""
        return self._anchor.sort_key

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return self.start.earliest if self.start else date.min

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        return self.end.latest if self.end else date.max

    @property
    def is_within_month(self) -> bool:
        """Whether it is within one month, both days certain, and so is written short."""
        ends = [point for point in self.points if point and point.day and not point.is_about]
        return len(set(ends)) == 2 and (ends[0].year, ends[0].month) == (ends[1].year, ends[1].month)

    def __str__(self) -> str:
        if self.start and self.end:
            return f"{self.start.day}–{self.end}" if self.is_within_month else f"{self.start} to {self.end}"
        return f"since {self.start}" if self.start else f"until {self.end}"


When: TypeAlias = PartialDate | Span
