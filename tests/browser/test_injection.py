"""Markup in the data, in a real browser: nothing of it runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from ..test_injection import GOOD_DATA, MARKUP, poison
from ..websites import build, copy_project
from .conftest import Site, paths
from .hosting import hosted
from .readers import Reader, until


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with markup in every text of its data."""
    project = copy_project(tmp_path_factory.mktemp("injection") / "project", data=GOOD_DATA)
    poison(project / "data")
    folder = project / "served" / "some" / "path"
    result = build(project, folder, SITE_URL="https://example.org/some/path/")
    assert result.returncode == 0, result.stderr
    with hosted(folder.parent.parent, folder / "404.html") as host:
        yield Site(folder, host)


def assert_unharmed(page: Page) -> None:
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[src='x'], svg[onload]").count() == 0


def test_nothing_of_it_runs_on_any_page(dirty: Site, reader: Reader, page: Page) -> None:
    found = paths(dirty.folder)
    assert len(found) > 8
    for path in found:
        reader.open(dirty / path)
        for control in page.locator("article button").all():
            control.evaluate("element => element.click()")
        assert_unharmed(page)
        assert reader.complaints == [], path


def test_the_search_shows_it_as_text(dirty: Site, reader: Reader, page: Page) -> None:
    reader.open(dirty / "")
    reader.search("Ruritania")
    results = page.locator(".md-search-result__list")
    assert "<script>window.hacked=1;alert(1)</script>" in " ".join(results.inner_text().split())
    assert results.locator("script, img").count() == 0
    assert_unharmed(page)
    results.locator(".md-search-result__link[href*='#']:visible").first.click()
    page.wait_for_url("**#*")
    assert_unharmed(page)


def test_the_injected_markup_is_of_the_kind_that_would_run(reader: Reader, page: Page) -> None:
    """Were it written onto a page as it is, the browser would run it: the tests above can fail."""
    page.set_content(f"<title>{MARKUP}")
    until(page, "window.hacked === 1")
    assert reader.dialogs
    reader.dialogs.clear()
    reader.console.clear()
    reader.requests.clear()
