"""The sources, as a reader goes through them: filtered, and followed to what rests on them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Site


@pytest.fixture
def sources(page: Page, site: Site) -> Page:
    page.goto(site / "sources/")
    return page


def filters(page: Page) -> Locator:
    """Return the form."""
    return page.get_by_role("form", name="Filter the sources")


def shown(page: Page) -> list[str]:
    """Return the ids of the sources that can be seen."""
    return [entry.get_attribute("id") or "" for entry in page.locator(".nr-sources > li:visible").all()]


def test_a_language_shows_its_sources_alone_and_the_address_keeps_it(sources: Page, site: Site) -> None:
    filters(sources).get_by_label("Language").select_option(label="French")
    found, address = shown(sources), sources.url
    assert found == ["fleuve-2017", "fleuve"]
    expect(filters(sources).get_by_role("status")).to_have_text("2 sources")
    assert address.endswith("/sources/?language=fr")
    sources.goto(site / "")
    sources.goto(address)
    assert shown(sources) == found
    expect(filters(sources).get_by_label("Language")).to_have_value("fr")


def test_words_and_language_apply_together(sources: Page) -> None:
    filters(sources).get_by_label("Words").fill("fluss")
    assert shown(sources) == ["zenda-gazette"]
    filters(sources).get_by_label("Words").fill("example.org ponts")
    filters(sources).get_by_label("Language").select_option(label="French")
    assert shown(sources) == ["fleuve-2017"]
    expect(filters(sources).get_by_role("status")).to_have_text("1 source")
    assert sources.locator("section:has(.nr-sources):visible").count() == 1


def test_a_source_leads_to_what_rests_on_it_and_back(sources: Page) -> None:
    source = sources.locator("#zenda-gazette")
    supported = source.get_by_role("link", name="A study of rivers")
    expect(supported).to_be_hidden()
    source.get_by_text(re.compile(r"^Supports \d+ records?$")).click()
    supported.click()
    expect(sources).to_have_url(re.compile("/#river-study$"))
    record = sources.locator("#river-study")
    expect(record).to_be_in_viewport()
    record.locator("> p > .nr-cite a").first.press("Enter")  # it may be broken over two lines
    reference = sources.locator(".nr-references li:target")
    reference.locator("cite").click()
    expect(sources).to_have_url(re.compile("/sources/#zenda-gazette$"))
    expect(source).to_be_in_viewport()
