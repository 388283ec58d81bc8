"""The site wherever it is opened: at the root of a host, and from files without a server.

All other tests here see it below a path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import Site, paths
from .places import WAYS, Place, placed
from .readers import Reader


@pytest.fixture(scope="module", params=WAYS)
def place(
    request: pytest.FixtureRequest, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    with placed(request.param, site.folder, site.folder, tmp_path_factory.mktemp("offline")) as place:
        yield place


def test_every_page_is_quiet(place: Place, reader: Reader) -> None:
    for path in paths(place.folder):
        if path != "404.html":  # it was built for one address
            reader.open(place / path)
    assert reader.requests
    assert reader.complaints == []


@pytest.mark.parametrize("start", ["", "areas/science/"])
def test_a_word_leads_to_its_record(start: str, place: Place, reader: Reader, page: Page) -> None:
    reader.open(place / start)
    reader.search("bridges")
    page.locator(".md-search-result__link[href$='#bridges']").click()
    expect(page).to_have_url(place / "timeline/?h=bridges#bridges")
    expect(page.locator("[id='bridges']")).to_be_in_viewport()
    expect(page.locator("article mark").first).to_have_text(re.compile("bridges", re.IGNORECASE))


def test_a_second_question_is_answered_too(place: Place, reader: Reader, page: Page) -> None:
    reader.open(place / "about/")
    reader.search("bridges")
    page.fill(".md-search__input", "Rudolf")
    page.press(".md-search__input", "End")  # the theme waits for a key
    expect(page.locator(".md-search-result__link[href*='rudolf']").first).to_be_visible()


def test_a_filtered_view_has_an_address(place: Place, reader: Reader, page: Page) -> None:
    reader.open(place / "timeline/")
    everything = page.locator(".nr-entry:visible").count()
    page.get_by_label("visits", exact=True).check()
    expect(page).to_have_url(place / "timeline/?kind=visit")
    found = page.locator(".nr-entry:visible").count()
    assert 0 < found < everything
    page.reload()
    expect(page.locator(".nr-entry:visible")).to_have_count(found)


def test_a_mark_of_the_chart_leads_to_its_record(place: Place, reader: Reader, page: Page) -> None:
    reader.open(place / "")
    mark = page.locator(".nr-picture [data-record]").first
    record = mark.get_attribute("data-record")
    mark.press("Enter")
    expect(page).to_have_url(place / f"timeline/#{record}")
    expect(page.locator(f'[id="{record}"]')).to_be_in_viewport()


def test_a_record_is_cited_with_its_address_on_the_web(place: Place, reader: Reader, page: Page) -> None:
    reader.open(place / "timeline/")
    page.locator('[id="treaty"] .nr-cite-button').click()
    dialog = page.get_by_role("dialog", name="Cite or share this record")
    expect(dialog.locator(".nr-reference")).to_contain_text("https://example.org/some/path/timeline/#treaty,")
