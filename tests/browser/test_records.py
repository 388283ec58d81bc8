"""What a reader does with a single record: cite it, sort it, have its terms explained."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.model.dataset import newest_date
from dossier.model.statement import Statement
from dossier.pages.citations import BIBTEX, RIS, TEXT, Work
from dossier.pages.citations import Site as CitedSite

from ..websites import ROOT, only
from .conftest import Site

RECORDS = [
    (
        "areas/science-and-environment/",
        "uranium-and-environmental-security",
        "Uranium and environmental security",
    ),
    ("timeline/", "2008-summer-academy", "The yearly summer academy is held in Tajikistan"),
    ("visits/", "2007-zarifi-nato-hq", "Foreign Minister Zarifi at NATO Headquarters"),
    ("glossary/", "pfp", "PfP"),
]


@pytest.mark.parametrize(("home", "record", "title"), RECORDS)
def test_a_record_is_cited_with_its_own_link(
    page: Page, site: Site, home: str, record: str, title: str
) -> None:
    page.goto(site / home)
    page.locator(f'[id="{record}"] .nr-cite-button').click()
    dialog = page.get_by_role("dialog", name="Cite or share this record")
    address = f"https://example.org/some/path/{home}#{record}"
    expect(dialog.locator(".nr-reference")).to_contain_text(
        f"“{title}”. Tajikistan and NATO, as of 2011. {address}, accessed "
    )
    link, _, bibtex, ris = dialog.locator("pre").all_inner_texts()
    assert f"url = {{{address}}}" in bibtex
    assert f"UR  - {address}" in ris
    assert link == address
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_the_script_cites_as_the_pages_do(page: Page, site: Site) -> None:
    page.clock.set_fixed_time(datetime(2026, 11, 26, 12))
    page.goto(site / "timeline/")
    dossier = load(ROOT / "data")
    cited_site = CitedSite("Tajikistan and NATO", "https://example.org/some/path/")
    for event in dossier.timeline[:12]:
        sources = dossier.resting_on(event)
        if isinstance(event, Statement):  # the one that gives its date comes first
            sources = tuple(dict.fromkeys([dossier.standing(event).as_of_source, *sources]))
        url = f"{cited_site.address}timeline/#{event.id}"
        work = Work(event.title or "", url, cited_site, newest_date(sources), sources)
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
    page.locator('[id="2002-pfp"] .nr-cite-button').click()
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("link", name="Download as RIS").click()
    assert download.value.suggested_filename == "example-org-some-path-timeline-2002-pfp.ris"
    assert download.value.path().read_text().startswith("TY  - ELEC")


SHARED = [
    (
        "areas/science-and-environment/",
        "uranium-and-environmental-security",
        "Tajikistan cooperated on environmental security and the extraction of uranium with NATO",
        "As of 2011. Source: Tajikistan’s relations with NATO. Tajikistan and NATO",
    ),
    (
        "timeline/",
        "2002-pfp",
        "Tajikistan enters the Partnership for Peace. Ambassador Sharif Rahimov signed",
        "20 February 2002. Sources: Tajikistan’s relations with NATO; ",
    ),
    ("visits/", "2003-rahmon-nato-hq", "President Rahmon’s first visit", "25 March 2003. Sources: "),
    ("glossary/", "pfp", "PfP. Partnership for Peace.", "Source: Tajikistan’s relations with NATO. "),
    ("sources/", "nato-2011", "Tajikistan’s relations with NATO", "Source: Tajikistan’s relations with"),
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
        "“About”. Tajikistan and NATO, as of 2011."
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
    assert column("Place") == sorted(column("Place"))


def test_a_term_is_explained_on_hover_and_focus_until_escape(page: Page, site: Site) -> None:
    page.goto(site / "areas/security-cooperation/")
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
    page.locator('[id="2003-rahmon-nato-hq"]').get_by_role("link", name="Emomali Rahmon").click()
    person = page.locator("#_person-emomali-rahmon")
    expect(person).to_be_in_viewport()
    (rahmon,) = (one for one in load(ROOT / "data").participants if one.person.name == "Emomali Rahmon")
    expect(person.locator("dd")).to_have_count(len(rahmon.visits))
