"""MaterialX, a fork of Material on ProperDocs, shows the same articles, and its search finds the records.

It has the names of Material's own files, and so an environment of its own: `make engines` makes it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ..browser import accessibility
from ..browser.browsers import launched
from ..browser.hosting import hosted
from ..browser.readers import DESKTOP, Reader, reading
from ..browser.test_policy import WATCH
from ..websites import ROOT
from .comparison import article, build_at_address, links, pages, settings, words

PYTHON = ROOT / ".cache" / "materialx" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="`make engines` tests MaterialX")


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """The site as MaterialX builds it."""
    (project / "materialx.yml").write_text(settings("yaml"), encoding="utf-8")
    options = ("--config-file", "materialx.yml")
    return build_at_address(project, "materialx", *options, engine="properdocs", python=str(PYTHON))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with launched() as browser:
        yield browser


@pytest.fixture
def reader(site: Path, browser: Browser) -> Iterator[tuple[Reader, str]]:
    """A reader, and the address of the site."""
    folder, missing = site.parent.parent, site / "404.html"
    with hosted(folder, missing) as host, reading(browser, *DESKTOP) as reader:
        yield reader, f"{host.root}some/path/"
        assert reader.complaints == []


def test_the_articles_are_the_same(site: Path, mkdocs_site: Path) -> None:
    assert pages(site) == pages(mkdocs_site)
    for page in pages(mkdocs_site):
        assert words(article(site, page)) == words(article(mkdocs_site, page)), page
        assert links(site, page) == links(mkdocs_site, page), page


def test_the_search_leads_to_the_place_of_a_record(reader: tuple[Reader, str]) -> None:
    """It knows pages and headings, not records, so a milestone is found under its year."""
    someone, address = reader
    someone.page.add_init_script(WATCH)
    someone.open(f"{address}timeline/")
    someone.search("Rudolf")
    someone.page.locator(".md-search-result__link[href*='timeline/'][href*='#y']").first.click()
    someone.page.wait_for_url("**/timeline/**#y*")
    assert "Rudolf" in someone.page.locator("article").inner_text()
    assert someone.page.evaluate("window.nrViolations") == []


def test_the_scripts_of_the_site_work(reader: tuple[Reader, str]) -> None:
    someone, address = reader
    someone.open(f"{address}timeline/")
    someone.page.fill("#_filters [name=words]", "laboratory")
    hits = someone.page.locator("#_filters output")
    expect(hits).to_have_text("1 record")


@pytest.mark.parametrize("path", ["", "timeline/", "areas/", "sources/", "404.html"])
def test_nothing_on_a_page_is_against_the_accessibility_rules(path: str, reader: tuple[Reader, str]) -> None:
    someone, address = reader
    someone.open(f"{address}{path}")
    accessibility.prepare(someone.page)
    assert accessibility.violations(someone.page) == []
