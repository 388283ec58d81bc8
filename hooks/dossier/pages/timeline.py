"""The timeline: every record with a date, by year."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.enumerations import Direction
from ..model.event import Event
from ..model.kinds import Kind
from ..model.records import Visit
from ..model.statement import Statement
from ..problems.phrases import count
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext
from .search_entries import search_entry
from .timeline_chart import TimelineChart, chart_events


@dataclass(frozen=True, kw_only=True)
class TimelineContext(PageContext):
    """What the timeline shows beside the dossier itself."""

    template = "timeline.html"

    chart: TimelineChart | None
    kinds: tuple[Kind, ...]
    """The kinds of events, by which a reader filters."""
    directions: tuple[Direction, ...] = tuple(Direction)


def write_timeline(site: SiteContext) -> Page:
    """Write the timeline, which is the own page of the events that no other page lists."""
    dossier = site.dossier
    years = [year for year, _ in dossier.years]
    period = f", {years[0]} to {years[-1]}" if years else ""
    own = tuple(event for event in dossier.records.events if not isinstance(event, Statement | Visit))
    context = TimelineContext(
        site=site,
        url=urls.TIMELINE,
        title="Timeline",
        chart=chart_events(dossier.timeline, dossier.records.kinds),
        kinds=tuple(kind for kind in dossier.records.kinds if issubclass(kind.model, Event)),
    )
    return render(
        context,
        description=(
            f"{count(len(dossier.timeline), 'dated record')} of the relations between NATO and"
            f" {dossier.partner.name}{period}, each with its sources."
        ),
        records=own,
        headings=[Heading(urls.year(year), str(year)) for year in years],
        entries=[search_entry(event, dossier) for event in own],
    )
