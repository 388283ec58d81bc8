"""All pages that a dossier makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from . import urls
from .areas import write_area, write_areas
from .as_of import write_as_of
from .changes import write_changes
from .glossary import write_glossary
from .home import write_home
from .open_questions import write_open_questions
from .page import Page
from .page_context import SiteContext
from .sources import write_sources
from .timeline import write_timeline
from .urls import file_of
from .visits import write_visits

WRITERS: dict[str, Callable[[SiteContext], Page]] = {
    urls.HOME: write_home,
    urls.AREAS: write_areas,
    urls.TIMELINE: write_timeline,
    urls.VISITS: write_visits,
    urls.OPEN_QUESTIONS: write_open_questions,
    urls.CHANGES: write_changes,
    urls.SOURCES: write_sources,
    urls.GLOSSARY: write_glossary,
}
"""The functions that write the pages of every dossier, by URL."""

NONE: Mapping[str, Callable[[], Page]] = {}


class SitePages(Mapping[str, Page]):
    """Every page made from the data, by its Markdown file; each is written when it is first used."""

    def __init__(self, site: SiteContext, further: Mapping[str, Callable[[], Page]] = NONE) -> None:
        """Take the functions that write further pages, by URL."""
        dossier = site.dossier
        self.site = site
        self._writers: dict[str, Callable[[], Page]] = {
            **{file_of(url): partial(write, site) for url, write in WRITERS.items()},
            **{file_of(urls.area_page(area)): partial(write_area, site, area) for area in dossier.areas},
            **{
                file_of(urls.as_of_page(year)): partial(write_as_of, site, year)
                for year in dossier.partner.as_of_pages
            },
            **{file_of(url): write for url, write in further.items()},
        }
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
