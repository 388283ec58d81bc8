"""Markup in the data, in a real browser: it is shown as text, and nothing of it runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Page

from ..test_injection import GOOD_DATA, poisoned
from ..websites import build, copy_project
from .conftest import Site, paths
from .hosting import hosted
from .readers import Reader, until

MARKUP = (
    """</title></h1></textarea>"'><script>window.hacked=1;alert(1)</script>"""
    """<img src=x onerror="window.hacked=1;alert(1)"><svg onload=alert(1)> &lt;b&gt; {{ 7*7 }}"""
)

CONTENT = "article.md-content__inner"


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with markup in every text of its data."""
    project = copy_project(tmp_path_factory.mktemp("injection") / "project", data=GOOD_DATA)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.test_injection.MARKUP", MARKUP)
        for file in (project / "data").rglob("*.yml"):
            records = poisoned(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
            file.write_text(yaml.safe_dump(records, allow_unicode=True), encoding="utf-8")
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
        for control in page.locator(f"{CONTENT} button").all():
            control.evaluate("element => element.click()")
        assert_unharmed(page)
        assert reader.complaints == [], path


@pytest.mark.parametrize("address", ["", "areas/science/", "timeline/", "visits/", "sources/", "glossary/"])
def test_it_is_shown_as_text(dirty: Site, reader: Reader, page: Page, address: str) -> None:
    reader.open(dirty / address)
    text = " ".join((page.text_content(CONTENT) or "").split())
    assert MARKUP in text
    assert MARKUP in " ".join(page.title().split()) or address != "areas/science/"


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
