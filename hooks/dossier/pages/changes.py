"""The page of changes: every change of a statement, and the versions of the primary source."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ..model.history import Change, Comparison, compare_versions, list_changes
from ..problems.phrases import count
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext
from .search_entries import change_entry


@dataclass(frozen=True, kw_only=True)
class ChangesContext(PageContext):
    """What the page of changes shows beside the dossier itself."""

    template = "changes.html"

    changes: tuple[Change, ...]
    years: tuple[tuple[int, tuple[Change, ...]], ...]
    comparison: Comparison


def write_changes(site: SiteContext) -> Page:
    """Write the page of changes."""
    dossier = site.dossier
    changes, comparison = list_changes(dossier), compare_versions(dossier)
    years = tuple(
        (year, tuple(steps))
        for year, steps in groupby(changes, key=lambda change: change.standing.as_of.year)
    )
    headings = [Heading(urls.year(year), str(year)) for year, _ in years]
    if comparison.points:
        headings.append(Heading("_versions", "Versions side by side"))
    context = ChangesContext(
        site=site,
        url=urls.CHANGES,
        title="What changed",
        changes=changes,
        years=years,
        comparison=comparison,
    )
    return render(
        context,
        description=(
            f"{count(len(changes), 'change')} in what sources say of NATO and {dossier.partner.name}:"
            " what was said before, what is said now, and who says so."
        ),
        headings=headings,
        entries=[change_entry(change) for change in changes],
    )
