"""The feeds, as a reader of feeds takes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from dossier.exports.news import feeds
from dossier.exports.site_exports import SiteExports
from dossier.loading.data_folder import load
from dossier.pages.page_context import SiteContext

from ..conftest import AWKWARD, WEBSITE

SCHEMA = json.loads((Path(__file__).parent / "json_feed.schema.json").read_text(encoding="utf-8"))


def atom(site: SiteContext, url: str = "data/feed.xml") -> Any:
    """A feed as feedparser reads it, without a complaint."""
    read = feedparser.parse(SiteExports(site)[url])
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def json_feed(site: SiteContext) -> dict[str, Any]:
    """The JSON Feed, after it was checked."""
    read: dict[str, Any] = json.loads(SiteExports(site)["data/feed.json"])
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(read)
    return read


def test_a_change_is_told_with_its_before_and_its_sources(site: SiteContext) -> None:
    (item,) = (item for item in json_feed(site)["items"] if item["id"].endswith("#river-study_2012-03-14"))
    assert item == {
        "id": "https://example.org/ruritania/changes/#river-study_2012-03-14",
        "url": "https://example.org/ruritania/changes/#river-study_2012-03-14",
        "external_url": "https://zeitung.example.org/fluss?seite=1&teil=2",
        "title": "Changed: A study of rivers",
        "content_html": (
            "<p><strong>As of 14 March 2012 (ongoing):</strong> Ruritania was studying its rivers, says"
            ' <a href="https://example.org/ruritania/sources/#zenda-gazette">a newspaper</a>.</p>'
            "<p><strong>Before, as of 2010 (under consideration):</strong>"
            " Ruritania was considering a study of its rivers."
            ' (“<span lang="en">NATO&#39;s relations with Ruritania</span>”, NATO, 2010,'
            ' <a href="https://www.nato.int/ruritania.htm">https://www.nato.int/ruritania.htm</a>)</p>'
            "<p><strong>Another source differs:</strong> The study was of <strong>lakes</strong>."
            f" ({GAZETTE})</p>"
            f"<p>Sources:</p><ul><li>{GAZETTE}</li></ul>"
        ),
        "date_published": "2012-03-14T00:00:00Z",
        "tags": ["statement", "Science"],
    }


GAZETTE = (
    '“<span lang="de">Wir messen den Fluss</span>”, Zendaer Zeitung, 14 March 2012,'
    ' <a href="https://zeitung.example.org/fluss?seite=1&amp;teil=2">'
    "https://zeitung.example.org/fluss?seite=1&amp;teil=2</a>"
)


def test_what_was_before_has_the_sources_of_its_claim_and_of_its_date(site: SiteContext) -> None:
    (item,) = (item for item in json_feed(site)["items"] if item["id"].endswith("#river-study_2015"))
    before = LexborHTMLParser(item["content_html"]).css("p")[1]
    assert before.text().startswith("Before, as of about 2013 (ongoing): Ruritania was studying its rivers")
    assert [link.text() for link in before.css("a")][1:] == [
        "https://zeitung.example.org/fluss?seite=1&teil=2",
        "https://www.nato.int/ruritania.htm",
    ]


def test_a_visit_is_told_with_its_people(site: SiteContext) -> None:
    (item,) = (item for item in json_feed(site)["items"] if item["id"].endswith("#king-at-headquarters"))
    told = LexborHTMLParser(item["content_html"]).css("p")
    assert [paragraph.text() for paragraph in told][:5] == [
        "Date: 5 November 2004",
        "Place: Brussels",
        "Visitors: Rudolf V, King of Ruritania; Ruritanian officers (one group)",
        "Hosts: The Secretary General; Jane Doe, Head of Protocol",
        "Talks on the treaty.",
    ]


def test_a_feed_names_itself_its_page_and_its_licence(site: SiteContext) -> None:
    feed = atom(site).feed
    assert (feed.id, feed.title) == ("https://example.org/ruritania/data/feed.xml", "Ruritania and NATO")
    assert (feed.author, feed.updated) == ("Ruritania and NATO", "2015-01-01T00:00:00Z")
    assert {link.rel: link.href for link in feed.links} == {
        "self": "https://example.org/ruritania/data/feed.xml",
        "alternate": "https://example.org/ruritania/changes/",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_both_formats_have_the_same_items(own_site: SiteContext) -> None:
    entries, items = atom(own_site).entries, json_feed(own_site)["items"]
    assert [(entry.id, entry.title, entry.updated) for entry in entries] == [
        (item["id"], item["title"], item["date_published"]) for item in items
    ]
    assert [[tag.term for tag in entry.tags] for entry in entries] == [item["tags"] for item in items]
    assert len({entry.id for entry in entries}) == len(entries)
    assert all(link.href for entry in entries for link in entry.links if link.rel == "via")


def test_the_newest_comes_first_and_dates_the_feed(own_site: SiteContext) -> None:
    read = atom(own_site)
    times = [entry.updated for entry in read.entries]
    assert times == sorted(times, reverse=True)
    assert read.feed.updated == times[0]


def test_a_feed_tells_neither_confirmations_nor_omissions(site: SiteContext) -> None:
    ids = [entry.id for entry in atom(site).entries]
    assert not [id for id in ids if "river-study_2013" in id or "river-study_2016" in id]


def test_a_feed_is_short_and_the_changes_are_complete(
    site: SiteContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "MOST", 2)
    assert len(atom(site).entries) == len(json_feed(site)["items"]) == 2


def test_a_feed_says_how_many_items_it_keeps_and_what_has_all(site: SiteContext) -> None:
    titles = {export.title for export in feeds.list_files(site)}
    assert titles == {
        f"The newest 100 records and changes{which}; all are in changes.json."
        for which in (", for feed readers", ", as a JSON Feed", " of an area, for feed readers")
    }


def test_an_area_has_a_feed_of_its_own(site: SiteContext) -> None:
    read = atom(site, "data/areas/defence.xml")
    assert read.feed.title == "Ruritania and NATO: Defence reform"
    assert [entry.id.partition("#")[2] for entry in read.entries] == [
        "officer-courses",
        "yearly-consultations",
        "king-at-headquarters",
        "old-rules",
        "treaty",
    ]


def test_without_any_entry_there_still_is_a_feed(good_data: Path) -> None:
    for path in (*good_data.glob("milestones*"), *good_data.glob("visits*"), *good_data.glob("areas*")):
        path.rename(good_data / f".{path.name}")
    (good_data / "glossary.yml").unlink()
    partner = good_data / "partner.yml"
    partner.write_text("{name: Ruritania, adjective: Ruritanian, summary: Land, primary_source: nato-2010}")
    read = atom(SiteContext(load(good_data), WEBSITE))
    assert (read.entries, read.feed.updated) == ([], "1970-01-01T00:00:00Z")


def test_no_text_is_harmed(awkward_site: SiteContext) -> None:
    # feedparser would clean titles and contents of what it takes for bad HTML.
    read = feedparser.parse(
        SiteExports(awkward_site)["data/feed.xml"], sanitize_html=False, resolve_relative_uris=False
    )
    found = {entry.id.partition("#")[2]: entry for entry in read.entries}
    items = {item["id"].partition("#")[2]: item for item in json_feed(awkward_site)["items"]}
    for number, text in enumerate(AWKWARD):
        entry, item = found[f"awkward-{number}"], items[f"awkward-{number}"]
        assert entry.title == item["title"] == text
        for html in (entry.content[0].value, item["content_html"]):
            assert text in [paragraph.text() for paragraph in LexborHTMLParser(html).css("p")]
