"""The timeline's filters: what a reader sees, can link to, and can go back from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..benchmark.country import Country
from ..websites import build, copy_project
from .conftest import Site
from .hosting import hosted
from .readers import DESKTOP, Reader, reading, until


@pytest.fixture
def timeline(page: Page, site: Site) -> Page:
    page.goto(site / "timeline/")
    return page


def filters(page: Page) -> Locator:
    """Return the form."""
    return page.get_by_role("form", name="Filter the timeline")


def shown(page: Page) -> list[str]:
    """Return the ids of the records that can be seen."""
    return [entry.get_attribute("id") or "" for entry in page.locator(".nr-entry:visible").all()]


def test_filters_apply_together(timeline: Page, site: Site) -> None:
    filters(timeline).get_by_label("visits", exact=True).check()
    filters(timeline).get_by_label("Area").select_option("defence")
    filters(timeline).get_by_label("Words").fill("headquarters")
    assert shown(timeline) == ["king-at-headquarters"]
    expect(filters(timeline).get_by_role("status")).to_have_text("1 record")
    assert timeline.locator(".nr-year:visible").count() == 1


def test_what_happened_in_a_year_is_one_link_away(page: Page, site: Site) -> None:
    page.goto(site / "timeline/#y2004")
    expect(page.locator("#y2004")).to_be_in_viewport()


def test_a_filtered_view_can_be_linked(timeline: Page, site: Site) -> None:
    filters(timeline).get_by_label("statements").check()
    filters(timeline).get_by_label("milestones").check()
    filters(timeline).get_by_label("Words").fill("treaty")
    found, address = shown(timeline), timeline.url
    assert found == ["treaty", "treaty-in-force"]
    timeline.goto(site / "")
    timeline.goto(address)
    assert shown(timeline) == found
    expect(filters(timeline).get_by_label("statements")).to_be_checked()
    expect(filters(timeline).get_by_label("Words")).to_have_value("treaty")


def test_the_back_button_takes_back_one_choice(timeline: Page, site: Site) -> None:
    everything = shown(timeline)
    filters(timeline).get_by_label("Direction of visits").select_option("to-partner")
    visits = shown(timeline)
    filters(timeline).get_by_label("Area").select_option("science")
    assert shown(timeline) == []
    timeline.go_back()
    assert shown(timeline) == visits
    timeline.go_back()
    assert shown(timeline) == everything
    expect(filters(timeline).get_by_label("Direction of visits")).to_have_value("")


def test_clearing_shows_everything_again(timeline: Page) -> None:
    everything = shown(timeline)
    filters(timeline).get_by_label("Words").fill("rudolf")
    assert 0 < len(shown(timeline)) < len(everything)
    filters(timeline).get_by_role("button", name="Clear").click()
    until(timeline, "!location.search")
    assert shown(timeline) == everything


def test_filters_work_by_keyboard(timeline: Page, site: Site) -> None:
    filters(timeline).get_by_label("milestones").focus()
    timeline.keyboard.press("Space")
    timeline.keyboard.press("Tab")
    timeline.keyboard.press("Tab")
    timeline.keyboard.press("Tab")
    timeline.keyboard.type("Science")
    expect(filters(timeline).get_by_label("Area")).to_have_value("science")
    assert shown(timeline) == ["old-rules"]


def test_years_show_what_their_time_overlaps(timeline: Page, site: Site) -> None:
    filters(timeline).get_by_label("From year").fill("2003")
    filters(timeline).get_by_label("To year").fill("2005")
    found = shown(timeline)
    times = {
        node.attributes["id"]: (
            int(node.attributes["data-first"] or 0),
            int(node.attributes["data-last"] or 0),
        )
        for node in site.tree("timeline/").css(".nr-entry")
    }
    assert found == [record for record, (first, last) in times.items() if first <= 2005 and last >= 2003]
    assert 1 < len(found) < len(times)
    assert timeline.url.endswith("/timeline/?from=2003&to=2005")
    timeline.reload()
    assert shown(timeline) == found
    expect(filters(timeline).get_by_label("From year")).to_have_value("2003")


def test_a_filtered_view_can_be_copied_as_a_link(timeline: Page, site: Site) -> None:
    timeline.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filters(timeline).get_by_label("Words").fill("treaty")
    filters(timeline).get_by_role("button", name="Copy link").click()
    expect(filters(timeline).get_by_role("button", name="Copied")).to_be_visible()
    assert timeline.evaluate("navigator.clipboard.readText()") == site / "timeline/?words=treaty"


def test_a_link_to_a_filtered_view_is_no_search(page: Page, site: Site) -> None:
    page.goto(site / "timeline/?words=bridges")
    assert shown(page) == ["bridges"]
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("words", ["turkiye", "Tu\u0308rkiye", "TÜRKIYE"])
def test_words_are_found_whatever_stands_above_their_letters(words: str, page: Page, site: Site) -> None:
    page.goto(site / "changes/")
    page.get_by_role("form").get_by_label("Words").fill(words)
    expect(page.locator("#language-courses_2014")).to_be_visible()


def test_what_only_serves_a_record_is_none_of_its_words(timeline: Page) -> None:
    filters(timeline).get_by_label("Words").fill("permanent link")
    filters(timeline).get_by_label("Words").fill("cite")
    assert shown(timeline) == []


def test_a_link_to_a_hidden_record_shows_it(page: Page, site: Site) -> None:
    page.goto(site / "timeline/?kind=visit#treaty")
    expect(page.locator("[id='treaty']")).to_be_in_viewport()
    expect(filters(page).get_by_label("visits", exact=True)).not_to_be_checked()
    expect(page).to_have_url(re.compile("/timeline/#treaty$"))


def test_a_dimmed_mark_leads_to_its_record_and_back(timeline: Page) -> None:
    filters(timeline).get_by_label("visits", exact=True).check()
    visits = shown(timeline)
    timeline.locator(".nr-picture [data-record='treaty']").focus()
    timeline.keyboard.press("Enter")
    expect(timeline.locator("[id='treaty']")).to_be_in_viewport()
    timeline.go_back()
    until(timeline, "location.search === '?kind=visit'")
    assert shown(timeline) == visits


def test_an_older_browser_filters_too(page: Page, site: Site) -> None:
    page.add_init_script("delete URLSearchParams.prototype.size")
    page.goto(site / "timeline/?kind=visit")
    assert {page.locator(f"[id='{record}']").get_attribute("data-kind") for record in shown(page)} == {
        "visit"
    }


def test_an_address_with_a_stray_mark_breaks_nothing(reader: Reader, page: Page, site: Site) -> None:
    reader.open(site / "timeline/?kind=visit#100%")
    page.locator(".nr-cite-button:visible").first.click()
    expect(page.get_by_role("dialog", name="Cite or share this record")).to_be_visible()


def test_the_picture_marks_what_is_shown(timeline: Page) -> None:
    filters(timeline).get_by_label("Words").fill("rudolf")
    bright = timeline.locator(".nr-picture [data-record]:not(.nr-dim)")
    assert sorted(mark.get_attribute("data-record") or "" for mark in bright.all()) == sorted(shown(timeline))
    assert timeline.locator(".nr-picture .nr-dim").count() > 0


def test_every_mark_leads_to_its_record(timeline: Page) -> None:
    marks = timeline.locator(".nr-picture [data-record]")
    targets = [mark.get_attribute("href") or "" for mark in marks.all()]
    assert sorted(targets) == sorted(f"#{record}" for record in shown(timeline))
    marks.first.focus()
    timeline.keyboard.press("Enter")
    expect(timeline).to_have_url(re.compile(f"{targets[0]}$"))


@pytest.fixture(scope="module")
def long_timeline(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A timeline of 10,000 records."""
    folder = tmp_path_factory.mktemp("long")
    Country(areas=10, milestones=7_100, visits=3_000).write(folder / "data")
    project = copy_project(folder / "project", data=folder / "data")
    assert build(project, folder / "site").returncode == 0
    site: Path = folder / "site"
    with hosted(site, site / "404.html") as host, reading(browser, *DESKTOP) as reader:
        reader.open(f"{host.root}timeline/")
        filters(reader.page).get_by_label("Words").focus()
        until(reader.page, "document.querySelector('.nr-found')")
        yield reader.page


@pytest.mark.parametrize("words", ["a", "river", "no such words"])
def test_filtering_ten_thousand_records_is_instant(long_timeline: Page, words: str) -> None:
    assert long_timeline.locator(".nr-found li").count() >= 10_000
    taken = long_timeline.evaluate(
        """words => {
            const form = document.getElementById("_finder");
            form.elements.words.focus();
            const times = [];
            for (const value of [words, "", words, "", words]) {
                const start = performance.now();
                form.elements.words.value = value;
                form.elements.words.dispatchEvent(new Event("input", { bubbles: true }));
                document.body.getBoundingClientRect();  // forces the layout that the reader waits for
                times.push(performance.now() - start);
            }
            return Math.min(...times);
        }""",
        words,
    )
    assert taken < 100
