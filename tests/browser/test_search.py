"""The search, as a reader uses it: words lead to the record they stand in."""

from __future__ import annotations

from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Page

from .conftest import Site
from .readers import DESKTOP, PHONE, Reader, until


@pytest.mark.parametrize(
    ("start", "words", "size"),
    [
        ("", "PARP", PHONE),
        ("", "Zarifi", DESKTOP),
        ("areas/public-information/", "landmines", PHONE),
        ("areas/public-information/", "PARP", DESKTOP),
        ("404.html", "Zarifi", PHONE),
        ("404.html", "landmines", DESKTOP),
    ],
)
def test_words_lead_to_the_record_they_stand_in(
    start: str, words: str, size: tuple[int, int], site: Site, reader: Reader, page: Page
) -> None:
    reader.resize(size)
    reader.open(site / start)
    reader.search(words)
    link = page.locator(".md-search-result__link[href*='#']:visible").first
    anchor = unquote(urldefrag(link.get_attribute("href") or "").fragment)
    link.click()
    page.wait_for_url(f"**#{anchor}")
    record = page.locator(f'[id="{anchor}"]')
    assert words.lower() in record.inner_text().lower()
    box = f"document.getElementById({anchor!r}).getBoundingClientRect()"
    until(page, f"{box}.top >= 0 && {box}.top < innerHeight")


def test_what_is_nowhere_is_not_found(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "")
    page.click(".md-search__input")
    page.keyboard.type("xyzzy")
    until(page, "document.querySelector('.md-search-result__meta').innerText.startsWith('No matching')")
