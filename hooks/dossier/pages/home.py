"""The home page: an article on the whole of the relationship."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.event import Event
from ..model.history import Change
from .charts.chart_layout import chart_events
from .charts.timeline_chart import TimelineChart
from .division.home_room import has_cards, latest
from .list_context import ListContext, Place
from .page import Heading, Page, render
from .page_context import SiteContext
from .search_entries import search_entry


@dataclass(frozen=True, kw_only=True)
class HomeContext(ListContext[Event]):
    """What the home page shows beside the dossier itself."""

    template = "home.html"

    chart: TimelineChart | None
    changes: tuple[Change, ...]

    @property
    def has_cards(self) -> bool:
        """Whether the areas are few enough to be shown."""
        return has_cards(self.dossier)


def write_home(site: SiteContext, place: Place[Event]) -> Page:
    """Write the home page, or a page of the overview where that is too long for it."""
    dossier = site.dossier
    name = f"{dossier.partner.name}’s relations with NATO"
    context = HomeContext(
        site=site,
        name=name,
        division=site.urls.overview,
        place=place,
        chart=None if place.title else chart_events(dossier.timeline, dossier.records.kinds),
        changes=() if place.title else latest(dossier),
    )
    return render(
        context,
        description=dossier.partner.summary.plain,
        records=[dossier.partner],
        headings=[
            *([Heading("_timeline", "Timeline")] if context.chart else []),
            *([Heading("_areas", "Areas of cooperation")] if context.is_first else []),
            *([Heading("_overview", "Overview")] if dossier.partner.overview else []),
            *([Heading("_changes", "What changed last")] if context.changes else []),
        ],
        entries=[search_entry(statement, dossier) for statement in context.values],
    )
