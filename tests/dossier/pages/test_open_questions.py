"""Open questions: what was to happen, what sources dispute, and what was looked for in vain."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages


def test_it_lists_open_plans_disputes_and_what_was_not_found(good_data: Path) -> None:
    page = SitePages(SiteContext(load(good_data)))["open-questions.md"]
    tree = LexborHTMLParser(page.body)
    assert [link.attributes["href"] for link in tree.css(".nr-questions h3 a")] == [
        "../areas/science/#river-laboratory",
        "../timeline/#treaty",
        "../visits/#king-at-headquarters",
        "../areas/science/#river-study",
    ]
    assert [item.text() for item in tree.css("#_not-found + ul li")] == [
        "the text of the treaty",
        "a map of the river",
    ]
    assert "1 plan not known to have been carried out, 3 points on which" in page.description
    assert [heading.id for heading in page.headings] == [
        "_unconfirmed",
        "_disputed",
        "_not-found",
        "_sources",
    ]


def test_a_plan_that_was_carried_out_is_no_question(good_data: Path) -> None:
    area = good_data / "areas" / "science.yml"
    done = "    updates: [{as_of: 2011, status: completed}]\n"
    area.write_text(area.read_text(encoding="utf-8") + done, encoding="utf-8")
    page = SitePages(SiteContext(load(good_data)))["open-questions.md"]
    assert "_unconfirmed" not in page.body
    assert "0 plans not known" in page.description


def test_without_questions_there_are_no_headings(good_data: Path) -> None:
    for file in good_data.rglob("*.yml"):
        if file.stem not in ("partner", "sources"):
            file.unlink()
    (good_data / "partner.yml").write_text("{name: A, adjective: A, summary: A., primary_source: nato-2010}")
    assert SitePages(SiteContext(load(good_data)))["open-questions.md"].headings == ()
