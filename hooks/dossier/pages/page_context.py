"""The context of a page's template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup, escape

from ..model.dataset import Dossier
from ..model.dates import When
from ..model.enumerations import Direction, SourceKind
from ..model.event import Event
from ..model.history import Change, Comparison, compare_versions, list_changes
from ..model.prose import Prose, Reference
from ..model.records import Addressed, Source
from ..model.statement import Statement
from .citations import Site, encode
from .division.lists import MOST_LISTED_AREAS
from .glossary_tooltips import Tooltips, Vocabulary
from .urls import Urls, relative

MOST_CITED = 2
"""The most sources that a lead cites for a claim; the record has all."""


UNPUBLISHED = Site("", "")


class Link(NamedTuple):
    """A link to a page."""

    title: str
    url: str


class Citation(NamedTuple):
    """A source as a page cites it at one place."""

    number: int
    source: Source
    is_first: bool
    """Whether the page cites it for the first time; this place has the anchor to return to."""


@dataclass(frozen=True)
class SiteContext:
    """What all pages of one dossier share."""

    dossier: Dossier
    website: Site = UNPUBLISHED
    """Where it is published."""
    repository: str = ""
    """The URL below which the files can be edited, with a slash at its end, if there is one."""
    has_locator: bool = False
    """Whether there is a map that shows where the country is."""

    @cached_property
    def urls(self) -> Urls:
        """The URLs of the records."""
        return Urls(self.dossier, self.repository)

    def permalink(self, url: str) -> str:
        """Return the absolute address of a URL, in characters that every format accepts."""
        return encode(self.website.address + self.urls.permanent(url))

    @property
    def lists_areas(self) -> bool:
        """Whether the areas are so few that the navigation and the filters list them all."""
        return len(self.dossier.areas) <= MOST_LISTED_AREAS

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change of every statement, newest first."""
        return list_changes(self.dossier)

    @cached_property
    def comparison(self) -> Comparison:
        """The versions of the primary source, compared."""
        return compare_versions(self.dossier)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of the glossary, ready to be found in text."""
        return Vocabulary(self.dossier.terms)

    def title_of(self, event: Event) -> str:
        """Return the title of an event, or else its text."""
        if isinstance(event, Statement):
            return event.title or self.dossier.standing(event).claim.plain
        return event.title or event.id


@dataclass(frozen=True, kw_only=True)
class PageContext:
    """Links records from the page, numbers the sources that it cites, and explains the terms that it uses.

    A page that needs more has a subclass beside the function that writes it.
    """

    template: ClassVar[str]

    site: SiteContext
    url: str
    title: str
    _numbers: dict[str, tuple[int, Source]] = field(default_factory=dict)
    """The numbers of the sources by their ids."""

    @property
    def dossier(self) -> Dossier:
        """The checked data."""
        return self.site.dossier

    @property
    def urls(self) -> Urls:
        """The URLs of the records."""
        return self.site.urls

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources cited so far, in the order of their numbers."""
        return tuple(source for _, source in self._numbers.values())

    @cached_property
    def _tooltips(self) -> Tooltips:
        return Tooltips(self.site.vocabulary)

    @property
    def above(self) -> tuple[Link, ...]:
        """The pages between the home page and this one."""
        return ()

    @property
    def list_url(self) -> str:
        """The URL below which its records have their permanent links: that of its whole list."""
        return self.url

    @property
    def is_first(self) -> bool:
        """Whether it is no part of a list, or has what is beside the list."""
        return self.url == self.list_url

    @property
    def part_title(self) -> str:
        """Which part of a list it is; empty for a whole."""
        return ""

    @property
    def values(self) -> tuple[Any, ...]:
        """What it lists."""
        return ()

    def link(self, url: str) -> str:
        """Write a URL of the site as this page links to it."""
        return relative(url, self.url)

    def link_to(self, record: Addressed) -> str:
        """Write the URL of a record."""
        return self.link(self.urls.of(record))

    def prose(self, prose: Prose) -> Markup:
        """Write prose, its links to records resolved and its terms explained."""
        html = prose.html(lambda reference: self.link(self.urls.referenced(reference)))
        return Markup(self._tooltips.add(html))

    def cited_prose(self, prose: Prose) -> list[tuple[Markup, tuple[Source, ...]]]:
        """Write prose in pieces, each with the sources of the record that is linked at its end.

        For a text such as the lead, in which every claim links to its record.
        """
        pieces: list[tuple[Markup, tuple[Source, ...]]] = []
        html = ""
        sources: tuple[Source, ...] = ()
        for segment in prose.segments:
            if isinstance(segment, Reference):
                html += f'<a href="{escape(self.link(self.urls.referenced(segment)))}">'
                sources = self.dossier.resting_on(self.dossier.resolve(segment))[:MOST_CITED]
            elif sources:
                words, end, rest = segment.partition("</a>")
                pieces.append((Markup(html + words + end), sources))
                html, sources = rest, ()
            else:
                html += segment
        return [*pieces, (Markup(html), ())]

    def title_of(self, event: Event) -> str:
        """Return the title of an event, or else its text."""
        return self.site.title_of(event)

    def cite(self, sources: Iterable[Source]) -> list[Citation]:
        """Give each source its number on this page."""
        return [self._cite(source) for source in sources]

    def _cite(self, source: Source) -> Citation:
        is_first = source.id not in self._numbers
        number, _ = self._numbers.setdefault(source.id, (len(self._numbers) + 1, source))
        return Citation(number, source, is_first)

    def rests_on_press(self, sources: Sequence[Source], as_of: When | None = None) -> str:
        """Say that all sources are press reports; empty if one is not."""
        year = as_of and as_of.newest.year
        newest = [source for source in sources if source.date and source.date.newest.year == year]
        if any(source.kind is not SourceKind.PRESS for source in newest or sources):
            return ""
        return "rests on one press source" if len(newest or sources) == 1 else "rests on the press alone"

    def direction(self, direction: Direction) -> str:
        """Write which way a visit went."""
        match direction:
            case Direction.TO_NATO:
                return "to NATO"
            case Direction.TO_PARTNER:
                return f"to {self.dossier.partner.name}"
            case Direction.ELSEWHERE:
                return "elsewhere"
