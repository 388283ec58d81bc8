"""The same code builds another country's site: nothing on it is of this one."""

from __future__ import annotations

import re
from pathlib import Path

from ..conftest import GOOD_DATA
from ..websites import build, copy_project, crawl, only, page, served

THIS_COUNTRY = re.compile("taji|dushanbe|50312", re.IGNORECASE)
TEXTS = (".html", ".json", ".xml", ".css")


def test_the_site_of_another_country_has_no_word_of_this_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    result = build(copy_project(tmp_path / "project", GOOD_DATA), site)
    assert result.returncode == 0, result.stderr
    texts = [file for file in site.rglob("*") if file.suffix in TEXTS]
    assert [file.name for file in texts if THIS_COUNTRY.search(file.read_text("utf-8"))] == []
    assert "Ruritania" in only(page(site / "index.html"), "h1").text()
    with served(site, site / "404.html") as root:
        assert crawl(root).broken == []
