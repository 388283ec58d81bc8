"""The search, as a reader uses it: words lead to the record they stand in."""

from __future__ import annotations

import re
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Page, expect

from .conftest import Site
from .readers import DESKTOP, PHONE, Reader, until

INDEX = "/search/search_index.json"

FIRST = 3
"""Results that a reader sees without looking for them."""


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


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("is Tajikistan in PARP?", "21 March 2019"),
        ("who is the Special Representative?", "As of March 2026.*Kevin Hamilton"),
        ("is the French detachment still there?", "28 October 2014|12 December 2017"),
        ("which embassy is the contact point?", "As of 12 May 2023.*Türkiye"),
    ],
)
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=str)
def test_a_question_as_it_stands_finds_the_newest_answer_and_its_date(
    question: str, answer: str, size: tuple[int, int], site: Site, reader: Reader, page: Page
) -> None:
    reader.resize(size)
    reader.open(site / "")
    reader.search(question)
    first = page.locator(f".md-search-result__item:nth-child(-n + {FIRST}) > a:visible")
    expect(first.filter(has_text=re.compile(answer)).first).to_be_visible()


def test_words_of_a_former_state_are_found_as_what_was(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "")
    reader.search("Simmons ambassador holder")
    found = page.locator(".md-search-result__link[href*='/changes/'][href*='appathurai_2011']")
    expect(found).to_contain_text("Holder of the Special Representative's post: before 2011")
    expect(found).to_contain_text("As of about 2010 (ongoing): The Special Representative in office")


def test_the_index_is_loaded_only_when_a_reader_turns_to_the_search(
    site: Site, reader: Reader, page: Page
) -> None:
    reader.open(site / "about/")
    page.wait_for_load_state("networkidle")
    assert not [address for address in reader.requests if address.endswith(INDEX)]
    reader.search("PARP")
    assert len([address for address in reader.requests if address.endswith(INDEX)]) == 1


def test_the_words_are_marked_where_the_search_leads(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "")
    reader.search("landmines")
    page.locator(".md-search-result__link[href*='#']:visible").first.click()
    expect(page.locator("article mark").first).to_have_text(re.compile("landmines", re.IGNORECASE))
