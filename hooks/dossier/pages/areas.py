"""The pages of the areas of cooperation, and their index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..model.enumerations import Status
from ..model.event import Event
from ..model.records import Area
from .charts.chart_layout import chart_events
from .charts.timeline_chart import TimelineChart
from .division.lists import EVENTS, MOST_LISTED_AREAS
from .division.parts import Label
from .list_context import ListContext, Place
from .page import Heading, Page, render
from .page_context import SiteContext
from .search_entries import search_entry


@dataclass(frozen=True, kw_only=True)
class AreasContext(ListContext[Area]):
    """What the index of the areas shows."""

    template = "areas.html"

    @property
    def is_filtered(self) -> bool:
        """Whether a reader can filter the areas: where they are many."""
        return self.is_first and not self.site.lists_areas


@dataclass(frozen=True, kw_only=True)
class AreaContext(ListContext[Event]):
    """What the page of an area shows."""

    template = "area.html"

    area: Area
    statuses: tuple[tuple[Status, int], ...]
    """How many statements have each status."""
    chart: TimelineChart | None

    @property
    def topics(self) -> tuple[tuple[Heading, tuple[Event, ...]], ...]:
        """The statements of the page by topic."""
        entries = (entry for entry in self.part.entries if EVENTS not in entry.labels) if self.part else ()
        return tuple(
            (_heading(label, statements := [entry.value for entry in group]), tuple(statements))
            for (label,), group in groupby(entries, key=lambda entry: entry.labels)
        )

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the page."""
        return self.under(EVENTS)


def write_areas(site: SiteContext, place: Place[Area]) -> Page:
    """Write a page of the index of the areas."""
    areas = site.dossier.areas
    titles = ", ".join(area.title for area in areas[:MOST_LISTED_AREAS])
    return render(
        AreasContext(site=site, name="Areas", division=site.urls.areas, place=place),
        description=f"The areas in which NATO and {site.dossier.partner.name} cooperate: {titles}.",
        entries=[],
    )


def write_area(site: SiteContext, area: Area, place: Place[Event]) -> Page:
    """Write a page of an area."""
    dossier = site.dossier
    counted = () if place.title else area.activities
    numbers = Counter(dossier.standing(activity).status for activity in counted)
    context = AreaContext(
        site=site,
        name=area.title,
        division=site.urls.area(area),
        place=place,
        area=area,
        statuses=tuple((status, numbers[status]) for status in Status if numbers[status]),
        chart=None if place.title else chart_events(dossier.events_of(area), dossier.records.kinds),
    )
    statements = [statement for _, listed in context.topics for statement in listed]
    return render(
        context,
        description=area.summary.plain,
        records=[area],
        headings=[
            *(heading for heading, _ in context.topics),
            *([Heading("_events", "Events")] if context.events else []),
        ],
        entries=[search_entry(statement, dossier) for statement in statements],
    )


def _heading(label: Label, statements: Iterable[Event]) -> Heading:
    listed = (Heading(statement.id, statement.title or "") for statement in statements)
    return Heading(label.anchor, label.title, tuple(listed))
