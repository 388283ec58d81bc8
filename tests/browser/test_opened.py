"""What opens on a page: the drawer, the search, dialogs, details and hints, for everyone to use."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from . import accessibility, looks
from .conftest import Site
from .readers import DESKTOP, PHONE, SCHEMES, Reader, until


def open_drawer(reader: Reader) -> None:
    reader.page.click("label.md-header__button[for=__drawer]")
    side = "document.querySelector('.md-sidebar--primary')"
    until(reader.page, f"{side}.getBoundingClientRect().left === 0")


def open_search(reader: Reader) -> None:
    reader.search("NATO")


def open_details(reader: Reader) -> None:
    # Not clicked: that would scroll, and links half under the head of a list are no finding.
    reader.page.locator("article details").evaluate_all("all => all.forEach(one => one.open = true)")


def open_hint(reader: Reader) -> None:
    reader.page.locator("article [aria-describedby]").first.focus()
    reader.page.locator("article [role=tooltip]").first.wait_for(state="visible")


def open_dialog(reader: Reader) -> None:
    reader.page.locator("article.md-content__inner button.nr-cite-button:visible").first.click()
    reader.page.wait_for_selector("dialog[open]")


@pytest.mark.parametrize(
    ("opening", "sizes"),
    [
        (open_drawer, [PHONE]),
        (open_search, [PHONE, DESKTOP]),
        (open_details, [PHONE, DESKTOP]),
        (open_hint, [PHONE, DESKTOP]),
        (open_dialog, [PHONE, DESKTOP]),
    ],
)
def test_everyone_can_use_what_opens(
    opening: Callable[[Reader], None], sizes: list[tuple[int, int]], site: Site, reader: Reader, page: Page
) -> None:
    for size in sizes:
        reader.resize(size)
        for scheme in SCHEMES:
            reader.open(site / "areas/languages/")
            reader.prefer(scheme)
            opening(reader)
            accessibility.prepare(page)
            found = accessibility.violations(page)
            assert not found, f"{size[0]}px, {scheme}:\n" + "\n".join(found)


@pytest.mark.parametrize("size", [(320, 740), PHONE, DESKTOP], ids=str)
def test_hints_can_be_read_whole(size: tuple[int, int], published: Site, reader: Reader, page: Page) -> None:
    reader.resize(size)
    reader.open(published / "")
    assert not (found := looks.hints_outside(page)), "\n".join(found)
