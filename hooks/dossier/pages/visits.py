"""The page of visits: who met whom, where, when and what for."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dataset import Dossier
from ..model.enumerations import Direction
from ..model.records import Visit
from ..problems.phrases import count
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext
from .search_entries import search_entry
from .timeline_chart import Group, TimelineChart, draw_chart


@dataclass(frozen=True, kw_only=True)
class VisitsContext(PageContext):
    """What the page of visits shows beside the dossier itself."""

    template = "visits.html"

    chart: TimelineChart | None


def write_visits(site: SiteContext) -> Page:
    """Write the page of visits."""
    dossier = site.dossier
    headings = [
        *([Heading("_visits", "Visits by date")] if dossier.dated_visits else []),
        *([Heading("_recurring", "Recurring visits")] if dossier.recurring_visits else []),
        *([Heading("_people", "People")] if dossier.participants else []),
    ]
    return render(
        VisitsContext(site=site, url=urls.VISITS, title="Visits", chart=_chart(dossier)),
        description=(
            f"{count(len(dossier.visits), 'visit')} and meetings between NATO and {dossier.partner.name}:"
            " who came, who received them, where, when and what for."
        ),
        records=dossier.visits,
        headings=headings,
        entries=[search_entry(visit, dossier) for visit in dossier.visits],
    )


def _chart(dossier: Dossier) -> TimelineChart | None:
    """Draw the visits, a lane for each direction."""
    visits = [event for event in dossier.timeline if isinstance(event, Visit)]
    names = {
        Direction.TO_NATO: "To NATO",
        Direction.TO_PARTNER: f"To {dossier.partner.name}",
        Direction.ELSEWHERE: "Elsewhere",
    }
    return draw_chart(
        Group(name, Visit.noun, [visit for visit in visits if visit.direction is direction])
        for direction, name in names.items()
    )
