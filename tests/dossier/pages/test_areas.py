"""The page of an area: its statements by topic, each at its address and at those it once had."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages


def test_statements_are_below_their_topics_those_without_one_at_the_end(good_data: Path) -> None:
    page = SitePages(SiteContext(load(good_data)))["areas/science.md"]
    shown = [(node.tag, node.attributes["id"]) for node in LexborHTMLParser(page.body).css("h2, article")]
    assert shown == [
        *(
            ("h2", "_topic-rivers"),
            ("article", "river-study"),
            ("h2", "_topic-other"),
            ("article", "river-laboratory"),
        ),
        *(("h2", "_events"), ("h2", "_sources")),
    ]
    headings = [(heading.title, [child.id for child in heading.children]) for heading in page.headings[:2]]
    assert headings == [("Rivers", ["river-study"]), ("Other", ["river-laboratory"])]


def test_the_statements_of_an_area_without_topics_have_one_heading(good_data: Path) -> None:
    page = SitePages(SiteContext(load(good_data)))["areas/defence.md"]
    assert [heading.title for heading in page.headings] == ["Statements", "Events", "Sources of this page"]
    assert [statement.id for statement in page.headings[0].children] == ["officer-courses"]


def test_former_ids_lead_to_the_record_on_the_page_where_they_were(good_data: Path) -> None:
    former = good_data / "areas" / "defence.yml"
    former.write_text(former.read_text(encoding="utf-8") + "    formerly: [old-courses]\n", encoding="utf-8")
    pages = SitePages(SiteContext(load(good_data)))
    for path, record, names in [
        ("areas/science.md", "article#river-study", ["study-of-lakes"]),
        ("areas/defence.md", "article#officer-courses", ["old-courses"]),
        ("timeline.md", "li#treaty", ["strelsau", "strelsau-treaty"]),
        ("timeline.md", "li#king-at-headquarters", ["royal-visit"]),
        ("visits.md", "tr#king-at-headquarters", ["royal-visit"]),
    ]:
        inner = LexborHTMLParser(pages[path].body).css(f"{record} span[id]")
        assert [node.attributes["id"] for node in inner] == names
    (moved,) = LexborHTMLParser(pages["timeline.md"].body).css("p:has(#old-courses)")
    assert moved.css('a[href="../areas/defence/#officer-courses"]')


def test_a_statement_known_only_by_when_its_source_was_read_says_so(good_data: Path) -> None:
    keys = "publisher: Zenda, kind: private, url: 'https://a.org/', accessed: 2013-01-02"
    atlas = f"{{id: atlas, title: An atlas, {keys}}}"
    (good_data / "sources" / "atlas.yml").write_text(atlas, encoding="utf-8")
    statement = "{id: pumps, title: Pumps, status: planned, text: A., sources: [atlas], updates: [%s]}"
    omission, confirmation = "{kind: omission, as_of: 2014}", "{kind: confirmation, as_of: 2014}"
    for update, words in [(omission, "as seen on 2 January 2013"), (confirmation, "as of 2014")]:
        text = f"title: Floods\nsummary: A.\nactivities:\n  - {statement % update}\n"
        (good_data / "areas" / "floods.yml").write_text(text, encoding="utf-8")
        tree = LexborHTMLParser(SitePages(SiteContext(load(good_data)))["areas/floods.md"].body)
        assert tree.css("#pumps .nr-as-of")[0].text() == words
