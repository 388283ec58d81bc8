"""The record as of a year: what sources up to then said."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.as_of import AsOf
from ..model.records import Area
from ..model.standing import Standing
from ..model.statement import Statement
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext


@dataclass(frozen=True, kw_only=True)
class AsOfContext(PageContext):
    """What the page of a year shows beside the dossier itself."""

    template = "as_of.html"

    as_of: AsOf
    overview: tuple[tuple[Statement, Standing], ...]
    areas: tuple[tuple[Area, tuple[tuple[Statement, Standing], ...]], ...]


def write_as_of(site: SiteContext, year: int) -> Page:
    """Write the page of a year; the search leaves it out, or it would find everything twice."""
    dossier = site.dossier
    as_of = AsOf(dossier, year)
    areas = ((area, as_of.statements(area.activities)) for area in dossier.areas)
    context = AsOfContext(
        site=site,
        url=urls.as_of_page(year),
        title=f"As of {year}",
        as_of=as_of,
        overview=as_of.statements(dossier.partner.overview),
        areas=tuple((area, statements) for area, statements in areas if statements),
    )
    return render(
        context,
        description=(
            f"The relations between NATO and {dossier.partner.name} as sources up to {year} described them,"
            " with a mark on what has changed since."
        ),
        headings=[
            *([Heading("_overview", "Overview")] if context.overview else []),
            *(Heading(f"_area-{area.id}", area.title) for area, _ in context.areas),
            *([Heading("_events", "Events")] if as_of.events else []),
        ],
        entries=None,
    )
