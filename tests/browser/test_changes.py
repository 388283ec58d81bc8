"""The page of all changes, and the histories that it is made of, as a reader goes through them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from dossier.problems.phrases import count

from .conftest import Site
from .readers import Reader


@pytest.fixture
def changes(page: Page, site: Site) -> Page:
    page.goto(site / "changes/")
    return page


def filters(page: Page) -> Locator:
    """Return the form."""
    return page.get_by_role("form", name="Filter the changes")


def shown(page: Page) -> list[str]:
    """Return the ids of the changes that can be seen."""
    return [entry.get_attribute("id") or "" for entry in page.locator(".nr-entry:visible").all()]


def test_an_area_shows_its_changes_alone_and_the_address_keeps_it(changes: Page, site: Site) -> None:
    everything = shown(changes)
    filters(changes).get_by_label("Area").select_option(label="Public information")
    found, address = shown(changes), changes.url
    of_area = ".nr-entry:has(.nr-meta a[href='../areas/public-information/'])"
    assert found == site.records("changes/", of_area)
    assert 1 < len(found) < len(everything)
    expect(filters(changes).get_by_role("status")).to_have_text(f"{len(found)} changes")
    assert address.endswith("/changes/?area=public-information")
    changes.goto(site / "")
    changes.goto(address)
    assert shown(changes) == found
    expect(filters(changes).get_by_label("Area")).to_have_value("public-information")
    filters(changes).get_by_role("button", name="Clear").click()
    expect(changes).to_have_url(re.compile("/changes/$"))
    assert shown(changes) == everything


def test_what_belongs_to_no_area_can_be_asked_for(changes: Page) -> None:
    filters(changes).get_by_label("Area").select_option(label="overview")
    assert "special-representative-appathurai_2026-03-06" in shown(changes)
    assert "parp-participation-considered_2019-03-21" not in shown(changes)


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("Kevin Hamilton", "special-representative-appathurai_2026-03-06"),
        ("ambassador robert f. simmons", "special-representative-appathurai_2011"),
    ],
    ids=["now", "before"],
)
def test_words_find_what_is_said_now_and_what_was_said_before(
    words: str, change: str, changes: Page, site: Site
) -> None:
    filters(changes).get_by_label("Words").fill(words)
    found = shown(changes)
    assert change in found
    assert found == site.records("changes/", ".nr-entry", words.lower())
    expect(filters(changes).get_by_role("status")).to_have_text(count(len(found), "change"))
    assert changes.locator(".nr-year:visible:not(:has(.nr-entry:visible))").count() == 0


def test_words_that_are_nowhere_find_no_change(changes: Page) -> None:
    filters(changes).get_by_label("Words").fill("xyzzy")
    assert shown(changes) == []
    expect(filters(changes).get_by_role("status")).to_have_text("0 changes")


def test_a_change_says_what_was_said_before(changes: Page) -> None:
    step = changes.locator("#contact-point-embassy-france_2023-05-12 .nr-step > div")
    expect(step.nth(0)).to_contain_text(re.compile("^12 May 2023.*Türkiye.*as of 12 May 2023", re.DOTALL))
    expect(step.nth(1)).to_contain_text(re.compile("^Before.*Germany.*as of 9 December 2015", re.DOTALL))


@pytest.mark.parametrize(
    "unfold", [Locator.click, lambda summary: summary.press("Enter")], ids=["mouse", "keys"]
)
def test_a_history_unfolds(unfold: Callable[[Locator], None], page: Page, site: Site) -> None:
    page.goto(site / "areas/public-information/")
    statement = page.locator("#contact-point-embassy-france")
    former = statement.locator(".nr-history li")
    expect(former.first).to_be_hidden()
    unfold(statement.locator("summary"))
    expect(former).to_contain_text(["as of 9 December 2015", "as of 2011"])
    expect(former.first).to_be_visible()


def test_a_change_leads_to_its_statement(changes: Page) -> None:
    changes.locator("#contact-point-embassy-france_2023-05-12 h3 a").first.click()
    expect(changes).to_have_url(re.compile("/areas/public-information/#contact-point-embassy-france$"))
    expect(changes.locator("#contact-point-embassy-france")).to_be_in_viewport()


def test_paper_has_the_claim_and_its_steps_without_the_history(
    site: Site, reader: Reader, page: Page
) -> None:
    reader.open(site / "areas/public-information/")
    page.emulate_media(media="print")
    statement = page.locator("#contact-point-embassy-france")
    expect(statement.locator(".nr-steps li").first).to_be_visible()
    expect(statement.locator(".nr-history")).to_be_hidden()


def test_the_steps_by_which_a_claim_is_known_are_in_order(page: Page, site: Site) -> None:
    page.goto(site / "areas/public-information/")
    steps = page.locator("#contact-point-embassy-france").get_by_role("list", name="How it is known")
    expect(steps.get_by_role("listitem")).to_contain_text(
        ["ongoing 2011", "updated 7–11 July 2015", "confirmed 9 December 2015", "updated 12 May 2023"]
    )


def test_the_versions_of_the_primary_source_stand_side_by_side(changes: Page) -> None:
    changes.get_by_role("link", name="compared below").click()
    table = changes.get_by_role("region", name="Versions side by side").get_by_role("table")
    expect(table).to_be_in_viewport()
    row = table.get_by_role("row", name="Planning and Review Process")
    assert row.get_by_role("cell").count() > 2
    expect(row.get_by_role("cell").filter(has_text="had taken part in PARP")).to_contain_text("21 March 2019")
