"""The timeline: every record with a date, by year; decades or years have pages of their own if it is long."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ..model.dataset import date_of
from ..model.enumerations import Direction
from ..model.event import Event
from ..model.kinds import Kind
from ..model.records import Visit
from ..model.statement import Statement
from ..problems.phrases import count
from . import anchors
from .charts.chart_layout import chart_events
from .charts.timeline_chart import TimelineChart
from .list_context import ListContext, Place
from .page import Heading, Page, render
from .page_context import SiteContext
from .search_entries import search_entry


@dataclass(frozen=True, kw_only=True)
class TimelineContext(ListContext[Event]):
    """What the timeline shows beside the dossier itself."""

    template = "timeline.html"

    chart: TimelineChart | None
    kinds: tuple[Kind, ...]
    """The kinds of events, by which a reader filters."""
    directions: tuple[Direction, ...] = tuple(Direction)

    @property
    def years(self) -> tuple[tuple[int, tuple[Event, ...]], ...]:
        """The events of the page by year."""
        dated = groupby((event for event in self.values if event.date), key=lambda event: date_of(event).year)
        return tuple((year, tuple(events)) for year, events in dated)

    @property
    def moved(self) -> tuple[Event, ...]:
        """The records with former ids that may have been on the timeline, where they are not now."""
        return tuple(event for event in self.values if not event.date)


def write_timeline(site: SiteContext, place: Place[Event]) -> Page:
    """Write a page of the timeline, the own page of the events that no other page lists."""
    dossier = site.dossier
    context = TimelineContext(
        site=site,
        name="Timeline",
        division=site.urls.timeline,
        place=place,
        chart=None if place.title else chart_events(dossier.timeline, dossier.records.kinds),
        kinds=tuple(kind for kind in dossier.records.kinds if issubclass(kind.model, Event)),
    )
    years = [year for year, _ in dossier.years]
    period = f", {years[0]} to {years[-1]}" if years else ""
    listed = dossier.records.events if context.is_first else context.values
    own = tuple(event for event in listed if event.date and not isinstance(event, Statement | Visit))
    return render(
        context,
        description=(
            f"{count(len(dossier.timeline), 'dated record')} of the relations between NATO and"
            f" {dossier.partner.name}{period}, each with its sources."
        ),
        records=own,
        headings=[Heading(anchors.year(year), str(year)) for year, _ in context.years],
        entries=[search_entry(event, dossier) for event in own if context.part],
    )
