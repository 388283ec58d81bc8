"""What a record looks like on its page: one golden piece of HTML for each kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages
from dossier.pages.urls import file_of

from ...websites import ROOT

GOOD_DATA = ROOT / "tests" / "good_data" / "data"
GOLDEN = yaml.safe_load((Path(__file__).parent / "golden.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=[case["name"] for case in GOLDEN])
def test_a_record_has_this_html(case: dict[str, str]) -> None:
    dossier = load(GOOD_DATA, date(2021, 1, 1))
    node = LexborHTMLParser(SitePages(SiteContext(dossier))[case["page"]].body).css_first(case["select"])
    assert node is not None
    assert lines(node.html or "") == lines(case["html"])


def lines(html: str) -> list[str]:
    """Cut HTML into lines without their indentation, so that a difference is easy to see."""
    return [line.strip() for line in html.splitlines() if line.strip()]


def test_every_page_is_listed_by_its_file() -> None:
    pages = SitePages(SiteContext(load(GOOD_DATA)))
    assert [file_of(page.context.url) for page in pages.values()] == [*pages]
    assert "areas/science.md" in pages
    assert "areas/weather.md" not in pages
