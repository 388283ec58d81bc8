"""The page of all changes, and the histories that it is made of, as a reader goes through them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

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
    filters(changes).get_by_label("Area").select_option(label="Languages")
    found, address = shown(changes), changes.url
    assert found == ["language-courses_2016", "language-courses_2014"]
    assert len(found) < len(everything)
    expect(filters(changes).get_by_role("status")).to_have_text("2 changes")
    assert address.endswith("/changes/?area=languages")
    changes.goto(site / "")
    changes.goto(address)
    assert shown(changes) == found
    expect(filters(changes).get_by_label("Area")).to_have_value("languages")
    filters(changes).get_by_role("button", name="Clear").click()
    expect(changes).to_have_url(re.compile("/changes/$"))
    assert shown(changes) == everything


def test_what_belongs_to_no_area_can_be_asked_for(changes: Page) -> None:
    filters(changes).get_by_label("Area").select_option(label="overview")
    assert shown(changes) == ["first-contact_2012"]


def test_words_find_what_is_said_now_and_what_was_said_before(changes: Page) -> None:
    words = filters(changes).get_by_label("Words")
    words.fill("two ministers")
    assert shown(changes) == ["first-contact_2012"]
    expect(filters(changes).get_by_role("status")).to_have_text("1 change")
    assert changes.locator(".nr-year:visible").count() == 1
    words.fill("officers izmir")
    assert shown(changes) == ["language-courses_2014"]
    words.fill("xyzzy")
    assert shown(changes) == []
    expect(filters(changes).get_by_role("status")).to_have_text("0 changes")


def test_a_change_says_what_was_said_before(changes: Page) -> None:
    step = changes.locator("#language-courses_2014 .nr-step > div")
    expect(step.nth(0)).to_contain_text(re.compile("^2014.*Türkiye.*as of 2014", re.DOTALL))
    expect(step.nth(1)).to_contain_text(re.compile("^Before.*İzmir.*as of 2010", re.DOTALL))


@pytest.mark.parametrize(
    "unfold", [Locator.click, lambda summary: summary.press("Enter")], ids=["mouse", "keys"]
)
def test_a_history_unfolds(unfold: Callable[[Locator], None], page: Page, site: Site) -> None:
    page.goto(site / "areas/languages/")
    statement = page.locator("#language-courses")
    former = statement.locator(".nr-history li")
    expect(former.first).to_be_hidden()
    unfold(statement.locator("summary"))
    expect(former).to_contain_text(["as of 2015", "as of 2010"])
    expect(former.first).to_be_visible()


def test_a_change_leads_to_its_statement(changes: Page) -> None:
    changes.locator("#language-courses_2016 h3 a").first.click()
    expect(changes).to_have_url(re.compile("/areas/languages/#language-courses$"))
    expect(changes.locator("#language-courses")).to_be_in_viewport()


def test_paper_has_the_claim_and_its_steps_without_the_history(
    site: Site, reader: Reader, page: Page
) -> None:
    reader.open(site / "areas/languages/")
    page.emulate_media(media="print")
    statement = page.locator("#language-courses")
    expect(statement.locator(".nr-steps li").first).to_be_visible()
    expect(statement.locator(".nr-history")).to_be_hidden()


def test_the_steps_by_which_a_claim_is_known_are_in_order(page: Page, site: Site) -> None:
    page.goto(site / "areas/languages/")
    steps = page.locator("#language-courses").get_by_role("list", name="How it is known")
    expect(steps.get_by_role("listitem")).to_contain_text(
        ["ongoing 2010", "updated 2014", "confirmed 2015", "updated 2016"]
    )


def test_the_versions_of_the_primary_source_stand_side_by_side(changes: Page) -> None:
    changes.get_by_role("link", name="compared below").click()
    table = changes.get_by_role("region", name="Versions side by side").get_by_role("table")
    expect(table).to_be_in_viewport()
    row = table.get_by_role("row", name="Courses of languages")
    expect(row.get_by_role("cell")).to_contain_text(["French in İzmir", "French in Zenda"])
    expect(row.get_by_role("cell").last).to_contain_text("2016")
