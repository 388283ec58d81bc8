"""The search, as a reader uses it: words lead to the record they stand in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from ..websites import ROOT, build, copy_project
from .conftest import Site
from .hosting import hosted
from .readers import DESKTOP, PHONE, Reader, reading, until

INDEX = "/search/search_index.json"

WORD = re.compile(r"\w[\w'’&.]*")
"""A word as a reader types it, with the marks that are part of it."""

FIRST = 3
"""Results that a reader sees without looking for them."""

ASKED = ROOT / "tests" / "shipped" / "questions.yml"
QUESTIONS: dict[str, str] = yaml.safe_load(ASKED.read_text(encoding="utf-8")) if ASKED.exists() else {}


@pytest.mark.parametrize(
    ("start", "words", "size"),
    [
        ("", "Rudolf", PHONE),
        ("", "laboratory", DESKTOP),
        ("areas/science/", "bridges", PHONE),
        ("areas/science/", "Rudolf", DESKTOP),
        ("404.html", "laboratory", PHONE),
        ("404.html", "bridges", DESKTOP),
    ],
)
def test_words_lead_to_the_record_they_stand_in(
    start: str, words: str, size: tuple[int, int], site: Site, reader: Reader, page: Page
) -> None:
    reader.resize(size)
    reader.open(site / start)
    reader.search(words)
    link = page.locator(".md-search-result__link[href*='#']:visible").first
    anchor = unquote(urldefrag(link.get_attribute("href") or "").fragment)
    link.click()
    page.wait_for_url(f"**#{anchor}")
    record = page.locator(f'[id="{anchor}"]')
    assert words.lower() in record.inner_text().lower()
    box = f"document.getElementById({anchor!r}).getBoundingClientRect()"
    until(page, f"{box}.top >= 0 && {box}.top < innerHeight")


def test_what_is_nowhere_is_not_found(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "")
    page.click(".md-search__input")
    page.keyboard.type("xyzzy")
    until(page, "document.querySelector('.md-search-result__meta').innerText.startsWith('No matching')")


@pytest.mark.parametrize(("question", "answer"), QUESTIONS.items(), ids=[*QUESTIONS])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=str)
def test_a_question_as_it_stands_finds_the_newest_answer_and_its_date(
    question: str, answer: str, size: tuple[int, int], published: Site, reader: Reader, page: Page
) -> None:
    reader.resize(size)
    reader.open(published / "")
    reader.search(question)
    first = page.locator(f".md-search-result__item:nth-child(-n + {FIRST}) > a:visible")
    advice = (
        f'the search for "{question}" shows no "{answer}" among its first {FIRST} results;'
        f" if the answer is another now, write it into {ASKED.relative_to(ROOT).as_posix()}"
    )
    expect(first.filter(has_text=re.compile(answer)).first, advice).to_be_visible()


def test_words_of_a_former_state_are_found_as_what_was(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "")
    reader.search("officers izmir before 2014")
    found = page.locator(".md-search-result__link[href*='/changes/'][href*='language-courses_2014']")
    expect(found).to_contain_text("Courses of languages: before 2014")
    expect(found).to_contain_text("As of 2010 (ongoing): Officers learn French in İzmir")


def test_the_index_is_loaded_only_when_a_reader_turns_to_the_search(
    site: Site, reader: Reader, page: Page
) -> None:
    site.host.sent.clear()
    reader.open(site / "about/")
    page.wait_for_load_state("networkidle")
    assert not [answer for answer in site.host.sent if answer.path.endswith(INDEX)]
    reader.search("PfP")
    assert len([answer for answer in site.host.sent if answer.path.endswith(INDEX)]) == 1


def test_a_screen_reader_can_say_what_has_opened(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "")
    expect(page.get_by_role("dialog", name="Search")).to_have_count(1)


def test_the_words_are_marked_where_the_search_leads(site: Site, reader: Reader, page: Page) -> None:
    reader.open(site / "")
    reader.search("bridges")
    page.locator(".md-search-result__link[href*='#']:visible").first.click()
    expect(page.locator("article mark").first).to_have_text(re.compile("bridges", re.IGNORECASE))


def test_a_page_with_marked_words_needs_no_index(site: Site, reader: Reader, page: Page) -> None:
    site.host.sent.clear()
    reader.open(site / "timeline/?h=bridges")
    expect(page.locator("article mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not [answer for answer in site.host.sent if answer.path.endswith(INDEX)]


ODD_TITLES = {
    "marks": 'The "Reporting Act" (Seminary) of NATO/ISAFX, by sea:Airlift',
    "curly-marks": "The “Drafting Act” [Cloister] — l’Ailette, ‘Bulletin’…Xebec",
    "ampersand": "Wobbler's talk with AT&T and the Hammer & Sickle",
    "curly-apostrophe": "Juggler’s <b>talk</b> &amp; more",
    "composed": "G\u00f6kt\u00fcrk comes to \u00d8resund and \u0141\u00f3d\u017a",
    "decomposed": "Go\u0308ktu\u0308rk and Mu\u0308ller go",
    "tajik": "\u0492\u0430\u0444\u0443\u0440\u043e\u0432 \u0432\u0430"
    " \u04b2\u0443\u049b\u0443\u049b\u04e3 \u04b6\u0443\u043c\u04ef",
}
"""Ids of milestones, and titles with all that stands between and above letters."""


def type_anew(page: Page, words: str) -> None:
    """Put words in the place of those that are searched for."""
    page.fill(".md-search__input", words)
    page.press(".md-search__input", "End")  # the theme waits for a key


@pytest.fixture(scope="module")
def odd(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of a site with odd titles."""
    project = copy_project(tmp_path_factory.mktemp("odd") / "project", ROOT / "tests" / "good_data" / "data")
    records = [{"id": name, "date": "2010", "title": title} for name, title in ODD_TITLES.items()]
    (project / "data" / "milestones" / "odd.yml").parent.mkdir(exist_ok=True)
    (project / "data" / "milestones" / "odd.yml").write_text(yaml.safe_dump(records, allow_unicode=True))
    site = project / "site"
    result = build(project, site)
    assert result.returncode == 0, result.stderr
    with hosted(site, site / "404.html") as host, reading(browser, *DESKTOP) as reader:
        reader.open(host.root)
        yield reader
        assert reader.complaints == []


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("Reporting", "marks"),
        ("Seminary", "marks"),
        ("ISAFX", "marks"),
        ("Airlift", "marks"),
        ('"Reporting Act"', "marks"),
        ("drafting", "curly-marks"),
        ("cloister", "curly-marks"),
        ("l'Ailette", "curly-marks"),
        ("ailette", "curly-marks"),
        ("Bulletin", "curly-marks"),
        ("Xebec", "curly-marks"),
        ("Wobbler's", "ampersand"),
        ("Wobbler’s", "ampersand"),
        ("wobbler", "ampersand"),
        ("AT&T", "ampersand"),
        ("Hammer & Sickle", "ampersand"),
        ("juggler's", "curly-apostrophe"),
        ("Göktürk", "composed"),
        ("gokturk", "composed"),
        ("Go\u0308ktu\u0308rk", "composed"),
        ("oresund", "composed"),
        ("lodz", "composed"),
        ("Gokturk", "decomposed"),
        ("Göktürk", "decomposed"),
        ("Muller", "decomposed"),
        ("Ғафуров", "tajik"),
        ("гафуров", "tajik"),
        ("хукуки", "tajik"),
        ("ҷумӯ", "tajik"),
        ("чуму", "tajik"),
    ],
)
def test_a_word_is_found_whatever_stands_around_or_above_its_letters(
    words: str, record: str, odd: Reader
) -> None:
    type_anew(odd.page, "")
    expect(odd.page.locator(".md-search-result__link")).to_have_count(0)
    type_anew(odd.page, words)
    found = odd.page.locator(f".md-search-result__link[href*='/timeline/'][href$='#{record}'] h2")
    expect(found).to_be_visible()
    assert normalize("NFC", found.inner_text().strip()) == normalize("NFC", ODD_TITLES[record])


@pytest.mark.parametrize("words", ["gokturk", "AT&T", "чуму"])
def test_a_word_is_marked_whatever_stands_around_or_above_its_letters(words: str, odd: Reader) -> None:
    odd.open(urljoin(odd.page.url, "/"))
    odd.search(words)
    odd.page.locator(".md-search-result__link[href*='#']:visible").first.click()
    marked = odd.page.locator("article mark").first
    expect(marked).to_be_visible()
    assert marked.inner_text() in " ".join(ODD_TITLES.values())


ASK = """async words => {
  const worker = new Worker(JSON.parse(document.getElementById("__config").textContent).search);
  const answers = [];
  let next;
  worker.onmessage = ({ data: { type, data } }) => type === 3 && next(data.items.flat());
  for (const word of words) {
    const found = new Promise(resolve => { next = resolve; });
    worker.postMessage({ type: 2, data: word });
    answers.push((await found).map(item => item.location));
  }
  worker.terminate();
  return answers;
}"""


def test_every_word_of_every_title_finds_it(published: Site, reader: Reader, page: Page) -> None:
    index = json.loads((published.folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    titles = {doc["location"]: unescape(doc["title"]) for doc in index["docs"]}
    words = sorted({word for title in titles.values() for word in WORD.findall(title)})
    reader.open(published / "")
    answers = dict(zip(words, page.evaluate(ASK, words), strict=True))
    missed = [
        f"{word} does not find {location}: {title}"
        for location, title in titles.items()
        for word in WORD.findall(title)
        if location not in answers[word]
    ]
    assert not missed, "\n".join(missed)
