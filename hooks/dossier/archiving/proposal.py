"""A copy that may be written into a source: how far it is from the document, and whether that is certain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model.dates import PartialDate
from ..model.records import Source
from ..problems.phrases import count
from .internet_archive import Copy

NEAR = timedelta(days=366)
"""A page may have changed in a longer time, so somebody has to look at the copy."""

ZONES = timedelta(days=1)
"""The day of a copy is that of UTC, the date of a document that of its country."""


def wanted_day(source: Source, today: date) -> date:
    """Return the day from which a copy is wanted: the last that the date of the source can mean."""
    when = source.date or source.accessed
    return min(when.latest, today) if when else today


@dataclass(frozen=True)
class Proposal:
    """A copy that was found for a source."""

    source: Source
    copy: Copy

    @property
    def is_too_old(self) -> bool:
        """Whether the copy was made before the document."""
        when = self.source.date
        return when is not None and self.copy.day + ZONES < when.earliest

    @property
    def is_near(self) -> bool:
        """Whether the copy is so near to the date of the document that it most likely shows it."""
        when = self.source.date or self.source.accessed
        day = self.copy.day
        return when is not None and day + NEAR >= when.earliest and day - NEAR <= when.latest

    @property
    def words(self) -> str:
        """The date of the copy, and how far it is from that of the source."""
        day = self.copy.day
        words = f"copy of {PartialDate(day.year, day.month, day.day)}"
        when, label = self.source.date, "its date"
        if not when:
            when, label = self.source.accessed, "the day on which it was read"
        if not when:
            return f"{words}; the document has no date"
        if day > when.latest:
            return f"{words}, {_distance(when.latest, day)} after {label} ({when})"
        if day < when.earliest:
            return f"{words}, {_distance(day, when.earliest)} before {label} ({when})"
        return f"{words}, within {label} ({when})"


def _distance(earlier: date, later: date) -> str:
    """Write the time between two days in its largest unit."""
    apart = relativedelta(later, earlier)
    for number, unit in ((apart.years, "year"), (apart.months, "month")):
        if number:
            return count(number, unit)
    return count(apart.days, "day")
