"""Every page: quiet, light, wide enough for a phone, whole without scripts and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from . import accessibility, looks
from .conftest import WEIGHTS, Site
from .readers import DESKTOP, PHONE, SCHEMES, Reader, reading
from .weights import MOST, weigh


def test_everyone_can_use_it(path: str, published: Site, reader: Reader, page: Page) -> None:
    reader.open(published / path)
    accessibility.prepare(page)
    found: dict[str, str] = {}
    for size in (PHONE, DESKTOP):
        reader.resize(size)
        for scheme in SCHEMES:
            reader.prefer(scheme)
            for violation in accessibility.violations(page):
                found.setdefault(violation, f"{size[0]}px, {scheme}")
    assert not found, "\n".join(f"{where}: {violation}" for violation, where in found.items())


def test_a_first_visit_is_light_and_asks_no_other_host(
    path: str, published: Site, reader: Reader, page: Page, pytestconfig: pytest.Config
) -> None:
    published.host.sent.clear()
    reader.open(published / path)
    page.wait_for_load_state("networkidle")
    weight = weigh(path, published.host.sent, "/some/path/")
    pytestconfig.stash[WEIGHTS].append(weight)
    assert weight.html, "the page itself was not counted"
    assert weight.total <= MOST, weight
    assert reader.requests
    assert reader.complaints == []


def test_everything_can_be_read_without_scripts(path: str, published: Site, browser: Browser) -> None:
    with reading(browser, *DESKTOP, scripts=False) as plain:
        plain.open(published / path)
        assert not (found := looks.hidden_texts(plain.page)), "\n".join(found)
        without = looks.records(plain.page)
    with reading(browser, *DESKTOP) as scripted:
        scripted.open(published / path)
        assert looks.records(scripted.page) == without


def test_nothing_is_wider_than_the_window(path: str, published: Site, reader: Reader) -> None:
    reader.open(published / path)
    for width in (768, 360, 320):
        reader.resize((width, 740))
        found = looks.overflow(reader.page)
        assert not found, f"at {width}px:\n" + "\n".join(found)


def test_paper_shows_the_content_and_its_sources_alone(
    path: str, published: Site, reader: Reader, page: Page
) -> None:
    reader.open(published / path)
    reader.prefer("dark")
    page.emulate_media(media="print")
    assert not (found := looks.printed_controls(page)), "\n".join(found)
    assert not (found := looks.unprinted_addresses(page)), "\n".join(found)
    assert not (found := looks.pale_texts(page)), "\n".join(found)
