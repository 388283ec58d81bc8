"""Zensical runs no hooks: it builds the record from the Markdown that `python -m dossier export` writes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.loading.data_folder import load

from ..websites import crawl, served
from .comparison import ADDRESS, RECORDS, article, links, pages, settings, words

AT_ADDRESSES = {"here"}
"""Words that stand in Markdown for addresses that it shows: "read here"."""


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it."""
    folder = tmp_path_factory.mktemp("zensical")
    folders = ("--data", str(project / "data"), "--docs", str(project / "docs"))
    assert main(["export", str(folder / "exported"), *folders, "--address", ADDRESS]) == 0
    (folder / "zensical.toml").write_text(settings("toml"), encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
    assert "No issues found" in result.stdout + result.stderr  # it follows every link to its anchor
    return folder / "site"


def test_the_pages_are_the_same(site: Path, mkdocs_site: Path) -> None:
    assert pages(site) == pages(mkdocs_site)


def test_the_links_lead_to_the_same_addresses(site: Path, mkdocs_site: Path) -> None:
    for page in pages(mkdocs_site):
        missing, further = (
            links(mkdocs_site, page) - links(site, page),
            links(site, page) - links(mkdocs_site, page),
        )
        assert (page, missing, further) == (page, set(), set())


def test_the_records_have_the_same_words(site: Path, mkdocs_site: Path) -> None:
    for page in pages(mkdocs_site):
        there = {*words(article(site, page)), *AT_ADDRESSES}
        for record in article(mkdocs_site, page).css(RECORDS):
            assert {*words(record)} <= there, page


def test_the_search_finds_every_record(site: Path, project: Path) -> None:
    items = json.loads((site / "search.json").read_text(encoding="utf-8"))["items"]
    found = {item["location"].rpartition("#")[2] for item in items}
    records = load(project / "data").records
    assert {event.id for event in records.events} <= found


def test_it_works_below_a_path_and_asks_no_other_host(site: Path, tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "path").symlink_to(site, target_is_directory=True)
    with served(tmp_path, site / "404.html") as address:
        found = crawl(f"{address}some/path/")
    assert len(found.pages) >= len(pages(site))
    assert found.broken == []
    assert found.foreign == []
