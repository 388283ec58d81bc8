"""The pages of the areas of cooperation, and their index."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..model.enumerations import Status
from ..model.records import Area
from ..model.statement import Activity
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext
from .search_entries import search_entry
from .timeline_chart import TimelineChart, chart_events

OTHER = "Other"
"""The heading of the statements without a topic."""


@dataclass(frozen=True, kw_only=True)
class AreasContext(PageContext):
    """What the index of the areas shows: only the dossier."""

    template = "areas.html"


@dataclass(frozen=True, kw_only=True)
class AreaContext(PageContext):
    """What the page of an area shows."""

    template = "area.html"

    area: Area
    topics: tuple[tuple[Heading | None, tuple[Activity, ...]], ...]
    """The statements by topic; without a heading where the area has no topics."""
    statuses: tuple[tuple[Status, int], ...]
    """How many statements have each status."""
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
    """Write the page of an area."""
    dossier = site.dossier
    numbers = Counter(dossier.standing(activity).status for activity in area.activities)
    context = AreaContext(
        site=site,
        url=urls.area_page(area),
        title=area.title,
        area=area,
        topics=_topics(site, area),
        statuses=tuple((status, numbers[status]) for status in Status if numbers[status]),
        chart=chart_events(dossier.events_of(area), dossier.records.kinds),
    )
    topics = [heading for heading, _ in context.topics if heading]
    statements = [Heading(activity.id, activity.title) for activity in area.activities]
    return render(
        context,
        description=area.summary.plain,
        records=[area],
        headings=[
            *(topics or statements),
            *([Heading("_events", "Events")] if dossier.events_of(area) else []),
        ],
        entries=[search_entry(statement, dossier) for statement in area.activities],
    )


def _topics(site: SiteContext, area: Area) -> tuple[tuple[Heading | None, tuple[Activity, ...]], ...]:
    topics = site.dossier.topics_of(area)
    if not any(topic for topic, _ in topics):
        return tuple((None, activities) for _, activities in topics)
    return tuple(
        (
            Heading(
                urls.topic(topic or OTHER),
                topic or OTHER,
                tuple(Heading(activity.id, activity.title) for activity in activities),
            ),
            activities,
        )
        for topic, activities in topics
    )
