"""The pages of a country of which little is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.pages.hand_written import read_pages
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages

from ...websites import ROOT

DATA = {
    "partner": "{name: Graustark, adjective: Graustarkian, summary: It is small., primary_source: overview}",
    "areas/defence": """
        title: Defence
        summary: How Graustark works with NATO.
        activities: [{id: officers, title: Officers, status: ongoing, text: Officers attend seminars.}]""",
    "milestones": "[{id: seminar, date: 2010, title: Officers attend a seminar}]",
    "sources": """
        - {id: overview, title: Of Graustark, publisher: NATO, kind: official, url: "https://nato.example.org/",
           date: 2011}""",
}


@pytest.fixture
def site(tmp_path: Path) -> SiteContext:
    """A country with one record of a kind, or none."""
    for name, text in DATA.items():
        file = tmp_path / "data" / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return SiteContext(load(tmp_path / "data"))


@pytest.mark.parametrize("name", ["visits", "open-questions", "changes", "glossary"])
def test_a_list_without_records_says_so_and_has_no_filters(site: SiteContext, name: str) -> None:
    tree = LexborHTMLParser(SitePages(site)[f"{name}.md"].body)
    assert [part.text() for part in tree.css("p")] == ["There is nothing here yet."]
    assert tree.css("form, dl, ol, ul, table") == []


@pytest.mark.parametrize("name", ["index", "timeline", "sources", "areas/defence"])
def test_a_list_with_one_record_does_not(site: SiteContext, name: str) -> None:
    assert "There is nothing here yet." not in SitePages(site)[f"{name}.md"].body


def test_the_introduction_speaks_of_no_note_where_there_is_none(site: SiteContext) -> None:
    about = read_pages(ROOT / "docs", ["about.md"], site)["about.md"]
    assert "(NATO).\n" in about.markdown
    assert "note" not in about.markdown
