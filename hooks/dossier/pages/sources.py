"""The page of sources: every document, with the records that cite it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.enumerations import SourceKind
from ..model.records import Source
from . import urls
from .page import Heading, Page, render
from .page_context import PageContext, SiteContext
from .search_entries import search_entry


@dataclass(frozen=True, kw_only=True)
class SourcesContext(PageContext):
    """What the page of sources shows beside the dossier itself."""

    template = "sources.html"

    listed: tuple[Source, ...]
    """All sources, the newest first."""
    groups: tuple[tuple[SourceKind, tuple[Source, ...]], ...]


def write_sources(site: SiteContext) -> Page:
    """Write the page of sources."""
    dossier = site.dossier
    listed = tuple(sorted(dossier.sources, key=_by_age, reverse=True))
    groups = ((kind, tuple(source for source in listed if source.kind is kind)) for kind in SourceKind)
    context = SourcesContext(
        site=site,
        url=urls.SOURCES,
        title="Sources",
        listed=listed,
        groups=tuple((kind, sources) for kind, sources in groups if sources),
    )
    return render(
        context,
        description=(
            f"The documents on which this account of NATO and {dossier.partner.name} rests,"
            " with their addresses and dates, and what rests on each."
        ),
        records=dossier.sources,
        headings=[Heading(f"_{kind}", f"{kind.capitalize()} sources") for kind, _ in context.groups],
        entries=[search_entry(source, dossier) for source in dossier.sources],
        sources=listed,
    )


def _by_age(source: Source) -> tuple[int, ...]:
    return source.date.sort_key if source.date else ()
