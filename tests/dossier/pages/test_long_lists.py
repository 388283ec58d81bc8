"""A record of any size: every page is light, every address leads to its record, no link leads nowhere."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from string import ascii_letters, digits
from urllib.parse import urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.model.records import Addressed
from dossier.pages import urls
from dossier.pages.citations import Site
from dossier.pages.filtering import write_anchors
from dossier.pages.linked_data import events
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages, list_divisions

from ...benchmark.country import Country

MOST, MOST_COMPRESSED = 240_000, 48_000
"""Bytes of what a page says: 300 and 60 kB without what the theme writes around it."""
FRAME = 60_000
"""Bytes of what the theme writes around it, and of the navigation."""

ROOT = "https://example.org/some/path/"


class Verbose(Country):
    """A country whose texts are as long as they may be, and of letters that hardly compress."""

    def text(self) -> str:
        """Write what no archive makes shorter."""
        return "".join(self.lot.choices(f"{ascii_letters}{digits}    ", k=4_300)).strip() + "."


class Terse(Country):
    """A country whose texts are short, so that a page is mostly markup; one record is named by all others."""

    def text(self) -> str:
        """Write a word."""
        return "Done."

    def link(self) -> str:
        """Write a link to the one record."""
        return "See [it](milestone:milestone-0)."


@dataclass(frozen=True)
class Written:
    """A site as it is written by the core."""

    pages: SitePages
    trees: dict[str, LexborHTMLParser]
    """What each page says, by its URL."""
    compressed: dict[str, int]

    @property
    def site(self) -> SiteContext:
        """What all pages share."""
        return self.pages.site

    def has(self, url: str) -> bool:
        """Say whether there is a page, with an anchor where one is named."""
        page, anchor = urldefrag(url)
        tree = self.trees.get(page)
        return bool(tree and (not anchor or tree.css_first(f'[id="{anchor}"]')))


COUNTRIES: dict[str, Country] = {
    "usual": Country(areas=20, milestones=400, visits=200),
    "verbose": Verbose(areas=6, milestones=60, visits=20),
    "terse": Terse(areas=200, milestones=500, visits=150),
}


@pytest.fixture(scope="module", params=COUNTRIES)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp(request.param) / "data"
    country = COUNTRIES[request.param]
    country.lot = Random(country.seed)
    country.write(folder)
    site = SiteContext(load(folder), Site("Ruritania and NATO", ROOT), f"{ROOT}edit/")
    pages = SitePages(site)
    bodies = {urls.of_file(path): pages[path].body for path in pages}
    return Written(
        pages,
        {url: LexborHTMLParser(body) for url, body in bodies.items()},
        {url: len(gzip.compress(body.encode(), 9)) for url, body in bodies.items()},
    )


def test_no_page_is_heavy(written: Written) -> None:
    sizes = {path: len(written.pages[path].body.encode()) for path in written.pages}
    assert {path: size for path, size in sizes.items() if size > MOST} == {}
    assert {url: size for url, size in written.compressed.items() if size > MOST_COMPRESSED} == {}


def test_no_head_of_a_page_is_heavy(written: Written) -> None:
    described = {
        path: len(json.dumps(events(page.events, written.site.urls, written.site.website)))
        for path, page in written.pages.items()
    }
    assert {path: size for path, size in described.items() if size > FRAME / 2} == {}


def test_every_link_leads_somewhere(written: Written) -> None:
    broken = []
    for url, tree in written.trees.items():
        for link in tree.css("a[href]"):
            target = urljoin(ROOT + url, link.attributes["href"] or "").removeprefix(ROOT)
            if not target.startswith(("http", "edit/", "mailto")) and not written.has(target):
                broken.append(f"{url} -> {target}")
    assert broken == []


def test_every_record_is_at_its_url(written: Written) -> None:
    dossier = written.site.dossier
    records: list[Addressed] = [*dossier.records.events, *dossier.sources, *dossier.terms, *dossier.areas]
    found = written.site.urls
    assert [found.of(record) for record in records if not written.has(found.of(record))] == []
    assert [event.id for event in dossier.timeline if not written.has(found.on_timeline(event))] == []


def test_every_permanent_address_is_known_to_the_page_that_it_names(written: Written) -> None:
    dossier, found = written.site.dossier, written.site.urls
    known: dict[str, set[str]] = {}
    for division, _ in list_divisions(written.site):
        if not division.whole:
            text = b"".join(write_anchors(division)).decode()
            parts = json.loads(text.removeprefix("const ANCHORS = ").rstrip(";\n"))
            known[division.url] = {anchor for _, anchors in parts for anchor in anchors}
    assert known.keys() >= {urls.TIMELINE}
    for event in dossier.records.events:
        for url in (found.of(event), *([found.on_timeline(event)] if event.date else [])):
            page, anchor = urldefrag(found.permanent(url))
            assert written.has(f"{page}#{anchor}") or {anchor, *event.formerly} <= known[page]


def test_a_year_of_the_timeline_has_its_anchor_on_the_page_of_the_whole(written: Written) -> None:
    timeline = written.trees[urls.TIMELINE]
    assert not timeline.css(".nr-entry")
    assert [year for year, _ in written.site.dossier.years if not timeline.css_first(f"#y{year}")] == []


def test_what_was_on_the_timeline_is_named_with_its_former_ids(written: Written) -> None:
    page = written.trees[f"{urls.TIMELINE}moved/"]
    assert [line.text() for line in page.css("p:has(code)")] == [
        f"{', '.join(event.formerly)} is now part of {written.site.title_of(event)}."
        for event in written.site.dossier.moved_from_timeline
    ]


def test_every_page_has_a_title_and_a_description_of_its_own(written: Written) -> None:
    pages = written.pages.values()
    assert len({page.title for page in pages}) == len(pages)
    parts = [page for path, page in written.pages.items() if path in written.pages.parts]
    assert parts
    assert len({page.description for page in parts}) == len(parts)


def test_the_search_finds_every_record_once(written: Written) -> None:
    dossier, found = written.site.dossier, written.site.urls
    locations = [
        f"{urls.of_file(path)}#{entry.anchor}".removesuffix("#")
        for path, page in written.pages.items()
        for entry in page.entries
    ]
    assert len(locations) == len(set(locations))
    records: list[Addressed] = [*dossier.records.events, *dossier.sources, *dossier.terms]
    assert {found.of(record) for record in records} <= set(locations)
    assert not {f"{urls.of_file(path)}" for path in written.pages.parts} & set(locations)


def test_very_many_areas_are_listed_by_their_names(tmp_path: Path) -> None:
    Country(areas=800, milestones=1, visits=1).write(tmp_path / "data")
    dossier = load(tmp_path / "data")
    pages = SitePages(SiteContext(dossier))
    body = pages[urls.file_of(urls.AREAS)].body
    assert len(body.encode()) <= MOST
    links = [link.text() for link in LexborHTMLParser(body).css(".nr-filtered a")]
    assert links == [area.title for area in dossier.areas]
    home = LexborHTMLParser(pages[urls.file_of(urls.HOME)].body)
    assert not home.css(".nr-cards")
    assert home.css_first("a[href='areas/']")
