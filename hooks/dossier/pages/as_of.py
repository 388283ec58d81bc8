"""The record as of a year: what sources up to then said."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ..model.as_of import AsOf
from ..model.event import Event
from ..model.records import Area
from .division.lists import Told
from .list_context import ListContext, Place
from .page import Heading, Page, render
from .page_context import SiteContext


@dataclass(frozen=True, kw_only=True)
class AsOfContext(ListContext[Told | Event]):
    """What the page of a year shows beside the dossier itself."""

    template = "as_of.html"

    as_of: AsOf

    @property
    def groups(self) -> tuple[tuple[Area | None, tuple[Told, ...]], ...]:
        """The statements of the page by area, those of the overview without one."""
        told = (value for value in self.values if isinstance(value, tuple))
        groups = groupby(told, key=lambda pair: next(iter(self.dossier.areas_of(pair[0])), None))
        return tuple((area, tuple(statements)) for area, statements in groups)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the page."""
        return tuple(value for value in self.values if isinstance(value, Event))


def write_as_of(site: SiteContext, as_of: AsOf, place: Place[Told | Event]) -> Page:
    """Write a page of a year; the search leaves it out, or it would find everything twice."""
    context = AsOfContext(
        site=site,
        name=f"As of {as_of.year}",
        division=site.urls.as_of(as_of),
        place=place,
        as_of=as_of,
    )
    return render(
        context,
        description=(
            f"The relations between NATO and {site.dossier.partner.name} as sources up to {as_of.year}"
            " described them, with a mark on what has changed since."
        ),
        headings=[
            *(_heading(area) for area, _ in context.groups),
            *([Heading("_events", "Events")] if context.events else []),
        ],
        entries=None,
    )


def _heading(area: Area | None) -> Heading:
    return Heading(f"_area-{area.id}", area.title) if area else Heading("_overview", "Overview")
