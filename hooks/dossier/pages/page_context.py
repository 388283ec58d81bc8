"""What the template of a page may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from markupsafe import Markup

from ..model.dataset import Dossier, newest_date
from ..model.dates import When
from ..model.enumerations import Direction, SourceKind
from ..model.prose import Prose
from ..model.records import Addressed, Event, Source, Statement
from .glossary_tooltips import Tooltips, Vocabulary
from .urls import Urls, relative


@dataclass(frozen=True)
class SiteContext:
    """What all pages of one dossier share."""

    dossier: Dossier
    urls: Urls

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of the glossary, ready to be found in text."""
        return Vocabulary(self.dossier.terms)


@dataclass(frozen=True, kw_only=True)
class PageContext:
    """Knows the URL of the page, numbers the sources that it cites, and explains the terms that it uses.

    What only one page needs is a subclass beside the function that writes it.
    """

    template: ClassVar[str] = ""

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
        """What the page cites so far, in the order of the numbers."""
        return tuple(source for _, source in self._numbers.values())

    @cached_property
    def _tooltips(self) -> Tooltips:
        return Tooltips(self.site.vocabulary)

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

    def title_of(self, event: Event) -> str:
        """Call an event by its title, or else by its text."""
        if isinstance(event, Statement):
            return event.title or self.dossier.states(event)[0].text.plain
        return event.title or event.id

    def cite(self, sources: Iterable[Source]) -> list[tuple[int, Source]]:
        """Give each source its number on this page."""
        return [self._numbers.setdefault(source.id, (len(self._numbers) + 1, source)) for source in sources]

    def remarks_on(self, sources: Sequence[Source], as_of: When | None = None) -> tuple[str, ...]:
        """Say what a reader should know of sources: that there is one report only, or only old ones."""
        remarks = []
        if all(source.kind is SourceKind.PRESS for source in sources):
            remarks.append("rests on one press source" if len(sources) == 1 else "rests on the press alone")
        newest = newest_date(sources) or as_of
        remarks += ["newest source over ten years old"] if newest and self.dossier.is_old(newest) else []
        return tuple(remarks)

    def direction(self, direction: Direction) -> str:
        """Write which way a visit went."""
        match direction:
            case Direction.TO_NATO:
                return "to NATO"
            case Direction.TO_PARTNER:
                return f"to {self.dossier.partner.name}"
            case Direction.ELSEWHERE:
                return "elsewhere"
