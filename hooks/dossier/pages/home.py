"""The home page: an article on the whole of the relationship."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.history import Change, list_changes
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext
from .search_entries import search_entry
from .timeline_chart import TimelineChart, chart_events

MOST_CHANGES = 5


@dataclass(frozen=True, kw_only=True)
class HomeContext(PageContext):
    """What the home page shows beside the dossier itself."""

    template = "home.html"

    chart: TimelineChart | None
    changes: tuple[Change, ...]


def write_home(site: SiteContext) -> Page:
    """Write the home page."""
    dossier = site.dossier
    overview, changes = dossier.partner.overview, list_changes(dossier)[:MOST_CHANGES]
    context = HomeContext(
        site=site,
        url=urls.HOME,
        title=f"{dossier.partner.name}’s relations with NATO",
        chart=chart_events(dossier.timeline, dossier.records.kinds),
        changes=changes,
    )
    return render(
        context,
        description=dossier.partner.summary.plain,
        records=[dossier.partner],
        headings=[
            *([Heading("_timeline", "Timeline")] if dossier.timeline else []),
            Heading("_areas", "Areas of cooperation"),
            *([Heading("_overview", "Overview")] if overview else []),
            *([Heading("_changes", "What changed last")] if changes else []),
        ],
        entries=[search_entry(statement, dossier) for statement in overview],
    )
