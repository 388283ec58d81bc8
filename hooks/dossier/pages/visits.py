"""The page of visits: who met whom, where, when and what for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ..model.dataset import Dossier
from ..model.enumerations import Direction
from ..model.records import Person, Visit
from ..problems.phrases import count
from .charts.chart_layout import Group, draw_chart
from .charts.timeline_chart import TimelineChart
from .division.lists import Attendance
from .list_context import ListContext, Place
from .page import Heading, Page, render
from .page_context import SiteContext
from .search_entries import search_entry


@dataclass(frozen=True, kw_only=True)
class VisitsContext(ListContext[Visit | Attendance]):
    """What the page of visits shows beside the dossier itself."""

    template = "visits.html"

    chart: TimelineChart | None

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visits of the page."""
        return tuple(value for value in self.values if isinstance(value, Visit))

    @property
    def dated(self) -> tuple[Visit, ...]:
        """Those with a date, newest first."""
        return tuple(visit for visit in self.visits if visit.date)

    @property
    def recurring(self) -> tuple[Visit, ...]:
        """Those that recur."""
        return tuple(visit for visit in self.visits if not visit.date)

    @property
    def people(self) -> tuple[tuple[Person, tuple[Attendance, ...]], ...]:
        """The people of the page, each with their visits."""
        listed = (value for value in self.values if isinstance(value, Attendance))
        groups = groupby(listed, key=lambda attendance: attendance.person)
        return tuple((person, tuple(attended)) for person, attended in groups)


def write_visits(site: SiteContext, place: Place[Visit | Attendance]) -> Page:
    """Write a page of the visits."""
    dossier = site.dossier
    context = VisitsContext(
        site=site,
        name="Visits",
        division=site.urls.visits,
        place=place,
        chart=None if place.title else _chart(dossier),
    )
    shown = dossier.visits if context.part and context.is_first else context.visits
    return render(
        context,
        description=(
            f"{count(len(dossier.visits), 'visit')} and meetings between NATO and {dossier.partner.name}:"
            " who came, who received them, where, when and what for."
        ),
        records=shown or dossier.visits,
        headings=[
            *([Heading("_visits", "Visits by date")] if context.dated else []),
            *([Heading("_recurring", "Recurring visits")] if context.recurring else []),
            *([Heading("_people", "People")] if context.people else []),
        ],
        entries=[search_entry(visit, dossier) for visit in shown],
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
