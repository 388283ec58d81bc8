"""The context of a page of a list, which is cut into parts where it is long."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from ..model.event import Event
from ..model.history import Change
from ..model.records import Area
from . import urls
from .division.parts import Branch, Division, Label, Part
from .filtering import FILTERED
from .page_context import Link, PageContext

T = TypeVar("T")

Place: TypeAlias = Part[T] | Branch[T]
"""What a page of a list is: a part of it, or the page that lists the parts."""


@dataclass(frozen=True, kw_only=True)
class ListContext(PageContext, Generic[T]):
    """What the page of a list shows beside the dossier itself."""

    url: str = field(init=False)
    title: str = field(init=False)
    """Such as "Timeline: 1990s"."""
    name: str
    """The title of the whole list."""
    division: Division[T]
    place: Place[T]

    def __post_init__(self) -> None:
        """Take the URL and the title from the place in the list."""
        object.__setattr__(self, "url", self.place.url)
        object.__setattr__(self, "title", ": ".join(filter(None, [self.name, self.place.title])))

    @property
    def above(self) -> tuple[Link, ...]:
        """The pages between the home page and this one."""
        return () if self.is_first else (Link(self.name, self.division.url),)

    @property
    def list_url(self) -> str:
        """The URL of the whole list: into which parts that is cut may change."""
        return self.division.url

    @property
    def part_title(self) -> str:
        """Which part of the list it is; empty for the whole."""
        return self.place.title

    @property
    def part(self) -> Part[T] | None:
        """The part that the page shows, if it does not list parts."""
        return self.place if isinstance(self.place, Part) else None

    @property
    def values(self) -> tuple[T, ...]:
        """What the page lists."""
        return self.part.values if self.part else ()

    @property
    def filter_areas(self) -> tuple[Area, ...]:
        """The areas by which a reader filters: all if they are few, else those of the list.

        The script that has the records of a list that is cut has its areas too.
        """
        areas = self.dossier.areas
        if self.site.lists_areas:
            return areas
        records = (value.statement if isinstance(value, Change) else value for value in self.values)
        events = (record for record in records if isinstance(record, Event))
        used = {area.id for event in events for area in self.dossier.areas_of(event)}
        return tuple(area for area in areas if area.id in used)

    def under(self, label: Label) -> tuple[T, ...]:
        """Return what the page lists under a label."""
        return tuple(entry.value for entry in self.part.entries if label in entry.labels) if self.part else ()

    @property
    def records_file(self) -> str:
        """The URL of the script with what the filters of the list ask for; empty if it has none."""
        return urls.records_file(self.division) if self.division.url in FILTERED else ""
