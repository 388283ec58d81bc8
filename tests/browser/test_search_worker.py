"""The answers of the search: which come first, what they show, and how soon they are there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from ..benchmark.country import Country
from .conftest import Site
from .hosting import Host, hosted
from .readers import DESKTOP, Reader, reading, until

Entry: TypeAlias = dict[str, Any]

INDEX = Path("search") / "search_index.json"


def entry(location: str, title: str, text: str = "", boost: float = 1) -> Entry:
    """Write an entry of an index."""
    return {"location": location, "title": title, "text": text, "boost": boost}


ENTRIES = [
    entry("water/", "Water", "Rivers and wells."),
    entry("water/#wells", "New wells", "Eight were dug in Strelsau."),
    entry("water/#rivers", "The rivers", "Beside them are wells."),
    entry("water/#one", "The well of Hentzau"),
    entry("water/#welcome", "The welling river"),
    entry(
        "health/",
        "Health",
        "<p>Of doctors.</p> <p>Of nurses.</p> <ul><li>Of more doctors</li></ul> <p>Doctors.</p>",
    ),
    entry("health/#nurses", "Nurses", "A school opened in Zenda in May 2004, near the wells."),
    entry("health/#zenda", "Doctors in Zenda", "They came from Strelsau."),
    entry("changes/", "What changed"),
    entry("changes/#wells_2004", "New wells: before 2004", "Eight were planned.", 0.5),
]

ASK = """async ([index, questions]) => {
  const worker = new Worker(new URL("javascripts/search_worker.js", location));
  const answers = [];
  let next;
  worker.onmessage = ({ data: { type, data } }) => type === 3 && next(data);
  worker.postMessage({ type: 0, data: index });
  for (const question of questions) {
    const answer = new Promise(resolve => { next = resolve; });
    worker.postMessage({ type: 2, data: question });
    answers.push(await answer);
  }
  worker.terminate();
  return answers;
}"""


@pytest.fixture
def ask(site: Site, reader: Reader, page: Page) -> Any:
    """Ask the search for something in entries."""
    config = json.loads((site.folder / INDEX).read_text(encoding="utf-8"))["config"]
    reader.open(site / "")

    def ask(question: str, entries: list[Entry] = ENTRIES) -> Any:
        (answer,) = page.evaluate(ASK, [{"config": config, "docs": entries}, [question]])
        return answer

    return ask


def found(answer: Any) -> dict[str, Entry]:
    """Return what was found by its location, the best first."""
    items = [item for group in answer["items"] for item in group if item["score"]]
    return {item["location"]: item for item in sorted(items, key=lambda item: -item["score"])}


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        pytest.param("wells", "water/#wells", "water/#rivers", id="a title before a text"),
        pytest.param("wells", "water/#wells", "changes/#wells_2004", id="what is before what was"),
        pytest.param("wells", "water/", "water/#rivers", id="a page before a part of it"),
        pytest.param("well", "water/#one", "water/#wells", id="a whole word before the start of one"),
        pytest.param("zenda wells", "health/#nurses", "health/#zenda", id="all words before a part of them"),
        pytest.param("wells zenda", "health/#zenda", "water/#wells", id="the rarer word first"),
        pytest.param("where are the wells?", "water/#wells", "water/#rivers", id="no small words"),
        pytest.param("what was in May?", "health/#nurses", "changes/", id="May is a month"),
    ],
)
def test_what_was_asked_for_comes_first(question: str, first: str, second: str, ask: Any) -> None:
    order = list(found(ask(question)))
    assert order.index(first) < ([*order, second]).index(second)


def test_an_entry_comes_below_its_page(ask: Any) -> None:
    groups = [[item["location"] for item in group] for group in ask("strelsau")["items"]]
    assert groups == [["water/#wells", "water/"], ["health/#zenda", "health/"]]


def test_an_answer_shows_the_words_and_says_which_are_missing(ask: Any) -> None:
    answer = found(ask("zenda doctors wells"))["health/#zenda"]
    assert answer["title"] == "<mark>Doctors</mark> in <mark>Zenda</mark>"
    assert answer["text"] == "They came from Strelsau."
    assert answer["terms"] == {"zenda": True, "doctors": True, "wells": False}


def test_of_a_long_text_the_first_paragraphs_with_the_words_are_shown(ask: Any) -> None:
    shown = found(ask("doctors"))["health/"]["text"]
    assert shown == "<p>Of <mark>doctors</mark>.</p> <ul><li>Of more <mark>doctors</mark></li></ul> "


@pytest.mark.parametrize(("typed", "words"), [("zen", ["zenda"]), ("new wel", ["wells"]), ("xyzzy", [])])
def test_a_word_that_was_begun_is_completed(typed: str, words: list[str], ask: Any) -> None:
    assert ask(typed)["suggest"] == words


def test_markup_is_no_word(ask: Any) -> None:
    assert ask("li")["items"] == []


def test_every_page_is_found_however_much_is_on_others(ask: Any) -> None:
    pages = [
        entry(f"{page}/{anchor}", "A well")
        for page in "ab"
        for anchor in ("", *map("#{}".format, range(900)))
    ]
    first, second = ask("well", pages)["items"]
    assert len(first) + len(second) < 900
    assert {item["location"][0] for item in second} == {"b"}


MANY = 10_000
"""Entries of a large record."""

SOON = 2_000
"""Milliseconds; it takes a tenth of them where nothing else is done."""

LIGHT = 1_500_000
"""Bytes that a first search may load."""

WAIT = """() => {
  const list = document.querySelector(".md-search-result__list");
  document.addEventListener("keydown", () => { self.asked = performance.now(); }, { once: true });
  new MutationObserver(() => { self.answered ??= performance.now(); }).observe(list, { childList: true });
}"""


@pytest.fixture(scope="module")
def large(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The site with the search entries of a much larger record."""
    folder = shutil.copytree(site.folder, tmp_path_factory.mktemp("large") / "site")
    index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    country = Country(50, MANY, 0)
    for number in range(MANY):
        record = country.milestone(number)
        page = f"timeline/{number // 100}/"
        if number % 100 == 0:
            index["docs"].append(entry(page, "Timeline"))
        index["docs"].append(
            entry(f"{page}#{record['id']}", record["title"], f"{record['date']}. {record['text']}")
        )
    (folder / INDEX).write_text(json.dumps(index), encoding="utf-8")
    with hosted(folder, folder / "404.html") as host:
        yield host


def test_a_first_answer_comes_soon_in_a_large_record(large: Host, browser: Browser) -> None:
    with reading(browser, *DESKTOP) as reader:
        reader.open(f"{large.root}about/")
        large.sent.clear()
        reader.page.click(".md-search__input")
        reader.page.keyboard.insert_text("agreement on transit")
        reader.page.evaluate(WAIT)
        reader.page.keyboard.press("End")
        until(reader.page, "self.answered")
        assert reader.page.evaluate("answered - asked") < SOON
        assert sum(answer.size for answer in large.sent) < LIGHT
        assert reader.complaints == []


def test_the_search_goes_on_where_its_index_could_not_be_loaded_at_first(
    site: Site, reader: Reader, page: Page
) -> None:
    reader.open(site / "about/")
    page.context.route(f"**/{INDEX.as_posix()}", lambda route: route.abort(), times=1)
    with page.context.expect_event("requestfailed"):
        page.click(".md-search__input")
    reader.search("PfP")
