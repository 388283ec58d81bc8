"""The page of sources: every document, with the records that cite it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ..model.enumerations import SourceKind
from ..model.event import Event
from ..model.records import Source, Term
from .division.lists import Support, age
from .list_context import ListContext, Place
from .page import Heading, Page, render
from .page_context import SiteContext
from .search_entries import search_entry


@dataclass(frozen=True, kw_only=True)
class SourcesContext(ListContext[Source | Support]):
    """What the page of sources shows beside the dossier itself."""

    template = "sources.html"

    @property
    def in_file_order(self) -> tuple[Source, ...]:
        """The sources of the page, as the files list them."""
        own = (value for value in self.values if isinstance(value, Source))
        return tuple(sorted(own, key=lambda source: source.origin.place))

    @property
    def listed(self) -> tuple[Source, ...]:
        """The sources of the page, the newest first."""
        return tuple(sorted(self.in_file_order, key=age, reverse=True))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers by which the page cites its sources, by their ids."""
        return {source.id: number for number, source in enumerate(self.listed, start=1)}

    @property
    def groups(self) -> tuple[tuple[SourceKind, tuple[Source, ...]], ...]:
        """The sources of the page by kind."""
        groups = (
            (kind, tuple(source for source in self.listed if source.kind is kind)) for kind in SourceKind
        )
        return tuple((kind, sources) for kind, sources in groups if sources)

    @property
    def supported(self) -> tuple[tuple[Source, tuple[Event | Term, ...]], ...]:
        """The records of the page that rest on a source, where they are apart from the sources."""
        listed = (value for value in self.values if isinstance(value, Support) and self.place.title)
        groups = groupby(listed, key=lambda support: support.source)
        return tuple((source, tuple(support.record for support in supports)) for source, supports in groups)


def write_sources(site: SiteContext, place: Place[Source | Support]) -> Page:
    """Write a page of the sources."""
    dossier = site.dossier
    context = SourcesContext(site=site, name="Sources", division=site.urls.sources, place=place)
    return render(
        context,
        description=(
            f"The documents on which this account of NATO and {dossier.partner.name} rests,"
            " with their addresses and dates, and what rests on each."
        ),
        records=dossier.sources,
        headings=[Heading(f"_{kind}", f"{kind.capitalize()} sources") for kind, _ in context.groups],
        entries=[search_entry(source, dossier) for source in context.in_file_order],
        sources=context.listed,
    )
