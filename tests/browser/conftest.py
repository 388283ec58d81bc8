"""The sites, the servers that give them, the browser, and a new reader for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from ..conftest import GOOD_DATA, build_below_a_path, built_site
from ..websites import copy_project
from ..websites import page as page_of
from .browsers import launched
from .hosting import Host, hosted
from .readers import DESKTOP, Reader, reading
from .weights import HEADER, Weight, line

MORE_DATA = Path(__file__).parent / "more_data"
"""What is written at the end of the files of the same names."""
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


@contextmanager
def opened(folder: Path) -> Iterator[Site]:
    """Serve a site below a path, until the block ends."""
    with hosted(folder.parent.parent, folder / "404.html") as host:
        yield Site(folder, host)


@pytest.fixture(scope="session")
def published(pytestconfig: pytest.Config) -> Iterator[Site]:
    """The site of the project's own data, whatever country they are of."""
    with opened(built_site(pytestconfig)) as site:
        yield site


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of Ruritania, and what a reader needs more of to filter and sort."""
    data = shutil.copytree(GOOD_DATA, tmp_path_factory.mktemp("ruritania") / "data")
    for file in MORE_DATA.rglob("*.yml"):
        with (data / file.relative_to(MORE_DATA)).open("a", encoding="utf-8") as whole:
            whole.write(file.read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="session")
def site(data: Path) -> Iterator[Site]:
    """The site of Ruritania."""
    with opened(build_below_a_path(copy_project(data.parent / "project", data), data.parent)) as site:
        yield site


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
