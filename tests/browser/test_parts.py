"""Lists that are cut into parts: old addresses lead to their records, and filters find them in all parts."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.model.records import Visit
from dossier.pages.urls import Urls

from ..benchmark.country import Country
from ..websites import build, copy_project, page
from . import accessibility, looks
from .places import WAYS, Place, placed
from .readers import DESKTOP, PHONE, Reader, reading, until

MOST, MOST_COMPRESSED = 300_000, 60_000
"""Bytes of a page."""


@dataclass(frozen=True)
class LongSite(Place):
    """A site with long lists."""

    dossier: Dossier = field(kw_only=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Dossier]:
    folder = tmp_path_factory.mktemp("parts")
    Country(areas=70, milestones=450, visits=150).write(folder / "data")
    site = folder / "some" / "path"
    result = build(
        copy_project(folder / "project", data=folder / "data"), site, SITE_URL="https://a.example/"
    )
    assert result.returncode == 0, result.stderr
    return site, load(folder / "data")


@pytest.fixture(scope="module", params=WAYS)
def site(
    request: pytest.FixtureRequest, built: tuple[Path, Dossier], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LongSite]:
    folder, dossier = built
    target = tmp_path_factory.mktemp("offline")
    with placed(request.param, folder, folder.parent.parent, target) as place:
        yield LongSite(place.folder, place.root, place.index, dossier=dossier)


def opened(reader: Reader, address: str) -> Page:
    """Open a page anew: an address that differs in its anchor alone would load nothing."""
    reader.page.goto("about:blank")
    reader.open(address)
    return reader.page


def shown(page: Page) -> list[str]:
    """Return the ids of the records that a filter shows."""
    return [entry.get_attribute("id") or "" for entry in page.locator(".nr-found li:visible").all()]


def test_no_page_is_heavy(built: tuple[Path, Dossier]) -> None:
    folder, _ = built
    for file in folder.rglob("*.html"):
        content = file.read_bytes()
        assert len(content) <= MOST, file
        assert len(gzip.compress(content, 9)) <= MOST_COMPRESSED, file


def test_an_old_address_leads_to_its_record(site: LongSite, reader: Reader) -> None:
    urls = Urls(site.dossier)
    milestone, visit = site.dossier.timeline[200], site.dossier.dated_visits[70]
    person = visit.visitors[0]
    for new in (urls.on_timeline(milestone), urls.of(visit), urls.person(person)):
        old = urls.permanent(new)
        assert old != new
        page = opened(reader, site / old)
        expect(page).to_have_url(site / new)
        expect(page.locator(f"[id='{new.partition('#')[2]}']")).to_be_in_viewport()
    assert reader.complaints == []


def test_an_old_address_of_what_is_on_several_parts_leads_to_the_first(
    site: LongSite, reader: Reader
) -> None:
    first, second = Urls(site.dossier).sources.parts[-3:-1]
    (shared,) = {entry.anchors for entry in first.entries} & {entry.anchors for entry in second.entries}
    page = opened(reader, site / f"sources/#{shared[0]}")
    expect(page).to_have_url(site / f"{first.url}#{shared[0]}")


def test_an_old_address_of_a_year_leads_to_its_first_part(site: LongSite, reader: Reader) -> None:
    page = opened(reader, site / "timeline/#y2007")
    expect(page).to_have_url(site / Urls(site.dossier).year_on_timeline(2007))
    expect(page.locator("#y2007")).to_be_in_viewport()


def test_a_former_id_leads_to_what_the_record_is_now(site: LongSite, reader: Reader) -> None:
    moved = next(event for event in site.dossier.timeline if event.formerly)
    (former,) = moved.formerly
    page = opened(reader, site / f"timeline/#{former}")
    until(page, f"document.getElementById('{moved.id}')")
    expect(page.locator(f"[id='{former}']")).to_be_attached()


def test_an_address_from_before_a_decade_was_cut_leads_on(site: LongSite, reader: Reader) -> None:
    urls = Urls(site.dossier)
    decade = urls.timeline.branches[1]
    event = decade.parts[-1].values[0]
    page = opened(reader, site / f"{decade.url}#{event.id}")
    expect(page).to_have_url(site / urls.on_timeline(event))


def test_without_scripts_the_years_are_links(site: LongSite, browser: Browser) -> None:
    event = site.dossier.timeline[200]
    assert event.date
    with reading(browser, *DESKTOP, scripts=False) as reader:
        reader.open(site / f"timeline/#y{event.date.year}")
        year = reader.page.locator(f"#y{event.date.year}")
        expect(year).to_be_in_viewport()
        reader.page.get_by_role("link", name=str(event.date.year), exact=True).first.click()
        expect(reader.page.locator(f"#y{event.date.year}")).to_be_visible()
        assert reader.page.locator(".nr-entry").count() > 0


def test_the_way_from_part_to_part(site: LongSite, reader: Reader) -> None:
    first, second = Urls(site.dossier).timeline.parts[:2]
    page = opened(reader, site / first.url)
    parts = page.get_by_role("navigation", name="Parts")
    parts.get_by_role("link", name=second.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Timeline: {second.title}")
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Timeline")


def test_a_filter_finds_the_records_of_all_parts(site: LongSite, reader: Reader) -> None:
    page = opened(reader, site / "timeline/")
    form = page.get_by_role("form", name="Filter the timeline")
    form.get_by_label("visits", exact=True).check()
    expect(page.locator(".nr-found")).to_be_visible()
    visits = [event.id for event in site.dossier.timeline if isinstance(event, Visit)]
    assert shown(page) == visits
    expect(page.locator(".nr-parts")).to_be_hidden()
    form.get_by_label("Direction of visits").select_option("to-nato")
    form.get_by_label("From year").fill("2005")
    found = [
        event.id
        for event in site.dossier.timeline
        if isinstance(event, Visit) and event.date and event.direction == "to-nato"
        if event.date.latest.year >= 2005
    ]
    assert shown(page) == found
    expect(form.get_by_role("status")).to_have_text(f"{len(found)} records")
    page.locator(".nr-found li:visible a").first.click()
    expect(page.locator(f"[id='{found[0]}']")).to_be_in_viewport()
    page.go_back()
    until(page, "document.querySelector('.nr-found li:not([hidden])')")
    assert shown(page) == found
    form.get_by_role("button", name="Clear").click()
    expect(page.locator(".nr-parts")).to_be_visible()
    expect(page.locator(".nr-found")).to_be_hidden()
    assert reader.complaints == []


def test_a_filter_finds_words_and_areas(site: LongSite, reader: Reader) -> None:
    area = next(iter(site.dossier.areas_of(site.dossier.milestones[0])), site.dossier.areas[0])
    event = next(event for event in site.dossier.timeline if area in site.dossier.areas_of(event))
    page = opened(reader, site / f"timeline/?area={area.id}")
    expect(page.locator(f".nr-found [id='{event.id}']")).to_be_visible()
    form = page.get_by_role("form", name="Filter the timeline")
    expect(form.get_by_label("Area")).to_have_value(area.id)
    form.get_by_label("Words").fill("no such words")
    assert shown(page) == []
    expect(form.get_by_role("status")).to_have_text("0 records")


@pytest.mark.parametrize("url", ["changes/", "open-questions/", "sources/"])
def test_other_lists_are_filtered_too(url: str, site: LongSite, reader: Reader) -> None:
    page = opened(reader, site / f"{url}?words=a")
    entries = page.locator(".nr-found li:visible, .nr-filtered:visible")
    expect(entries.first).to_be_visible()
    page.get_by_role("form").get_by_label("Words").fill("no such words")
    expect(entries).to_have_count(0)


def test_many_areas_are_filtered(site: LongSite, reader: Reader) -> None:
    area = site.dossier.areas[40]
    page = opened(reader, site / "areas/")
    page.get_by_role("form", name="Filter the areas").get_by_label("Words").fill(area.title)
    links = page.locator("li:visible").get_by_role("link", name=area.title, exact=True)
    links.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(area.title)


def test_a_record_on_a_part_is_cited_by_its_permanent_address(site: LongSite, reader: Reader) -> None:
    event = site.dossier.timeline[200]
    page = opened(reader, site / Urls(site.dossier).on_timeline(event))
    page.locator(f"[id='{event.id}'] .nr-cite-button").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".nr-reference")).to_contain_text(f"https://a.example/timeline/#{event.id}")


@pytest.mark.parametrize("site", ["host"], indirect=True)
def test_a_page_of_a_list_is_usable(site: LongSite, reader: Reader) -> None:
    for path in ("timeline/", Urls(site.dossier).timeline.parts[0].url, "timeline/?kind=visit"):
        page = opened(reader, site / path)
        accessibility.prepare(page)
        for size in (PHONE, DESKTOP):
            reader.resize(size)
            assert accessibility.violations(page) == []
            assert looks.overflow(page) == []
    assert reader.complaints == []


def test_a_page_loads_no_records_before_they_are_needed(site: LongSite, reader: Reader) -> None:
    opened(reader, site / "timeline/")
    assert not [address for address in reader.requests if address.endswith(("anchors.js", "records.js"))]


def test_only_the_pages_of_such_a_list_load_its_script(built: tuple[Path, Dossier]) -> None:
    folder, _ = built
    assert page(folder / "timeline" / "index.html").css("script[src$='parts.js']")
    assert not page(folder / "about" / "index.html").css("script[src$='parts.js'], link[href$='parts.css']")
