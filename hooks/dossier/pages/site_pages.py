"""All pages that a dossier makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from ..model.as_of import AsOf
from .areas import write_area, write_areas
from .as_of import write_as_of
from .changes import write_changes
from .division.parts import Division
from .glossary import write_glossary
from .home import write_home
from .list_context import Place
from .open_questions import write_open_questions
from .page import Page
from .page_context import SiteContext
from .sources import write_sources
from .timeline import write_timeline
from .urls import file_of
from .visits import write_visits

NONE: Mapping[str, Callable[[], Page]] = {}


class SitePages(Mapping[str, Page]):
    """Every page made from the data, by its Markdown file; each is written when it is first used."""

    def __init__(self, site: SiteContext, further: Mapping[str, Callable[[], Page]] = NONE) -> None:
        """Take the functions that write further pages, by URL."""
        self.site = site
        self._writers = {file_of(url): write for url, write in further.items()}
        self.parts: set[str] = set()
        """The files of the pages below that of a list, which no navigation lists."""
        for division, write in list_divisions(site):
            files = {file_of(place.url): partial(write, place) for place in division.pages}
            self._writers |= files
            self.parts |= files.keys() - {file_of(division.url)}
        self._written: dict[str, Page] = {}
        self._described: dict[str, tuple[str, str]] = {}

    def __getitem__(self, path: str) -> Page:
        if path not in self._written:
            page = self._written[path] = self._writers[path]()
            self._described[path] = page.title, page.description
        return self._written[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._writers)

    def __len__(self) -> int:
        return len(self._writers)

    def __contains__(self, path: object) -> bool:
        return path in self._writers  # without writing the page

    def described(self, path: str) -> tuple[str, str]:
        """Return the title and the description of a page, even if it has been let go."""
        return self._described.get(path) or (self[path].title, self[path].description)

    def forget(self, path: str) -> None:
        """Let go of a page that is not needed any more; if it is, it is written again."""
        self._written.pop(path, None)


def list_divisions(site: SiteContext) -> Iterator[tuple[Division[Any], Callable[[Place[Any]], Page]]]:
    """Yield every list that has pages, with the function that writes one of them."""
    dossier, urls = site.dossier, site.urls
    yield urls.overview, partial(write_home, site)
    yield urls.areas, partial(write_areas, site)
    yield urls.timeline, partial(write_timeline, site)
    yield urls.visits, partial(write_visits, site)
    yield urls.questions, partial(write_open_questions, site)
    yield urls.changes, partial(write_changes, site)
    yield urls.sources, partial(write_sources, site)
    yield urls.terms, partial(write_glossary, site)
    for area in dossier.areas:
        yield urls.area(area), partial(write_area, site, area)
    for year in dossier.partner.as_of_pages:
        as_of = AsOf(dossier, year)
        yield urls.as_of(as_of), partial(write_as_of, site, as_of)
