"""The files of the built site: each is there because something leads to it, and together they are light."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from dossier.loading.data_folder import load

from .conftest import built_site
from .websites import ROOT, page

ADDRESS = "https://example.org/some/path/"

ENTRIES = {
    "index.html": "a reader opens it",
    "404.html": "a server answers with it",
    "llms.txt": "language models ask for it",
    "sitemap.xml": "search engines ask for it",
    "sitemap.xml.gz": "MkDocs packs the other one, and search engines take either",
}
"""The files that nothing has to lead to, with the reason."""

MOST = 1_000_000
"""Bytes of all pages and what they load, compressed as they go over the wire."""
NOT_COUNTED = ("data/", "assets/preview.png", "assets/locator.svg")
"""Downloads and pictures; the pages as Markdown are downloads too."""


@pytest.fixture(scope="module")
def site(pytestconfig: pytest.Config) -> Path:
    return built_site(pytestconfig)


@pytest.fixture(scope="module")
def files(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def named_in(file: Path, root: str) -> Iterator[str]:
    """Give what a file links to or loads; `root` is the address of the site."""
    match file.suffix:
        case ".html":
            tree = page(file)
            for node in tree.css("[href], [src], meta[content]"):
                yield from (node.attributes.get(name) or "" for name in ("href", "src", "content"))
        case ".md" | ".txt":
            yield from re.findall(r"\]\(([^)]+)\)", file.read_text(encoding="utf-8"))
        case ".json":
            yield from re.findall(r'"(https?:[^"]+)"', file.read_text(encoding="utf-8"))
        case ".css":
            yield from re.findall(r"""url\(["']?([^"')]+)""", file.read_text(encoding="utf-8"))
        case ".js":
            for name in re.findall(r'"([\w./-]+\.js(?:on)?)"', file.read_text(encoding="utf-8")):
                yield from (name, root + name)


def led_to(site: Path, path: str) -> set[str]:
    """Return the files of the site that one of them leads to."""
    addresses = {urldefrag(urljoin(ADDRESS + path, name)).url for name in named_in(site / path, ADDRESS)}
    own = {address.removeprefix(ADDRESS) for address in addresses if address.startswith(ADDRESS)}
    return {f"{name}index.html" if name.endswith("/") or not name else name for name in own}


def test_something_leads_to_every_file(site: Path, files: set[str]) -> None:
    events = load(ROOT / "data").records.events
    once_published = {f"data/records/{former}.json" for event in events for former in event.formerly}
    reached: set[str] = set()
    waiting = {*ENTRIES, *once_published}
    while waiting:
        reached |= waiting
        waiting = {name for path in waiting for name in led_to(site, path)} & files - reached
    assert sorted(files - reached) == []


def test_every_page_is_in_the_sitemap(site: Path, files: set[str]) -> None:
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    pages = {ADDRESS + name.removesuffix("index.html") for name in files if name.endswith("index.html")}
    assert sorted(listed) == sorted(pages)


def test_no_script_names_a_source_map(site: Path, files: set[str]) -> None:
    code = [name for name in files if name.endswith((".js", ".css"))]
    assert code
    assert [name for name in code if b"sourceMappingURL" in (site / name).read_bytes()] == []


def test_the_whole_site_is_light(site: Path, files: set[str]) -> None:
    counted = [name for name in files if not name.startswith(NOT_COUNTED) and not name.endswith(".md")]
    assert sum(len(gzip.compress((site / name).read_bytes())) for name in counted) <= MOST
