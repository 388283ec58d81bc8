"""The pages of the areas of cooperation, and their index."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dataset import Dossier
from ..model.records import Area
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext
from .search_entries import search_entry
from .timeline_chart import TimelineChart, chart_events


@dataclass(frozen=True, kw_only=True)
class AreasContext(PageContext):
    """The index needs the dossier alone."""

    template = "areas.html"


@dataclass(frozen=True, kw_only=True)
class AreaContext(PageContext):
    """What the page of an area shows."""

    template = "area.html"

    area: Area
    chart: TimelineChart | None


def write_areas(site: SiteContext) -> Page:
    """Write the index of the areas."""
    titles = ", ".join(area.title for area in site.dossier.areas)
    return render(
        AreasContext(site=site, url=urls.AREAS, title="Areas"),
        description=f"The areas in which NATO and {site.dossier.partner.name} cooperate: {titles}.",
        entries=[],
    )


def write_area(site: SiteContext, area: Area) -> Page:
    """Write what is known of one area."""
    dossier = site.dossier
    context = AreaContext(
        site=site,
        url=urls.area_page(area),
        title=area.title,
        area=area,
        chart=chart_events(dossier.events_of(area), dossier.records.kinds),
    )
    return render(
        context,
        description=area.summary.plain,
        records=[area],
        headings=_headings(dossier, area),
        entries=[search_entry(statement, dossier) for statement in area.activities],
    )


def _headings(dossier: Dossier, area: Area) -> list[Heading]:
    headings = [
        Heading(
            f"_{stage.name.lower()}",
            stage.value,
            tuple(Heading(statement.id, statement.title) for statement in statements),
        )
        for stage, statements in dossier.statements_by_stage(area)
    ]
    return headings + ([Heading("_events", "Events")] if dossier.events_of(area) else [])
