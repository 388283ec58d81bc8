"""The page of a year: the claims of then, with a mark on what has changed since."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages


def test_a_year_shows_the_claims_of_then_and_marks_what_has_changed(good_data: Path) -> None:
    pages = SitePages(SiteContext(load(good_data)))
    tree = LexborHTMLParser(pages["as-of/2012.md"].body)
    statements = {node.css("a")[0].text(): node for node in tree.css("article")}
    study = statements["A study of rivers"]
    assert study.css("p")[0].text().startswith("Ruritania was studying its rivers, says a newspaper.")
    assert "ongoing as of 14 March 2012" in study.text()
    assert [name for name, node in statements.items() if node.css(".nr-since")] == ["A study of rivers"]
    assert [link.attributes["href"] for link in tree.css("h2 a")] == [
        "../../areas/science/",
        "../../areas/defence/",
    ]
    assert len(tree.css("#_events + ul li")) == 7


def test_no_anchor_of_a_record_is_there_twice_and_the_search_finds_none_of_it(good_data: Path) -> None:
    pages = SitePages(SiteContext(load(good_data)))
    assert [path for path in pages if path.startswith("as-of/")] == ["as-of/2010.md", "as-of/2012.md"]
    for path in ("as-of/2010.md", "as-of/2012.md"):
        assert pages[path].entries == ()
        assert not LexborHTMLParser(pages[path].body).css("article[id]")
