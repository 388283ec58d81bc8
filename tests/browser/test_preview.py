"""The live preview in a real browser: an open page follows the edits by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..live import live
from ..websites import copy_project
from . import accessibility, looks
from .readers import DESKTOP, PHONE, reading, until

FILE = "data/milestones.yml"
LONG = "A flood of the river that no bridge withstood " * 20


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=str)
def test_an_open_page_shows_what_is_wrong_and_then_the_change(
    size: tuple[int, int], browser: Browser, good_data: Path, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "project", data=good_data)
    with reading(browser, *size) as reader, live(project) as site:
        page = reader.page
        good = site.read(FILE)
        reader.open(f"{site.root}timeline/#treaty")
        assert page.locator(".nr-problems").count() == 0

        (project / FILE).write_text(f"{good}- id: flood\n  date: 02/07/2007\n  titel: {LONG}\n", "utf-8")
        page.wait_for_selector(".nr-problems")
        assert page.locator(".nr-problems li").count() == 3
        assert "data/milestones.yml:31:9" in page.locator(".nr-problems").inner_text()
        assert page.locator("#treaty").is_visible()
        assert looks.overflow(page) == []
        accessibility.prepare(page)
        found = accessibility.violations(page, within=".nr-problems")  # it covers some of the rest
        assert not found, "\n".join(found)

        (project / FILE).write_text(f"{good}- id: flood\n  date: 2007-07\n  title: A flood\n", "utf-8")
        page.wait_for_selector("#flood")
        until(page, "!document.querySelector('.nr-problems')")
        assert not reader.errors
