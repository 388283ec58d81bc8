"""What a reader does with a single record: cite it, sort it, have its terms explained."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.model.dataset import newest_date
from dossier.model.statement import Statement
from dossier.pages.citations import BIBTEX, RIS, TEXT, Work
from dossier.pages.citations import Site as CitedSite
from dossier.pages.page_context import SiteContext

from ..websites import only
from .conftest import Site

RECORDS = [
    ("areas/languages/", "language-courses", "Courses of languages", "2016"),
    ("timeline/", "bridges", "Officers learn to build bridges", "2017"),
    ("visits/", "observers", "Observers in Zenda", "2010"),
    ("glossary/", "pfp", "PfP", "2010"),
]


@pytest.mark.parametrize(("home", "record", "title", "as_of"), RECORDS)
def test_a_record_is_cited_with_its_own_link(
    page: Page, site: Site, home: str, record: str, title: str, as_of: str
) -> None:
    page.goto(site / home)
    page.locator(f'[id="{record}"] .nr-cite-button').click()
    dialog = page.get_by_role("dialog", name="Cite or share this record")
    address = f"https://example.org/some/path/{home}#{record}"
    expect(dialog.locator(".nr-reference")).to_contain_text(
        f"“{title}”. Ruritania and NATO, as of {as_of}. {address}, accessed "
    )
    link, _, bibtex, ris = dialog.locator("pre").all_inner_texts()
    assert f"url = {{{address}}}" in bibtex
    assert f"UR  - {address}" in ris
    assert link == address
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_the_script_cites_as_the_pages_do(page: Page, site: Site, data: Path) -> None:
    page.clock.set_fixed_time(datetime(2026, 11, 26, 12))
    page.goto(site / "timeline/")
    dossier = load(data)
    context = SiteContext(dossier)
    cited_site = CitedSite("Ruritania and NATO", "https://example.org/some/path/")
    for event in dossier.timeline:
        sources = dossier.resting_on(event)
        if isinstance(event, Statement):  # the one that gives its date comes first
            sources = tuple(dict.fromkeys([dossier.standing(event).as_of_source, *sources]))
        url = f"{cited_site.address}timeline/#{event.id}"
        title = context.title_of(event).removesuffix(".")  # some have a text alone
        work = Work(title, url, cited_site, newest_date(sources), sources)
        page.locator(f'[id="{event.id}"] .nr-cite-button').click()
        dialog = page.get_by_role("dialog", name="Cite")
        texts = [dialog.locator(".nr-reference").inner_text(), *dialog.locator("pre").all_inner_texts()[2:]]
        today = (", accessed 26 November 2026", "  urldate = {2026-11-26},\n", "Y2  - 2026/11/26/\r\n")
        assert [text.replace(date, "") for text, date in zip(texts, today, strict=True)] == [
            TEXT.write(work),
            BIBTEX.write(work),
            RIS.write(work),
        ]
        page.keyboard.press("Escape")


def test_a_citation_can_be_downloaded(page: Page, site: Site) -> None:
    page.goto(site / "timeline/")
    page.locator('[id="treaty"] .nr-cite-button').click()
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("link", name="Download as RIS").click()
    assert download.value.suggested_filename == "example-org-some-path-timeline-treaty.ris"
    assert download.value.path().read_text().startswith("TY  - ELEC")


SHARED = [
    (
        "areas/languages/",
        "language-courses",
        "Officers learn French in Zenda.",
        "As of 2016. Sources: Relations with Ruritania; NATO's relations with Ruritania; La langue",
    ),
    ("timeline/", "bridges", "Officers learn to build bridges", "2007. Source: Le fleuve et ses ponts. "),
    (
        "visits/",
        "king-at-headquarters",
        "The king at NATO Headquarters",
        "5 November 2004. Sources: NATO's relations with Ruritania; Wir messen den Fluss. ",
    ),
    ("glossary/", "pfp", "PfP. Partnership for Peace.", "Source: NATO's relations with Ruritania. "),
    ("sources/", "fleuve", "La langue du fleuve", "Source: La langue du fleuve. "),
]


@pytest.mark.parametrize(("home", "record", "claim", "foot"), SHARED)
def test_a_record_is_shared_as_html_that_needs_nothing_else(
    page: Page, site: Site, home: str, record: str, claim: str, foot: str
) -> None:
    page.goto(site / home)
    page.locator(f'[id="{record}"] .nr-cite-button').click()
    html = page.get_by_role("dialog", name="Cite").locator("pre").nth(1).inner_text()
    quote = only(LexborHTMLParser(html), "body > blockquote")
    address = f"https://example.org/some/path/{home}#{record}"
    assert quote.attributes["cite"] == quote.css("a")[-1].attributes["href"] == address
    assert only(quote, "p").text().startswith(claim)
    assert only(quote, "footer").text().startswith(foot)
    assert {node.tag for node in quote.css("*")} == {"blockquote", "p", "footer", "a"}


def test_a_citation_can_be_copied(page: Page, site: Site) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site / "about/")
    page.get_by_text("Cite this page").click()
    page.locator("#_cite").get_by_role("button", name="Copy").first.click()
    expect(page.locator("#_cite").get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        "“About”. Ruritania and NATO, as of 2010."
    )


def test_visits_sort_by_any_column_both_ways(page: Page, site: Site) -> None:
    page.goto(site / "visits/")
    table = page.locator("table[data-sortable]")

    def column(name: str) -> list[str]:
        cells = table.locator(f"tbody [data-label={name}]").all()
        return [cell.get_attribute("data-sort") or cell.inner_text().lower() for cell in cells]

    oldest_first = sorted(column("Date"))
    assert column("Date") == oldest_first[::-1]
    table.get_by_role("button", name="Date").click()
    assert column("Date") == oldest_first
    expect(table.locator("th[aria-sort=ascending]")).to_have_text("Date")
    table.get_by_role("button", name="Date").click()
    assert column("Date") == oldest_first[::-1]
    table.get_by_role("button", name="Place").click()
    assert column("Place") == ["brussels", "vienna", "zenda"]


def test_a_term_is_explained_on_hover_and_focus_until_escape(page: Page, site: Site) -> None:
    page.goto(site / "areas/languages/")
    term = page.locator(".nr-term").filter(has_text=re.compile("^PfP"))
    hint = term.get_by_role("tooltip", include_hidden=True)
    expect(hint).to_be_hidden()
    term.hover()
    expect(hint).to_be_visible()
    expect(hint).to_have_text("Partnership for Peace")
    page.keyboard.press("Escape")
    expect(hint).to_be_hidden()
    page.mouse.move(0, 0)
    term.focus()
    expect(hint).to_be_visible()


def test_a_person_is_listed_with_every_visit(page: Page, site: Site) -> None:
    page.goto(site / "visits/")
    page.locator("#observers").get_by_role("link", name="NATO officials").click()
    person = page.locator("#_person-nato-officials")
    expect(person).to_be_in_viewport()
    expect(person.locator("dd")).to_contain_text(["Observers in Zenda", "Yearly consultations"])
