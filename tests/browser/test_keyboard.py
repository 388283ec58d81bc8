"""The keyboard: the skip link, and the keys of the theme."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Site
from .readers import Reader, until

KEYS = "npfs"
"""What the theme listens to: next and previous page, and the search twice."""


def test_the_skip_link_leads_to_the_start_of_the_content(
    path: str, published: Site, reader: Reader, page: Page
) -> None:
    reader.open(published / path)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip:focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    until(page, "location.hash")
    heading = page.locator("h1").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert heading
    assert header
    assert header["y"] + header["height"] <= heading["y"] < 250
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main')") is not None


def test_letters_do_nothing_in_a_dialog(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "timeline/")
    page.locator(".nr-cite-button:visible").first.click()
    dialog = page.get_by_role("dialog", name="Cite or share this record")
    expect(dialog).to_be_visible()
    for key in KEYS:
        page.keyboard.press(key)
    expect(dialog).to_be_visible()
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url == site / "timeline/"


def test_letters_do_nothing_in_a_picture(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "timeline/")
    page.locator(".nr-picture [data-record]").first.focus()
    for key in KEYS:
        page.keyboard.press(key)
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url == site / "timeline/"


def test_a_letter_leads_to_the_next_page_from_anywhere_else(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "timeline/")
    page.keyboard.press("n")
    page.wait_for_url("**/visits/")


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("timeline/#y2004", "[id=y2004]"),
        ("areas/science/#river-laboratory", "#river-laboratory h3"),
        ("about/#how-to-read-a-date", "[id=how-to-read-a-date]"),
    ],
)
@pytest.mark.parametrize("width", [360, 1440, 2000])
def test_a_heading_that_a_link_leads_to_is_below_the_header(
    address: str, heading: str, width: int, site: Site, reader: Reader, page: Page
) -> None:
    reader.resize((width, 740))
    reader.open(site / address)
    until(page, "scrollY > 0")
    below = page.locator(".md-header").bounding_box()
    found = page.locator(heading).bounding_box()
    assert below
    assert found
    assert found["y"] >= below["y"] + below["height"]
