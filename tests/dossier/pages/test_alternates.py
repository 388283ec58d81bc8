"""What a page names in its head as its other forms."""

from __future__ import annotations

from dossier.pages.alternates import alternates_of
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages


def test_a_page_names_its_markdown_the_feeds_and_the_file_of_what_it_shows(site_context: SiteContext) -> None:
    assert [tuple(alternate) for alternate in alternates_of("timeline/", None)] == [
        ("text/markdown", "timeline/index.md", ""),
        ("text/calendar", "data/timeline.ics", ""),
        ("application/atom+xml", "data/feed.xml", "What is new"),
        ("application/feed+json", "data/feed.json", "What is new"),
    ]


def test_an_area_names_its_own_feed_and_its_record(site_context: SiteContext) -> None:
    page = SitePages(site_context)["areas/science.md"]
    assert [tuple(alternate) for alternate in alternates_of("areas/science/", page)][-2:] == [
        ("application/atom+xml", "data/areas/science.xml", "What is new: Science"),
        ("application/json", "data/records/areas/science.json", ""),
    ]
