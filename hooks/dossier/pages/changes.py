"""The page of changes: every change of a statement, and the versions of the primary source."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ..model.history import Change, Comparison, Point
from ..problems.phrases import count
from . import anchors
from .list_context import ListContext, Place
from .page import Heading, Page, render
from .page_context import SiteContext
from .search_entries import change_entry


@dataclass(frozen=True, kw_only=True)
class ChangesContext(ListContext[Change | Point]):
    """What the page of changes shows beside the dossier itself."""

    template = "changes.html"

    @property
    def comparison(self) -> Comparison:
        """The versions of the primary source, compared."""
        return self.site.comparison

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the page, newest first."""
        return tuple(value for value in self.values if isinstance(value, Change))

    @property
    def years(self) -> tuple[tuple[int, tuple[Change, ...]], ...]:
        """The changes of the page by year."""
        groups = groupby(self.changes, key=lambda change: change.standing.as_of.year)
        return tuple((year, tuple(changes)) for year, changes in groups)

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of the page on which the versions of the primary source differ."""
        return tuple(value for value in self.values if isinstance(value, Point))


def write_changes(site: SiteContext, place: Place[Change | Point]) -> Page:
    """Write a page of the changes."""
    dossier = site.dossier
    context = ChangesContext(site=site, name="What changed", division=site.urls.changes, place=place)
    return render(
        context,
        description=(
            f"{count(len(site.changes), 'change')} in what sources say of NATO and {dossier.partner.name}:"
            " what was said before, what is said now, and who says so."
        ),
        headings=[
            *(Heading(anchors.year(year), str(year)) for year, _ in context.years),
            *([Heading("_versions", "Versions side by side")] if context.points else []),
        ],
        entries=[change_entry(change) for change in context.changes],
    )
