"""The built site, the server that gives it, the browser, and a new reader for each test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from ..conftest import built_site
from ..websites import page as page_of
from .browsers import launched
from .hosting import Host, hosted
from .readers import DESKTOP, Reader, reading
from .weights import HEADER, Weight, line

WEIGHTS = pytest.StashKey[list[Weight]]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin the table of what each page weighs."""
    config.stash[WEIGHTS] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what each page weighs."""
    if config.stash[WEIGHTS]:
        terminalreporter.section("weights of first visits")
        terminalreporter.write_line(HEADER)
        for weight in config.stash[WEIGHTS]:
            terminalreporter.write_line(line(weight))


def paths(site: Path) -> list[str]:
    """Return the address of every page within a site."""
    files = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return [file.removesuffix("index.html") for file in files]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that asks for a `path` on every page there is."""
    if "path" in metafunc.fixturenames:
        found = paths(built_site(metafunc.config))
        metafunc.parametrize("path", found, ids=[path or "home" for path in found])


@dataclass(frozen=True)
class Site:
    """The site as it is served."""

    folder: Path
    host: Host

    def __truediv__(self, path: str) -> str:
        """Return the address of a page."""
        return f"{self.host.root}some/path/{path}"

    def tree(self, path: str) -> LexborHTMLParser:
        """Return a page as it was built, before scripts change it."""
        return page_of(self.folder / (path if path.endswith(".html") else f"{path}index.html"))

    def records(self, path: str, selector: str, words: str = "") -> list[str]:
        """Return the ids of the records of a page that have certain words."""
        found = [node for node in self.tree(path).css(selector) if words in node.text().lower()]
        return [node.attributes["id"] or "" for node in found]


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> Iterator[Site]:
    """The shipped data, built and served below a path."""
    folder = built_site(pytestconfig)
    with hosted(folder.parent.parent, folder / "404.html") as host:
        yield Site(folder, host)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with launched() as browser:
        yield browser


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """A reader at a desktop; whatever else a test looks at, its pages must have been quiet."""
    with reading(browser, *DESKTOP) as reader:
        yield reader
        assert reader.complaints == []


@pytest.fixture
def page(reader: Reader) -> Page:
    """The reader's page."""
    return reader.page
